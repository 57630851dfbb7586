import type { MediaOwner } from "../api/statistics";
import { createStore } from "../lib/store";
import type { Store } from "../lib/store";
import type { Ticks } from "../lib/ticks";
import { currentSession } from "./current";

export type PickedUsers = Ticks<MediaOwner>;

export const NOBODY: PickedUsers = new Map();

let picked: { readonly scope: string; readonly store: Store<PickedUsers> } | null = null;

/**
 * The users ticked in the list of users, by user ID, for as long as this account is signed in and the page stays. Throws
 * where nobody is signed in.
 */
export function pickedUsers(): Store<PickedUsers> {
  const { scope } = currentSession().client;
  if (picked?.scope !== scope) picked = { scope, store: createStore(NOBODY) };
  return picked.store;
}

/** Unticks everybody: the session has ended. */
export function forgetPickedUsers(): void {
  picked = null;
}
