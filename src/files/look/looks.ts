import { createStore } from "../../lib/store";
import type { ReadonlyStore } from "../../lib/store";
import type { MediaName } from "../../lib/mxc";
import { keyOf } from "./look-file";
import type { LookFile } from "./look-file";
import type { Kind } from "./shown-types";
import { createSlots } from "./slots";

/** For the list, for the details, and the file itself. */
export type LookSize = "small" | "middle" | "full";

/** What became of the wish to see a file. */
export type Look =
  | { readonly status: "closed" }
  /** Waits for its turn, or is on its way. */
  | { readonly status: "fetching" }
  /** `url` is a blob's, and is revoked when the look is closed. */
  | { readonly status: "shown"; readonly url: string; readonly kind: Kind }
  | { readonly status: "failed"; readonly error: unknown };

/** What is to be fetched. */
export interface Wish {
  readonly file: LookFile;
  readonly size: LookSize;
  /** The admin asked for this very file, so that it may be fetched whole where there is no thumbnail. */
  readonly isAlone: boolean;
}

/** Content that is safe to show, its blob of a type that was chosen here. */
export interface Shown {
  readonly blob: Blob;
  readonly kind: Kind;
}

export interface LookDeps {
  readonly fetch: (wish: Wish, signal: AbortSignal) => Promise<Shown>;
  readonly createUrl: (blob: Blob) => string;
  readonly revokeUrl: (url: string) => void;
}

/** Everything that is being looked at. Looks are kept until somebody closes them. */
export interface Looks extends ReadonlyStore<ReadonlyMap<string, Look>> {
  readonly of: (file: MediaName, size: LookSize) => Look;
  /** Fetches what is wished for, unless it is shown or on its way already. */
  readonly open: (wish: Wish) => void;
  readonly close: (file: MediaName, size: LookSize) => void;
  /** Says that what was fetched could not be shown. */
  readonly fail: (wish: Pick<Wish, "file" | "size">, error: unknown) => void;
  /** Closes the looks at every other file. */
  readonly keepOnly: (files: readonly LookFile[]) => void;
  readonly closeAll: () => void;
}

/** Few enough that a list of pictures does not keep the homeserver from its other work. */
const IN_FLIGHT = 4;

const CLOSED: Look = { status: "closed" };
const FETCHING: Look = { status: "fetching" };

const nameOf = (file: MediaName, size: LookSize): string => `${size} ${keyOf(file)}`;

/** The looks of the moment, and what ends the fetching of each. */
function createShelf({ revokeUrl }: Pick<LookDeps, "revokeUrl">) {
  const store = createStore<ReadonlyMap<string, Look>>(new Map());
  const stops = new Map<string, AbortController>();
  const put = (name: string, look: Look) => {
    store.set(new Map(store.get()).set(name, look));
  };
  return {
    store,
    put,
    begin: (name: string): AbortController => {
      const stop = new AbortController();
      stops.set(name, stop);
      put(name, FETCHING);
      return stop;
    },
    /** Puts it in place unless the look was closed meanwhile, or opened once more. */
    settle: (name: string, stop: AbortController, look: () => Look) => {
      if (stops.get(name) === stop) put(name, look());
    },
    drop: (names: readonly string[]) => {
      const left = new Map(store.get());
      for (const name of names) {
        stops.get(name)?.abort();
        stops.delete(name);
        const look = left.get(name);
        if (look?.status === "shown") revokeUrl(look.url);
        left.delete(name);
      }
      if (left.size < store.get().size) store.set(left);
    },
  };
}

/** Looks at files, a few at a time. Closing one ends its fetching and revokes its URL. */
export function createLooks({ fetch, createUrl, revokeUrl }: LookDeps): Looks {
  const { store, put, begin, settle, drop } = createShelf({ revokeUrl });
  const inSlot = createSlots(IN_FLIGHT);
  const look = async (wish: Wish) => {
    const name = nameOf(wish.file, wish.size);
    const stop = begin(name);
    try {
      const { blob, kind } = await inSlot(async () => {
        stop.signal.throwIfAborted();
        return fetch(wish, stop.signal);
      });
      settle(name, stop, () => ({ status: "shown", url: createUrl(blob), kind }));
    } catch (error) {
      settle(name, stop, () => ({ status: "failed", error }));
    }
  };
  const of = (file: MediaName, size: LookSize): Look => store.get().get(nameOf(file, size)) ?? CLOSED;
  return {
    ...store,
    of,
    open: (wish) => {
      const { status } = of(wish.file, wish.size);
      if (status === "closed" || status === "failed") void look(wish);
    },
    close: (file, size) => {
      drop([nameOf(file, size)]);
    },
    fail: ({ file, size }, error) => {
      drop([nameOf(file, size)]);
      put(nameOf(file, size), { status: "failed", error });
    },
    keepOnly: (files) => {
      const kept = new Set(files.map(keyOf));
      drop([...store.get().keys()].filter((name) => !kept.has(name.slice(name.indexOf(" ") + 1))));
    },
    closeAll: () => {
      drop([...store.get().keys()]);
    },
  };
}
