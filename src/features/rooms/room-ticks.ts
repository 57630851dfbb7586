import type { MediaFile } from "../../api/media-page";
import { createStore } from "../../lib/store";
import type { Ticks } from "../../lib/ticks";

/** Ticked files of a room, as they were when they were ticked. */
export interface RoomTicks extends Ticks<MediaFile> {
  readonly files: () => readonly MediaFile[];
}

export function createRoomTicks(): RoomTicks {
  const store = createStore<ReadonlyMap<string, MediaFile>>(new Map());
  return {
    get: store.get,
    subscribe: store.subscribe,
    size: () => store.get().size,
    has: (mediaId) => store.get().has(mediaId),
    tick: (files, isTicked) => {
      const next = new Map(store.get());
      for (const file of files) {
        if (isTicked) next.set(file.mediaId, file);
        else next.delete(file.mediaId);
      }
      store.set(next);
    },
    clear: () => {
      store.set(new Map());
    },
    files: () => [...store.get().values()],
  };
}
