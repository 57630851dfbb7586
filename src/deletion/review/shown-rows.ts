import { typeGroupOf } from "../../sweep/filter";
import { isDoomed, isKept, isMatching } from "../../sweep/preview";
import type { Preview } from "../../sweep/preview";
import type { Tally } from "../../sweep/tally";
import type { Ordered } from "./use-row-order";

/** Which part of the lists is shown; null where it is all of it. */
export interface Narrowing {
  readonly userId: string | null;
  /** The part of the media type before the slash, or `unknown`. */
  readonly typeGroup: string | null;
}

export const NOT_NARROWED: Narrowing = { userId: null, typeGroup: null };

/** The rows of one list in the order shown, and their sum. */
export interface ShownRows {
  readonly rows: Uint32Array;
  readonly tally: Tally;
}

/** What goes and what stays, each in order and narrowed. Rows that no order names yet stand at the end. */
export function shownRows(
  preview: Preview,
  ordered: Ordered,
  narrowing: Narrowing,
): { readonly doomed: ShownRows; readonly kept: ShownRows } {
  const isWithin = withinOf(preview, narrowing);
  const doomed = new RowList(preview);
  const kept = new RowList(preview);
  const rowAt = rowsByPlace(ordered);
  for (let place = 0; place < preview.verdicts.length; place += 1) {
    const row = rowAt(place);
    if (isDoomed(preview, row) && isWithin(row)) doomed.add(row);
    else if (isKept(preview, row) && isWithin(row)) kept.add(row);
  }
  return { doomed: doomed.shown(), kept: kept.shown() };
}

/** Rows by their place on the screen. */
function rowsByPlace({ rows, sort }: Ordered): (place: number) => number {
  const last = rows.length - 1;
  if (sort?.dir !== "descending") return (place) => rows[place] ?? place;
  return (place) => rows[last - place] ?? place;
}

function withinOf({ inventory }: Preview, { userId, typeGroup }: Narrowing): (row: number) => boolean {
  const { owners, types } = inventory;
  const owner = userId === null ? null : owners.knownCodeOf(userId);
  const isOfGroup = types.texts.map((type) => typeGroupOf(type || null) === typeGroup);
  return (row) =>
    (userId === null || owners.codes.values[row] === owner) &&
    (typeGroup === null || isOfGroup[types.codes.values[row] ?? 0] === true);
}

/** Gathers the rows of one list. */
class RowList {
  readonly #rows: Uint32Array;
  readonly #sizes: Float64Array;
  #files = 0;
  #bytes = 0;

  constructor({ inventory, verdicts }: Preview) {
    this.#rows = new Uint32Array(verdicts.length);
    this.#sizes = inventory.sizeBytes.values;
  }

  add(row: number): void {
    this.#rows[this.#files] = row;
    this.#files += 1;
    this.#bytes += this.#sizes[row] || 0;
  }

  shown(): ShownRows {
    // A copy: the rest of the room would be held as long as the list.
    return { rows: this.#rows.slice(0, this.#files), tally: { files: this.#files, bytes: this.#bytes } };
  }
}

/** What occurs among the files that match, most frequent first, to choose from: texts with their number of files. */
export function countMatching(preview: Preview): {
  readonly owners: readonly (readonly [string, number])[];
  readonly typeGroups: readonly (readonly [string, number])[];
} {
  const { owners, types } = preview.inventory;
  const byOwner = new Uint32Array(owners.texts.length);
  const byType = new Uint32Array(types.texts.length);
  for (let row = 0; row < preview.verdicts.length; row += 1) {
    if (!isMatching(preview, row)) continue;
    increment(byOwner, owners.codes.values[row] ?? 0);
    increment(byType, types.codes.values[row] ?? 0);
  }
  const groups = new Map<string, number>();
  for (const [code, type] of types.texts.entries()) {
    const group = typeGroupOf(type || null);
    groups.set(group, (groups.get(group) ?? 0) + (byType[code] ?? 0));
  }
  return {
    owners: mostFirst(owners.texts.map((text, code) => [text, byOwner[code] ?? 0])),
    typeGroups: mostFirst([...groups]),
  };
}

function increment(counts: Uint32Array, code: number): void {
  counts[code] = (counts[code] ?? 0) + 1;
}

const mostFirst = (counts: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] =>
  counts.filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a);
