import { createClient } from "../api/http";
import type { Client } from "../api/http";
import { createStore } from "../lib/store";
import type { ReadonlyStore } from "../lib/store";
import type { Account } from "./sign-in";
import { forget, keepIn, placeOf, readStored, write } from "./stored-session";
import type { Storages, StoredSession } from "./stored-session";

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

/** The session of a page: the one a store of the browser holds, or none. */
export function createSession(storages: Storages): SessionManager {
  let accessToken = "";
  const signedIn = (stored: StoredSession): SessionState => {
    accessToken = stored.accessToken;
    return signedInAs(stored, () => accessToken);
  };
  const ofTab = readStored(storages.tab);
  const restored = ofTab ?? readStored(storages.device);
  let isOfDevice = ofTab === null && restored !== null;
  const store = createStore<SessionState>(restored === null ? { status: "signed-out" } : signedIn(restored));

  return {
    get: store.get,
    subscribe: store.subscribe,
    untilRenewed: (signal) => untilRenewed(store, signal),
    begin: (account, token, { isRemembered }) => {
      const stored = { ...account, accessToken: token };
      isOfDevice = isRemembered && storages.device !== null;
      keepIn(storages, stored, isRemembered ? "device" : "tab");
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
    end: () => {
      forget(storages);
      accessToken = "";
      isOfDevice = false;
      store.set({ status: "signed-out" });
    },
    isForgotten: () => isOfDevice && readStored(storages.device) === null,
  };
}

function signedInAs({ homeserver, userId, serverName }: Account, token: () => string): SessionState {
  const client = createClient({ homeserver, scope: `${homeserver} ${userId}`, token });
  return { status: "signed-in", account: { homeserver, userId, serverName }, client, isTokenRefused: false };
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
