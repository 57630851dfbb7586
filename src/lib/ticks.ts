/** Ticked rows by their IDs, as they were when they were ticked; kept while the list is sorted and narrowed. */
export type Ticks<Row> = ReadonlyMap<string, Row>;

export type IdOf<Row> = (row: Row) => string;

/** With those rows ticked, or without them. */
export function tickRows<Row>(
  ticks: Ticks<Row>,
  rows: Iterable<Row>,
  { isTicked, idOf }: { readonly isTicked: boolean; readonly idOf: IdOf<Row> },
): Ticks<Row> {
  const next = new Map(ticks);
  for (const row of rows) {
    if (isTicked) next.set(idOf(row), row);
    else next.delete(idOf(row));
  }
  return next;
}

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
