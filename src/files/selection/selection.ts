import type { MediaFile } from "../../api/media-page";
import type { Ticks } from "../../lib/ticks";
import { NO_FILES } from "../../sweep/tally";
import type { Tally } from "../../sweep/tally";

/**
 * Ticked files by media ID, as they were when they were ticked; kept while the admin pages, sorts and filters. As a
 * store it gives their sum, another object after each change. It is changed in place and counts as it goes: a tick
 * costs the same however many there are.
 */
export interface Selection extends Ticks<MediaFile> {
  readonly get: () => Tally;
  /** In the order in which they were ticked. */
  readonly files: () => readonly MediaFile[];
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
    size: () => ticked.size,
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

export const mediaIdOf = ({ mediaId }: MediaFile): string => mediaId;
