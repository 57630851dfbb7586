import { rowOrders } from "../../sweep/row-order";
import type { RowOrder } from "../../sweep/row-order";

/** How a list of files is sorted. */
export interface FileSort {
  readonly key: RowOrder;
  readonly dir: "ascending" | "descending";
}

/** The sort after a press on that header: a column first falls the way that is asked for most, then turns round. */
export function nextSort(sort: FileSort, pressed: string): FileSort {
  const key = rowOrders.find((order) => order === pressed);
  if (key === undefined) return sort;
  if (key === sort.key) return { key, dir: sort.dir === "ascending" ? "descending" : "ascending" };
  return { key, dir: key === "size" ? "descending" : "ascending" };
}
