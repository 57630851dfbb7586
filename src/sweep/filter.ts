import type { Inventory } from "./inventory";
import { rowFlags } from "./inventory";

/**
 * What narrows a rule beyond what Synapse's own can say; only "exactly this list" can be run with it. Null, empty and
 * false narrow nothing. Times in ms since 1970, sizes in bytes.
 */
export interface Filter {
  /** Uploaded at this moment or later. */
  readonly uploadedFromMs: number | null;
  /** Uploaded before this moment. */
  readonly uploadedBeforeMs: number | null;
  /** Last used at this moment or later. */
  readonly usedFromMs: number | null;
  readonly atMostBytes: number | null;
  /** The part of the media type before the slash, or `unknown` where there is no type. */
  readonly typeGroup: string | null;
  /** Part of the name, in any case. */
  readonly nameContains: string;
  readonly userIds: readonly string[];
  readonly isOfDeactivated: boolean;
  readonly isNeverOpened: boolean;
  /** Can be fetched without a token. */
  readonly isUnauthenticated: boolean;
  readonly isWithoutUrlPreviews: boolean;
}

export const NO_FILTER: Filter = {
  uploadedFromMs: null,
  uploadedBeforeMs: null,
  usedFromMs: null,
  atMostBytes: null,
  typeGroup: null,
  nameContains: "",
  userIds: [],
  isOfDeactivated: false,
  isNeverOpened: false,
  isUnauthenticated: false,
  isWithoutUrlPreviews: false,
};

/** Whether it narrows anything. */
export const isFiltering = (filter: Filter): boolean =>
  filter.uploadedFromMs !== null ||
  filter.uploadedBeforeMs !== null ||
  filter.usedFromMs !== null ||
  filter.atMostBytes !== null ||
  filter.typeGroup !== null ||
  filter.nameContains !== "" ||
  filter.userIds.length > 0 ||
  filter.isOfDeactivated ||
  filter.isNeverOpened ||
  filter.isUnauthenticated ||
  filter.isWithoutUrlPreviews;

/** "image" of "image/png", in small letters; Synapse has no type for an unfinished upload. */
export const typeGroupOf = (type: string | null): string => type?.split("/", 1)[0]?.toLowerCase() || "unknown";

/** Whose files the filter can select; `deactivated` are the user IDs of closed accounts. */
export function wantsOwner(filter: Filter, deactivated: ReadonlySet<string>): (userId: string) => boolean {
  const chosen = new Set(filter.userIds);
  return (userId) => (chosen.size === 0 || chosen.has(userId)) && (!filter.isOfDeactivated || deactivated.has(userId));
}

type RowTest = (row: number) => boolean;

/** The filter as a test of rows of that inventory as it is now; null where it narrows nothing. */
export function rowTestOf(filter: Filter, inventory: Inventory, deactivated: ReadonlySet<string>): RowTest | null {
  const tests = [
    ...timeTests(filter, inventory),
    ...textTests(filter, inventory),
    ...flagTests(filter, inventory),
    ...ownerTests(filter, inventory, deactivated),
  ];
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

function timeTests(filter: Filter, inventory: Inventory): readonly RowTest[] {
  const { createdMs, lastAccessMs, sizeBytes } = inventory;
  const { uploadedFromMs, uploadedBeforeMs, usedFromMs, atMostBytes } = filter;
  const created = (row: number) => createdMs.values[row] ?? NaN;
  return [
    ...(uploadedFromMs === null ? [] : [(row: number) => created(row) >= uploadedFromMs]),
    ...(uploadedBeforeMs === null ? [] : [(row: number) => created(row) < uploadedBeforeMs]),
    ...(usedFromMs === null ? [] : [(row: number) => inventory.usedMsAt(row) >= usedFromMs]),
    ...(atMostBytes === null ? [] : [(row: number) => (sizeBytes.values[row] ?? NaN) <= atMostBytes]),
    ...(filter.isNeverOpened ? [(row: number) => Number.isNaN(lastAccessMs.values[row])] : []),
  ];
}

function textTests({ typeGroup, nameContains }: Filter, { types, names }: Inventory): readonly RowTest[] {
  const isOfGroup = types.texts.map((type) => typeGroupOf(type || null) === typeGroup);
  return [
    ...(typeGroup === null ? [] : [(row: number) => isOfGroup[types.codes.values[row] ?? 0] === true]),
    ...(nameContains === "" ? [] : [rowsWithin(names.rowsWith(nameContains))]),
  ];
}

const rowsWithin =
  (rows: { has(row: number): boolean }): RowTest =>
  (row) =>
    rows.has(row);

function flagTests({ isUnauthenticated, isWithoutUrlPreviews }: Filter, { flags }: Inventory): readonly RowTest[] {
  const has = (row: number, flag: number) => ((flags.values[row] ?? 0) & flag) !== 0;
  return [
    ...(isUnauthenticated ? [(row: number) => has(row, rowFlags.isUnauthenticated)] : []),
    ...(isWithoutUrlPreviews ? [(row: number) => !has(row, rowFlags.isUrlPreview)] : []),
  ];
}

function ownerTests(filter: Filter, { owners }: Inventory, deactivated: ReadonlySet<string>): readonly RowTest[] {
  if (filter.userIds.length === 0 && !filter.isOfDeactivated) return [];
  const isWanted = owners.texts.map(wantsOwner(filter, deactivated));
  return [(row) => isWanted[owners.codes.values[row] ?? 0] === true];
}
