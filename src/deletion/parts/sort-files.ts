import type { MediaFile } from "../../api/media-page";

/** The columns a list of files can be sorted by. */
export const fileOrders = ["name", "owner", "type", "size", "uploaded", "last-used"] as const;
export type FileOrder = (typeof fileOrders)[number];

export interface FileSort {
  readonly key: FileOrder;
  readonly dir: "ascending" | "descending";
}

type Compare = (a: MediaFile, b: MediaFile) => number;

const collator = new Intl.Collator(undefined, { numeric: true });

const byText = (textOf: (file: MediaFile) => string): Compare => {
  return (a, b) => collator.compare(textOf(a), textOf(b));
};
const byNumber = (numberOf: (file: MediaFile) => number): Compare => {
  return (a, b) => numberOf(a) - numberOf(b);
};

const compares: Readonly<Record<FileOrder, Compare>> = {
  name: byText((file) => file.name ?? file.mediaId),
  owner: byText((file) => file.userId),
  type: byText((file) => file.type ?? ""),
  size: byNumber((file) => file.sizeBytes ?? -1),
  uploaded: byNumber((file) => file.createdMs),
  "last-used": byNumber((file) => file.lastAccessMs ?? -1),
};

/** Rows in the order of a column. What has no size or was never opened counts as least. Equal rows keep their order. */
export function sortByFile<Row>(
  rows: readonly Row[],
  fileOf: (row: Row) => MediaFile,
  { key, dir }: FileSort,
): readonly Row[] {
  const compare = compares[key];
  const sign = dir === "ascending" ? 1 : -1;
  return rows.toSorted((a, b) => sign * compare(fileOf(a), fileOf(b)));
}

/** The sort after a press on that header: a column first falls the way that is asked for most, then turns round. */
export function nextSort(sort: FileSort, pressed: string): FileSort {
  const key = fileOrders.find((order) => order === pressed);
  if (key === undefined) return sort;
  if (key === sort.key) return { key, dir: sort.dir === "ascending" ? "descending" : "ascending" };
  return { key, dir: key === "size" ? "descending" : "ascending" };
}
