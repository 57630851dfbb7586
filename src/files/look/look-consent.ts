import { readLocalStorageValue } from "@mantine/hooks";
import { createStore } from "../../lib/store";

/** Where this device remembers that the notice is not wanted any more. */
export const NOTICE_SETTING = { key: "mediasweep.look-notice-off", defaultValue: false } as const;

let isTold = false;

/** What to do once the admin has read the notice; null while nothing waits for that. */
export const waitingLook = createStore<(() => void) | null>(null);

/**
 * Does what fetches content, the first time after a sign-in only when the admin has read what that does to the access
 * time.
 */
export function askToLook(look: () => void): void {
  if (isTold || readLocalStorageValue<boolean>(NOTICE_SETTING)) look();
  else waitingLook.set(look);
}

/** The admin has read the notice and goes on. */
export function goOnLooking(): void {
  isTold = true;
  const look = waitingLook.get();
  waitingLook.set(null);
  look?.();
}

/** Whoever signs in next reads the notice again. */
export function forgetConsent(): void {
  isTold = false;
  waitingLook.set(null);
}
