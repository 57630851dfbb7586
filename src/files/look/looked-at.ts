import { createStore } from "../../lib/store";
import type { ReadonlyStore } from "../../lib/store";
import { keyOf } from "./look-file";
import type { LookFile } from "./look-file";

/** What looking at a file has changed. Times in ms since 1970. */
export interface LookedAt {
  /** When the file was last used before, as Synapse told it; null where never. */
  readonly beforeMs: number | null;
  /** When this page first asked for its content. */
  readonly lookedMs: number;
}

/** When a file was last used before this page looked at it, in ms since 1970; null where never. */
export const usedBeforeLook = ({ lastAccessMs }: Pick<LookFile, "lastAccessMs">, looked: LookedAt | null) =>
  looked === null ? lastAccessMs : looked.beforeMs;

/** Files that this page asked the content of, since the sign-in. */
export interface LookMemory extends ReadonlyStore<ReadonlyMap<string, LookedAt>> {
  readonly of: (file: Pick<LookFile, "serverName" | "mediaId">) => LookedAt | null;
  /** Keeps the access time of before the first look; returns how to take that back where Synapse counted no use. */
  readonly note: (file: LookFile, nowMs: number) => () => void;
  readonly clear: () => void;
}

/** Remembers access times that looking overwrites: Synapse knows only its new ones. */
export function createLookMemory(): LookMemory {
  const store = createStore<ReadonlyMap<string, LookedAt>>(new Map());
  return {
    ...store,
    of: (file) => store.get().get(keyOf(file)) ?? null,
    note: (file, lookedMs) => {
      const key = keyOf(file);
      if (store.get().has(key)) return () => {};
      store.set(new Map(store.get()).set(key, { beforeMs: file.lastAccessMs, lookedMs }));
      return () => {
        const left = new Map(store.get());
        left.delete(key);
        store.set(left);
      };
    },
    clear: () => {
      store.set(new Map());
    },
  };
}
