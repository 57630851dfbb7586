import type { MediaFile } from "../../api/media-page";
import type { MediaName } from "../../lib/mxc";
import type { LookedUp } from "../../sweep/look-up-files";

/** One local file that a room's events name, and what is known of it; null where it was not looked up yet. */
export interface RoomRow {
  readonly mediaId: string;
  readonly known: LookedUp | null;
}

/** The local files of a room, as far as they were looked up. */
export interface RoomFiles {
  /** In the order in which Synapse names them. */
  readonly rows: readonly RoomRow[];
  readonly found: readonly MediaFile[];
  readonly bytes: number;
  readonly gone: number;
  readonly failed: number;
  readonly waiting: number;
}

export type Known = ReadonlyMap<string, LookedUp>;

/** Joins the names with what became known of them. */
export function roomFilesOf(names: readonly MediaName[], known: Known): RoomFiles {
  const rows = names.map(({ mediaId }): RoomRow => ({ mediaId, known: known.get(mediaId) ?? null }));
  const found = rows.flatMap((row) => (row.known?.what === "found" ? [row.known.file] : []));
  const count = (what: LookedUp["what"] | undefined) => rows.filter((row) => row.known?.what === what).length;
  return {
    rows,
    found,
    bytes: found.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0),
    gone: count("gone"),
    failed: count("failed"),
    waiting: count(undefined),
  };
}
