/** The key of a row by its position, from 0; undefined where there is none. */
export type KeyAt = (position: number) => string | undefined;

/** Rows from a position up to another, which is not among them. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Where rows left a list that has closed up since: between which rows it was, so that it is known again. */
export interface Gap {
  readonly position: number;
  readonly above: string | undefined;
  readonly below: string | undefined;
}

/** The gap that these rows leave, by the keys of the list that still has them. */
export const gapOf = ({ first, end }: RowRange, keyAt: KeyAt): Gap => ({
  position: first,
  above: keyAbove(first, keyAt),
  below: keyAt(end),
});

/** Never asked for position -1, which is the last row of an array. */
const keyAbove = (position: number, keyAt: KeyAt) => (position === 0 ? undefined : keyAt(position - 1));

/**
 * The rows that a toggle is meant for. With Shift those from where rows left last to this one, in either direction;
 * this one alone where nothing left yet, or where the list is another by now: sorted, narrowed or with rows put back.
 */
export function rangeTo(position: number, gap: Gap | null, keyAt: KeyAt): RowRange {
  const only = { first: position, end: position + 1 };
  if (gap === null || gap.above !== keyAbove(gap.position, keyAt) || gap.below !== keyAt(gap.position)) return only;
  return gap.position <= position ? { first: gap.position, end: position + 1 } : { first: position, end: gap.position };
}
