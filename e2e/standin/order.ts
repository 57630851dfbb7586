import type { Direction } from "./params";

export type SortValue = string | number | boolean | null;

/** Where a database puts rows without a value: SQLite first when ascending, PostgreSQL last. */
export type NullOrder = "sqlite" | "postgres";

export interface Ordering<T> {
  readonly key: (row: T) => SortValue;
  /** Breaks ties, always ascending whatever the direction. Absent: rows stay as they came. */
  readonly tie?: (row: T) => string;
  readonly direction: Direction;
  readonly nulls: NullOrder;
}

/** A comparison as `ORDER BY key direction, tie ASC` makes it, without NULLS FIRST or LAST. */
export function comparator<T>({ key, tie, direction, nulls }: Ordering<T>): (a: T, b: T) => number {
  const sign = direction === "f" ? 1 : -1;
  const nullSign = nulls === "sqlite" ? -1 : 1;
  return (a, b) => {
    const byKey = compareValues(key(a), key(b), nullSign);
    if (byKey !== 0) return sign * byKey;
    return tie === undefined ? 0 : compareText(tie(a), tie(b));
  };
}

function compareValues(a: SortValue, b: SortValue, nullSign: number): number {
  if (a === b) return 0;
  if (a === null) return nullSign;
  if (b === null) return -nullSign;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  return Number(a) - Number(b);
}

/** Order of the UTF-8 bytes, which is SQLite's and that of PostgreSQL in the C collation Synapse asks for. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const unitA = a.charCodeAt(index);
    const unitB = b.charCodeAt(index);
    if (unitA !== unitB) return rank(unitA) - rank(unitB);
  }
  return a.length - b.length;
}

/** Moves surrogates behind the rest of the basic plane, where their code points are. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** A test as SQL's LIKE makes it: `%` and `_` are wildcards. SQLite ignores the case of ASCII letters. */
export function like(pattern: string, nulls: NullOrder): (text: string | null) => boolean {
  const source = pattern
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("%", String.raw`[\s\S]*`)
    .replaceAll("_", String.raw`(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S])`);
  const regex = new RegExp(`^${source}$`, nulls === "sqlite" ? "i" : "");
  return (text) => text !== null && regex.test(text);
}
