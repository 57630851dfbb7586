import { useSyncExternalStore } from "react";
import type { Client } from "../api/http";
import type { ReadonlyStore } from "../lib/store";
import { session } from "../session/current";
import type { SessionState } from "../session/session";
import type { Account } from "../session/sign-in";

/** The value of a store, with a render at each change. */
export const useStore = <T>(store: ReadonlyStore<T>): T => useSyncExternalStore(store.subscribe, store.get);

export const useSessionState = (): SessionState => useStore(session);

/** The account and client in use. Throws where nobody is signed in: screens behind the sign-in only. */
export function useSession(): { readonly account: Account; readonly client: Client } {
  const state = useSessionState();
  if (state.status !== "signed-in") throw new Error("Nobody is signed in");
  return state;
}
