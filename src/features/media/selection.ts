import type { MediaFile } from "../../api/media-page";
import type { ReadonlyStore } from "../../lib/store";
import { NO_FILES } from "../../sweep/tally";
import type { Tally } from "../../sweep/tally";

/**
 * Ticked files by media ID, as they were when they were ticked; kept while the admin pages, sorts and filters. As a
 * store it gives their sum, another object after each change. It is changed in place and counts as it goes: a tick
 * costs the same however many there are.
 */
export interface Selection extends ReadonlyStore<Tally> {
  readonly has: (mediaId: string) => boolean;
  /** In the order in which they were ticked. */
  readonly files: () => readonly MediaFile[];
  readonly tick: (files: readonly MediaFile[], isTicked: boolean) => void;
  readonly clear: () => void;
}

/** Nothing is ticked yet. */
export function createSelection(): Selection {
  const ticked = new Map<string, MediaFile>();
  const listeners = new Set<() => void>();
  let tally = NO_FILES;
  const change = (bytes: number) => {
    tally = { files: ticked.size, bytes };
    for (const listener of listeners) listener();
  };
  return {
    get: () => tally,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    has: (mediaId) => ticked.has(mediaId),
    files: () => [...ticked.values()],
    tick: (files, isTicked) => {
      let { bytes } = tally;
      for (const file of files) {
        // The list may have been read again since: what is counted is what goes.
        bytes -= ticked.get(file.mediaId)?.sizeBytes ?? 0;
        if (isTicked) {
          ticked.set(file.mediaId, file);
          bytes += file.sizeBytes ?? 0;
        } else ticked.delete(file.mediaId);
      }
      change(bytes);
    },
    clear: () => {
      ticked.clear();
      change(0);
    },
  };
}

/**
 * The files that a tick with Shift is meant for: from the one ticked before to this one, as they stand on the page. This
 * one alone where none was ticked before, or it stands on another page.
 */
export function filesBetween(
  files: readonly MediaFile[],
  before: string | null,
  { mediaId }: MediaFile,
): readonly MediaFile[] {
  const here = files.findIndex((file) => file.mediaId === mediaId);
  const there = files.findIndex((file) => file.mediaId === before);
  return there === -1 ? files.slice(here, here + 1) : files.slice(Math.min(here, there), Math.max(here, there) + 1);
}

/** How much of a list is ticked. Stops looking as soon as it is known. */
export function tickedOf(selection: Selection, files: readonly MediaFile[]): "none" | "some" | "all" {
  const ticked = selection.get().files;
  if (ticked === 0 || files.length === 0) return "none";
  const isTicked = ({ mediaId }: MediaFile) => selection.has(mediaId);
  if (ticked >= files.length && files.every(isTicked)) return "all";
  return files.some(isTicked) ? "some" : "none";
}
