import type { ReadonlyStore } from "./store";

/**
 * Ticked rows by their IDs, as they were when they were ticked; kept while the list is sorted and narrowed. As a store
 * it gives another value after each change.
 */
export interface Ticks<Row> extends ReadonlyStore<unknown> {
  readonly size: () => number;
  readonly has: (id: string) => boolean;
  readonly tick: (rows: readonly Row[], isTicked: boolean) => void;
  readonly clear: () => void;
}

export type IdOf<Row> = (row: Row) => string;

/**
 * The rows that a tick with Shift is meant for: from the one ticked before to this one, as they stand in the list. This
 * one alone where none was ticked before, or it stands in the list no longer.
 */
export function rowsBetween<Row>(
  rows: readonly Row[],
  { before, now }: { readonly before: string | null; readonly now: string },
  idOf: IdOf<Row>,
): readonly Row[] {
  const here = rows.findIndex((row) => idOf(row) === now);
  const there = before === null ? -1 : rows.findIndex((row) => idOf(row) === before);
  return there === -1 ? rows.slice(here, here + 1) : rows.slice(Math.min(here, there), Math.max(here, there) + 1);
}

/** How much of a list is ticked. Stops looking as soon as it is known. */
export function tickedOf<Row>(
  ticks: Pick<Ticks<Row>, "size" | "has">,
  rows: readonly Row[],
  idOf: IdOf<Row>,
): "none" | "some" | "all" {
  const ticked = ticks.size();
  if (ticked === 0 || rows.length === 0) return "none";
  const isTicked = (row: Row) => ticks.has(idOf(row));
  if (ticked >= rows.length && rows.every(isTicked)) return "all";
  return rows.some(isTicked) ? "some" : "none";
}
