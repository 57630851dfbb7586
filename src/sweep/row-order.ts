import type { Inventory } from "./inventory";

/** The columns that rows can be sorted by. */
export const rowOrders = ["name", "owner", "type", "size", "uploaded", "last-used"] as const;
export type RowOrder = (typeof rowOrders)[number];

/** What rows are sorted by, as plain data that a worker can be sent. */
export type SortKeys =
  | { readonly kind: "numbers"; readonly values: Float64Array }
  /** Texts in UTF-8, one behind the other; where one is empty the other column's counts. */
  | { readonly kind: "texts"; readonly columns: readonly PackedTexts[]; readonly rows: number };

interface PackedTexts {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** What an inventory's rows are sorted by in that order, superseded rows included. */
export function sortKeysOf(inventory: Inventory, order: RowOrder): SortKeys {
  const { rows } = inventory;
  if (order === "name") return { kind: "texts", columns: [inventory.names, inventory.mediaIds].map(packed), rows };
  if (order === "owner" || order === "type") {
    const { texts, codes } = order === "owner" ? inventory.owners : inventory.types;
    const ranks = ranksOf(texts);
    return { kind: "numbers", values: Float64Array.from(codes.values.subarray(0, rows), (code) => ranks[code] ?? 0) };
  }
  const columns = { size: inventory.sizeBytes, uploaded: inventory.createdMs, "last-used": inventory.lastAccessMs };
  return { kind: "numbers", values: columns[order].values.slice(0, rows) };
}

const packed = ({ bytes, ends }: Inventory["names"]): PackedTexts => ({ bytes: bytes.values, ends: ends.values });

/** The place of each text among all of them. */
function ranksOf(texts: readonly string[]): Float64Array {
  const ranks = new Float64Array(texts.length);
  const sorted = texts.map((_, code) => code).toSorted((a, b) => collator.compare(texts[a] ?? "", texts[b] ?? ""));
  for (const [rank, code] of sorted.entries()) ranks[code] = rank;
  return ranks;
}

/** Row numbers in ascending order of their keys, equal ones in their own; NaN, which is no value, stands first. */
export function rowsInOrder(keys: SortKeys): Uint32Array<ArrayBuffer> {
  const values = keys.kind === "numbers" ? keys.values : ranksOf(textsOf(keys));
  const rows = Uint32Array.from(values, (_, row) => row);
  const valueOf = (row: number) => {
    const value = values[row] ?? NaN;
    return Number.isNaN(value) ? -Infinity : value;
  };
  return rows.sort((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    return left === right ? a - b : left < right ? -1 : 1;
  });
}

function textsOf({ columns, rows }: Extract<SortKeys, { kind: "texts" }>): readonly string[] {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return Array.from({ length: rows }, (_, row) => {
    for (const { bytes, ends } of columns) {
      const [start, end] = [row === 0 ? 0 : (ends[row - 1] ?? 0), ends[row] ?? 0];
      if (end > start) return decoder.decode(bytes.subarray(start, end));
    }
    return "";
  });
}
