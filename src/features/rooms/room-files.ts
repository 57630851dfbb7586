import type { MediaFile } from "../../api/media-page";
import { mxcOf } from "../../lib/mxc";
import type { MediaName } from "../../lib/mxc";
import type { LookedUp } from "../../sweep/look-up-files";

/** What a room needs to know of a file, of whichever server. */
export type RoomFile = Pick<MediaFile, "sizeBytes" | "sha256">;

/** One file that a room's events name, and what is known of it; null where it was not looked up yet. */
export interface RoomRow<File> {
  readonly mxc: string;
  readonly name: MediaName;
  readonly known: LookedUp<File> | null;
}

/** The files of a room, as far as they were looked up. */
export interface RoomFiles<File> {
  /** In the order in which Synapse names them. */
  readonly rows: readonly RoomRow<File>[];
  readonly found: readonly File[];
  readonly bytes: number;
  readonly gone: number;
  readonly failed: number;
  readonly waiting: number;
}

/** By mxc URI. */
export type Known<File> = ReadonlyMap<string, LookedUp<File>>;

/** Joins the names with what became known of them. */
export function roomFilesOf<File extends RoomFile>(names: readonly MediaName[], known: Known<File>): RoomFiles<File> {
  const rows = names.map((name): RoomRow<File> => {
    const mxc = mxcOf(name);
    return { mxc, name, known: known.get(mxc) ?? null };
  });
  const found = rows.flatMap((row) => (row.known?.what === "found" ? [row.known.file] : []));
  const count = (what: LookedUp<File>["what"] | undefined) => rows.filter((row) => row.known?.what === what).length;
  return {
    rows,
    found,
    bytes: found.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0),
    gone: count("gone"),
    failed: count("failed"),
    waiting: count(undefined),
  };
}

/**
 * Which files may be others than what became known of them, after something was done: where it names files these and
 * those of the same content, which quarantine reaches as well; else all.
 */
export function doubtedAfter<File extends RoomFile>(on: readonly string[], known: Known<File>): readonly string[] {
  if (on.some((name) => !name.startsWith("mxc://"))) return [...known.keys()];
  const named = new Set(on);
  const hashes = new Set(on.map((mxc) => hashOf(known.get(mxc))));
  hashes.delete(null);
  return [...known].filter(([mxc, one]) => named.has(mxc) || hashes.has(hashOf(one))).map(([mxc]) => mxc);
}

const hashOf = <File extends RoomFile>(one: LookedUp<File> | undefined): string | null =>
  one?.what === "found" ? one.file.sha256 : null;
