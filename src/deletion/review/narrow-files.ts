import type { MediaFile } from "../../api/media-page";

/** Which part of a long list is shown; null where it is all of it. */
export interface Narrowing {
  readonly userId: string | null;
  /** The part of the media type before the slash, or `unknown`. */
  readonly type: string | null;
}

export const NOT_NARROWED: Narrowing = { userId: null, type: null };

/** "image" of "image/png". Synapse has no type for an unfinished upload. */
export const typeClassOf = (file: MediaFile): string => file.type?.split("/", 1)[0]?.toLowerCase() ?? "unknown";

/** The rows of that owner and type. */
export function narrow<Row>(
  rows: readonly Row[],
  fileOf: (row: Row) => MediaFile,
  { userId, type }: Narrowing,
): readonly Row[] {
  if (userId === null && type === null) return rows;
  return rows.filter((row) => {
    const file = fileOf(row);
    return (userId === null || file.userId === userId) && (type === null || typeClassOf(file) === type);
  });
}

/** What occurs in the list, most frequent first, to choose from. */
export function countBy(
  files: readonly MediaFile[],
  of: (file: MediaFile) => string,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(of(file), (counts.get(of(file)) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
