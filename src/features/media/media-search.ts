import { mediaOrders } from "../../api/media";
import type { MediaOrder, MediaPage } from "../../api/media";
import { typeGroups } from "../../deletion/parts/type-groups";
import {
  bytesParam,
  dayParam,
  maybeWordParam,
  numberParam,
  searchCodec,
  textParam,
  wordParam,
} from "../../lib/search-codec";
import { fileStates, isFiltering, openedChoices } from "./media-filter";
import type { MediaFilter } from "./media-filter";

/** Rows a page, as words of the link; "all" is the whole list without pages. */
export const pageSizes = ["25", "50", "100", "250", "1000", "all"] as const;
export type PageSize = (typeof pageSizes)[number];

/** What a user's list shows, as its link holds it. */
export interface MediaSearch extends MediaFilter {
  readonly sort: MediaOrder;
  readonly dir: "ascending" | "descending";
  readonly rows: PageSize;
  /** From 1. */
  readonly page: number;
}

/** Times the largest page this is still an offset that Synapse's database takes. */
const LAST_PAGE = 1_000_000_000;

export const mediaSearch = searchCodec<MediaSearch>({
  name: textParam,
  type: maybeWordParam(typeGroups.map(({ value }) => value)),
  state: maybeWordParam(fileStates),
  minBytes: bytesParam,
  maxBytes: bytesParam,
  from: dayParam,
  until: dayParam,
  usedBefore: dayParam,
  opened: maybeWordParam(openedChoices),
  sort: wordParam(mediaOrders, "created_ts"),
  dir: wordParam(["ascending", "descending"], "descending"),
  rows: wordParam(pageSizes, "100"),
  page: numberParam(1, { min: 1, max: LAST_PAGE }),
});

/** Whether all files have to be read to show this: Synapse's pages know no filter. */
export const needsWholeList = (search: MediaSearch): boolean => search.rows === "all" || isFiltering(search);

/** The page as Synapse is asked for it, where it can show what the link holds. */
export const pageOf = ({ sort, dir, rows, page }: MediaSearch): MediaPage => {
  const limit = rows === "all" ? 100 : Number(rows);
  return { orderBy: sort, dir: dir === "ascending" ? "f" : "b", from: (page - 1) * limit, limit };
};
