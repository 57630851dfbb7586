import { useEffect, useMemo, useState } from "react";
import { calmStore } from "../../lib/calm-store";
import type { MediaName } from "../../lib/mxc";
import { createStore } from "../../lib/store";
import type { ReadonlyStore } from "../../lib/store";
import { useStore } from "../../queries/use-session";
import { currentDeps } from "../../session/current";
import { lookUpFiles } from "../../sweep/look-up-files";
import type { LookedUp } from "../../sweep/look-up-files";
import { roomFilesOf } from "./room-files";
import type { Known, RoomFiles } from "./room-files";

/** As many are looked up by themselves; more wait for the admin, because each is a request. */
export const BY_ITSELF = 200;

export interface RoomLookUp {
  readonly files: RoomFiles;
  readonly isReading: boolean;
  /** Looks up the rest; null where nothing is left. */
  readonly lookUpAll: (() => void) | null;
}

/** Looks up the local files of a room, as long as the screen stays. */
export function useRoomFiles(names: readonly MediaName[]): RoomLookUp {
  const [lookedUp] = useState(createLookedUp);
  const [limit, setLimit] = useState(BY_ITSELF);
  useEffect(() => {
    const stopping = new AbortController();
    const read = async () => {
      const wanted = names.slice(0, limit).filter(({ mediaId }) => !lookedUp.byId.has(mediaId));
      for await (const one of lookUpFiles(currentDeps(), wanted, stopping.signal)) {
        if (stopping.signal.aborted) return;
        lookedUp.note(one);
      }
    };
    void read();
    return () => {
      stopping.abort();
    };
  }, [names, limit, lookedUp]);
  const known = useStore(lookedUp.calm);
  const files = useMemo(() => roomFilesOf(names, known.byId), [names, known]);
  const lookUpAll = () => {
    setLimit(names.length);
  };
  const left = Math.max(names.length - limit, 0);
  return { files, isReading: files.waiting > left, lookUpAll: left > 0 ? lookUpAll : null };
}

interface LookedUpFiles {
  readonly byId: Known;
  readonly note: (one: LookedUp) => void;
  /** For the screen. */
  readonly calm: ReadonlyStore<{ readonly byId: Known }>;
}

/** What became known so far. It is filled in place: a copy for each file takes long in a large room. */
function createLookedUp(): LookedUpFiles {
  const byId = new Map<string, LookedUp>();
  const store = createStore<{ readonly byId: Known }>({ byId });
  return {
    byId,
    note: (one) => {
      byId.set(one.mediaId, one);
      store.set({ byId });
    },
    calm: calmStore(store, { everyMs: 1000, isUrgent: () => byId.size === 1 }),
  };
}
