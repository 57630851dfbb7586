import { mediaOrders } from "../../api/media";
import type { MediaOrder, MediaPage } from "../../api/media";
import { numberParam, searchCodec, wordParam } from "../../lib/search-codec";

/** Rows a page, as words of the link. */
export const pageSizes = ["25", "50", "100", "250", "1000"] as const;
export type PageSize = (typeof pageSizes)[number];

/** What a user's list shows, as its link holds it. */
export interface MediaSearch {
  readonly sort: MediaOrder;
  readonly dir: "ascending" | "descending";
  readonly rows: PageSize;
  /** From 1. */
  readonly page: number;
}

/** Times the largest page this is still an offset that Synapse's database takes. */
const LAST_PAGE = 1_000_000_000;

export const mediaSearch = searchCodec<MediaSearch>({
  sort: wordParam(mediaOrders, "created_ts"),
  dir: wordParam(["ascending", "descending"], "descending"),
  rows: wordParam(pageSizes, "100"),
  page: numberParam(1, { min: 1, max: LAST_PAGE }),
});

/** The page as Synapse is asked for it. */
export const pageOf = ({ sort, dir, rows, page }: MediaSearch): MediaPage => ({
  orderBy: sort,
  dir: dir === "ascending" ? "f" : "b",
  from: (page - 1) * Number(rows),
  limit: Number(rows),
});
