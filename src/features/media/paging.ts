import type { MediaSearch } from "./media-search";

type Rows = Pick<MediaSearch, "rows">;

/** The last page of that many rows; 1 where there are none, or where they have no pages. */
export const lastPageOf = (total: number, { rows }: Rows): number =>
  rows === "all" ? 1 : Math.max(Math.ceil(total / Number(rows)), 1);

/** The first and last row on a page, from 1, as far as there are rows. */
export function rowsOnPage(total: number, { page, rows }: Rows & Pick<MediaSearch, "page">) {
  const length = rows === "all" ? total : Number(rows);
  const before = (page - 1) * length;
  return { first: Math.min(before + 1, total), last: Math.min(before + length, total) };
}

/** What was seen of a list last, in one order and with one size of page. */
export interface SeenList {
  readonly order: string;
  readonly total: number;
  /** When it was read, in ms. */
  readonly readMs: number;
  /** The total before it changed under the admin's hands; null where it did not. */
  readonly totalBefore: number | null;
}

/** The answer for a page, as far as it tells of the whole list. */
type PageRead = Pick<SeenList, "total" | "readMs">;

/**
 * What is known after a page was read. Pages are rows by offset, so a total that changes between two of them means that
 * rows moved: some may show twice and some not at all. A page read earlier, which the cache still holds, tells nothing.
 */
export function afterPage(
  seen: SeenList | null,
  { sort, dir, rows }: Pick<MediaSearch, "sort" | "dir" | "rows">,
  { total, readMs }: PageRead,
): SeenList {
  const order = [sort, dir, rows].join(" ");
  if (seen === null || seen.order !== order) return { order, total, readMs, totalBefore: null };
  if (readMs <= seen.readMs) return seen;
  return { order, total, readMs, totalBefore: seen.total === total ? seen.totalBefore : seen.total };
}
