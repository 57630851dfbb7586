import type { MediaOrder } from "../../api/media";
import type { MediaSearch } from "./media-search";

/** Columns by the order they stand for, so that their headers sort as "Sort by" does. */
const orderColumns = {
  name: "upload_name",
  type: "media_type",
  size: "media_length",
  uploaded: "created_ts",
  used: "last_access_ts",
} as const satisfies Record<string, MediaOrder>;

type MediaSort = Pick<MediaSearch, "sort" | "dir">;

/** The order after a press on a column's header: the other way round, or that column from its largest, newest or "A". */
export function nextSort({ sort, dir }: MediaSort, key: string): MediaSort {
  const order = Object.entries(orderColumns).find(([column]) => column === key)?.[1] ?? sort;
  if (order === sort) return { sort, dir: dir === "ascending" ? "descending" : "ascending" };
  return { sort: order, dir: order === "upload_name" || order === "media_type" ? "ascending" : "descending" };
}

/** The column whose header stands for an order; null where only "Sort by" offers it. */
export const columnOfOrder = (order: MediaOrder): string | null =>
  Object.entries(orderColumns).find(([, sorted]) => sorted === order)?.[0] ?? null;
