import * as v from "valibot";
import type { Account } from "./sign-in";

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
export type StoredSession = v.InferOutput<typeof storedSession>;

/** What a store of the browser holds of a session; null where that is none. */
export function readStored(storage: Storage | null): StoredSession | null {
  try {
    const result = v.safeParse(storedSession, JSON.parse(storage?.getItem(KEY) ?? "null"));
    return result.success ? result.output : null;
  } catch {
    // Storage switched off, or another program's text under our key: nobody is signed in.
    return null;
  }
}

/** Where that session is kept; the device's store may meanwhile hold what another tab put there, or nothing. */
export function placeOf(account: Account, { tab, device }: Storages): Storage | null {
  const remembered = readStored(device);
  const isRemembered =
    readStored(tab) === null && remembered?.userId === account.userId && remembered.homeserver === account.homeserver;
  return isRemembered ? device : tab;
}

/** Puts a session into a store, as far as the browser allows it. */
export function write(storage: Storage | null, session: StoredSession): void {
  try {
    storage?.setItem(KEY, JSON.stringify(session));
  } catch {
    // Storage refused: the session lives in this page only, until it is reloaded.
  }
}

/** Leaves no session in either store. */
export function forget(storages: Storages): void {
  for (const storage of [storages.tab, storages.device]) {
    try {
      storage?.removeItem(KEY);
    } catch {
      // Storage switched off holds nothing to forget.
    }
  }
}

/** Puts a session into that store alone. */
export function keepIn(storages: Storages, session: StoredSession, place: keyof Storages): void {
  forget(storages);
  write(storages[place], session);
}
