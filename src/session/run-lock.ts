import type { HeldLock } from "./held-lock";
import { createLeases } from "./run-lease";
import type { LeaseParts } from "./run-lease";

/** One run at a time on a homeserver, across the tabs of this browser. */
export interface RunLock {
  /** Takes the lock; null where a run of this or another tab holds it. Never rejects. */
  hold(homeserver: string): Promise<HeldLock | null>;
  /** Whether a run holds it, as far as this browser tells. Never rejects. */
  isHeld(homeserver: string): Promise<boolean>;
}

/** The part of `navigator.locks` that is needed. */
export interface Locks {
  request(name: string, options: { ifAvailable: true }, granted: (lock: unknown) => Promise<void>): Promise<unknown>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

export interface LockParts extends LeaseParts {
  /** Null on plain http pages, which have no Web Locks. */
  readonly locks: Locks | null;
}

const nameOf = (homeserver: string): string => `mediasweep.run ${homeserver}`;

/**
 * Web Locks where there are any: the browser gives such a lock back when its tab closes or crashes, and never takes it
 * from a tab that sleeps. Else a lease in storage, with the same promise; so too where a browser that may keep nothing
 * for this page refuses locks together with storage.
 */
export function createRunLock(parts: LockParts): RunLock {
  const leases = createLeases(parts);
  const { locks } = parts;
  return {
    hold: async (homeserver) => {
      const name = nameOf(homeserver);
      try {
        if (locks !== null) return await holdWebLock(locks, name);
      } catch {
        // Refused; told by `isAcrossTabs` if storage is refused as well.
      }
      return leases.hold(name);
    },
    isHeld: async (homeserver) => {
      const name = nameOf(homeserver);
      try {
        if (locks !== null) return namesIn(await locks.query()).includes(name);
      } catch {
        // As above.
      }
      return leases.isHeld(name);
    },
  };
}

const namesIn = ({ held = [] }: Awaited<ReturnType<Locks["query"]>>): readonly (string | undefined)[] =>
  held.map(({ name }) => name);

/** Never lost: nobody here steals. Rejects where the browser refuses locks to this page. */
const holdWebLock = (locks: Locks, name: string): Promise<HeldLock | null> =>
  new Promise((resolve, reject) => {
    const granted = async (lock: unknown): Promise<void> => {
      if (lock === null) {
        resolve(null);
        return;
      }
      // The browser holds the lock for as long as this promise is open.
      await new Promise<void>((release) => {
        resolve({ isAcrossTabs: true, lost: NEVER, touch: () => undefined, release });
      });
    };
    locks.request(name, { ifAvailable: true }, granted).catch(reject);
  });

const NEVER = new AbortController().signal;
