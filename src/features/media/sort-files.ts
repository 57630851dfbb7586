import type { MediaFile } from "../../api/media-page";
import { lastUsedMs } from "../../sweep/rule";
import type { MediaSearch } from "./media-search";

/** How a list that is sorted here is sorted. */
export type FileOrder = Pick<MediaSearch, "sort" | "dir">;

type Key = number | string | null;

const collator = new Intl.Collator(undefined, { numeric: true });

/** What the files are sorted by; null where a file lacks it. */
const keysOf: Readonly<Record<MediaSearch["sort"], (file: MediaFile) => Key>> = {
  created_ts: ({ createdMs }) => createdMs,
  // Synapse has no such order: there, files never opened stand together at either end.
  last_access_ts: lastUsedMs,
  media_length: ({ sizeBytes }) => sizeBytes,
  upload_name: ({ name }) => name,
  media_type: ({ type }) => type,
  media_id: ({ mediaId }) => mediaId,
  quarantined_by: ({ quarantinedBy }) => quarantinedBy,
  safe_from_quarantine: ({ isProtected }) => Number(isProtected),
};

/**
 * The files in one of Synapse's orders, sorted here. Files without a value stand last in both directions, one that was
 * never opened counts as used at its upload, and equal ones stand by media ID, as Synapse has it.
 */
export function sortFiles(files: readonly MediaFile[], { sort, dir }: FileOrder): readonly MediaFile[] {
  const keyOf = keysOf[sort];
  const turn = dir === "ascending" ? 1 : -1;
  const ranks = ranksOf(files.map(keyOf));
  const rows = files.map((file, index) => ({ file, rank: ranks[index] ?? NaN }));
  rows.sort((a, b) => {
    const [isLast, isFirst] = [Number.isNaN(a.rank), Number.isNaN(b.rank)];
    if (isLast !== isFirst) return isLast ? 1 : -1;
    const difference = isLast ? 0 : turn * (a.rank - b.rank);
    return difference === 0 ? byText(a.file.mediaId, b.file.mediaId) : difference;
  });
  return rows.map(({ file }) => file);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Numbers in the order of the keys, NaN where there is none: each text is compared once, however often it occurs. */
function ranksOf(keys: readonly Key[]): Float64Array {
  const texts = new Set(keys.filter((key) => typeof key === "string"));
  const sorted = [...texts].sort((a, b) => collator.compare(a, b));
  const rankOf = new Map(sorted.map((text, rank) => [text, rank]));
  return Float64Array.from(keys, (key) => (typeof key === "string" ? (rankOf.get(key) ?? NaN) : (key ?? NaN)));
}
