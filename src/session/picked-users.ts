import type { MediaOwner } from "../api/statistics";
import { createStore } from "../lib/store";
import type { Ticks } from "../lib/ticks";
import { currentSession } from "./current";

/** The users ticked in the list of users, by user ID. */
export interface PickedUsers extends Ticks<MediaOwner> {
  readonly get: () => ReadonlyMap<string, MediaOwner>;
}

function createPicked(): PickedUsers {
  const store = createStore<ReadonlyMap<string, MediaOwner>>(new Map());
  return {
    get: store.get,
    subscribe: store.subscribe,
    size: () => store.get().size,
    has: (userId) => store.get().has(userId),
    tick: (owners, isTicked) => {
      const next = new Map(store.get());
      for (const owner of owners) {
        if (isTicked) next.set(owner.userId, owner);
        else next.delete(owner.userId);
      }
      store.set(next);
    },
    clear: () => {
      store.set(new Map());
    },
  };
}

let picked: { readonly scope: string; readonly users: PickedUsers } | null = null;

/**
 * Who is ticked in the list of users, for as long as this account is signed in and the page stays. Throws where nobody
 * is signed in.
 */
export function pickedUsers(): PickedUsers {
  const { scope } = currentSession().client;
  if (picked?.scope !== scope) picked = { scope, users: createPicked() };
  return picked.users;
}

/** Unticks everybody: the session has ended. */
export function forgetPickedUsers(): void {
  picked = null;
}
