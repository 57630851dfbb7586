import * as v from "valibot";
import { createClient } from "../api/http";
import type { Client } from "../api/http";
import { createStore } from "../lib/store";
import type { ReadonlyStore } from "../lib/store";
import type { Account } from "./sign-in";

/** Who is signed in, and whether the homeserver still takes the token. */
export type SessionState =
  | { readonly status: "signed-out" }
  | {
      readonly status: "signed-in";
      readonly account: Account;
      readonly client: Client;
      /** The homeserver refused the token: everything waits for a new one. */
      readonly isTokenRefused: boolean;
    };

export interface SessionManager extends ReadonlyStore<SessionState> {
  /** Starts a session; remembered across browser restarts only where the admin asked for it. */
  begin(account: Account, accessToken: string, options: { isRemembered: boolean }): void;
  /** Takes a new token for the same account. */
  renew(accessToken: string): void;
  /** Says that the homeserver refused the token. */
  refuse(): void;
  /** Resolves once there is a token that was not refused; rejects when the signal aborts or the session ends. */
  untilRenewed(signal?: AbortSignal): Promise<void>;
  /** Forgets account and token everywhere on this device. */
  end(): void;
  /** Whether the session was the device's and another tab has made the device forget it. */
  isForgotten(): boolean;
}

/**
 * The two stores of a browser, null where it refuses them. The token stays in the tab's unless the admin says
 * otherwise.
 */
export interface Storages {
  readonly tab: Storage | null;
  readonly device: Storage | null;
}

const KEY = "mediasweep.session";

const storedSession = v.object({
  homeserver: v.string(),
  userId: v.string(),
  serverName: v.string(),
  accessToken: v.string(),
});
type StoredSession = v.InferOutput<typeof storedSession>;

export function createSession(storages: Storages): SessionManager {
  let accessToken = "";
  const signedIn = ({ homeserver, userId, serverName, accessToken: token }: StoredSession): SessionState => {
    accessToken = token;
    const client = createClient({ homeserver, scope: `${homeserver} ${userId}`, token: () => accessToken });
    return { status: "signed-in", account: { homeserver, userId, serverName }, client, isTokenRefused: false };
  };
  const ofTab = readStored(storages.tab);
  const restored = ofTab ?? readStored(storages.device);
  let isOfDevice = ofTab === null && restored !== null;
  const store = createStore<SessionState>(restored === null ? { status: "signed-out" } : signedIn(restored));

  return {
    get: store.get,
    subscribe: store.subscribe,
    begin: (account, token, { isRemembered }) => {
      forget(storages);
      const stored = { ...account, accessToken: token };
      isOfDevice = isRemembered && storages.device !== null;
      write(isRemembered ? storages.device : storages.tab, stored);
      store.set(signedIn(stored));
    },
    renew: (token) => {
      const state = store.get();
      if (state.status !== "signed-in") return;
      accessToken = token;
      write(placeOf(state.account, storages), { ...state.account, accessToken });
      store.set({ ...state, isTokenRefused: false });
    },
    refuse: () => {
      const state = store.get();
      if (state.status === "signed-in" && !state.isTokenRefused) store.set({ ...state, isTokenRefused: true });
    },
    untilRenewed: (signal) => untilRenewed(store, signal),
    end: () => {
      forget(storages);
      accessToken = "";
      isOfDevice = false;
      store.set({ status: "signed-out" });
    },
    isForgotten: () => isOfDevice && readStored(storages.device) === null,
  };
}

function untilRenewed(store: ReadonlyStore<SessionState>, signal?: AbortSignal): Promise<void> {
  const ended = new AbortController();
  const waiting = new Promise<void>((resolve, reject) => {
    const settle = () => {
      const state = store.get();
      if (signal?.aborted === true) reject(new DOMException("Stopped", "AbortError"));
      else if (state.status === "signed-out") reject(new DOMException("Signed out", "AbortError"));
      else if (!state.isTokenRefused) resolve();
    };
    const unsubscribe = store.subscribe(settle);
    ended.signal.addEventListener("abort", unsubscribe);
    signal?.addEventListener("abort", settle, { signal: ended.signal });
    settle();
  });
  return waiting.finally(() => {
    ended.abort();
  });
}

function readStored(storage: Storage | null): StoredSession | null {
  try {
    const result = v.safeParse(storedSession, JSON.parse(storage?.getItem(KEY) ?? "null"));
    return result.success ? result.output : null;
  } catch {
    // Storage switched off, or another program's text under our key: nobody is signed in.
    return null;
  }
}

/** Where that session is kept; the device's store may meanwhile hold what another tab put there, or nothing. */
function placeOf(account: Account, { tab, device }: Storages): Storage | null {
  const remembered = readStored(device);
  const isRemembered =
    readStored(tab) === null && remembered?.userId === account.userId && remembered.homeserver === account.homeserver;
  return isRemembered ? device : tab;
}

function write(storage: Storage | null, session: StoredSession): void {
  try {
    storage?.setItem(KEY, JSON.stringify(session));
  } catch {
    // Storage refused: the session lives in this page only, until it is reloaded.
  }
}

function forget(storages: Storages): void {
  for (const storage of [storages.tab, storages.device]) {
    try {
      storage?.removeItem(KEY);
    } catch {
      // Storage switched off holds nothing to forget.
    }
  }
}
