import * as v from "valibot";
import type { Patience } from "../sweep/patience";
import type { HeldLock } from "./held-lock";

/** How often a holder says that it lives, in ms. Browsers call the timers of a hidden tab once a minute only. */
const BEAT_MS = 20_000;

/** A lease that was quiet for longer than this, in ms, is dead: more than the minute of a hidden tab. */
export const DEAD_AFTER_MS = 90_000;

/** How long a new lease is left alone before it counts, in ms: more than a write needs to reach the other tabs. */
export const SETTLE_MS = 500;

export interface LeaseParts {
  /** The storage that all tabs share; null where it is refused. */
  readonly storage: Storage | null;
  readonly nowMs: () => number;
  readonly wait: Patience["wait"];
  /** The window, for its `pagehide`. */
  readonly page: Pick<EventTarget, "addEventListener" | "removeEventListener">;
}

const lease = v.object({ owner: v.string(), beatMs: v.number() });

/**
 * Stands in for Web Locks: a lease in storage that its holder renews.
 *
 * Storage knows no "write if still free". So whoever finds it free writes its own lease, waits until that has reached
 * every tab, and reads again: of several that wrote, all see the one that was written last, and only its owner goes on.
 *
 * A holder that slept, or whose device's clock was put forward, may be taken for dead. It notices at its next sign of life, which comes before its next call: so
 * the run pauses in one tab when it has gone on in the other. A call that was under way then is not called back.
 */
export function createLeases({ storage, nowMs, wait, page }: LeaseParts) {
  /** The text of each foreign lease, and since when this tab has seen it unchanged. */
  const seen = new Map<string, { readonly text: string; readonly sinceMs: number }>();

  /** Throws where storage is refused. */
  const isAlive = (key: string): boolean => {
    const text = storage?.getItem(key) ?? null;
    if (text === null) return false;
    const now = nowMs();
    const before = seen.get(key);
    const isSame = before?.text === text && before.sinceMs <= now;
    const sinceMs = isSame ? before.sinceMs : now;
    seen.set(key, { text, sinceMs });
    // Quiet for too long by its own word; or, where that lies in the future because a clock was set back, or cannot be
    // read, by what this tab has seen.
    const { beatMs } = leaseOf(text) ?? { beatMs: now };
    return now - beatMs <= DEAD_AFTER_MS && now - sinceMs <= DEAD_AFTER_MS;
  };

  return {
    /** Whether somebody holds it; false where storage is refused. */
    isHeld: (key: string): boolean => {
      try {
        return isAlive(key);
      } catch {
        return false;
      }
    },
    hold: async (key: string): Promise<HeldLock | null> => {
      const owner = newOwner();
      const write = () => storage?.setItem(key, JSON.stringify({ owner, beatMs: nowMs() }));
      const isOurs = () => leaseOf(storage?.getItem(key) ?? null)?.owner === owner;
      try {
        if (storage === null) return UNSHARED;
        if (isAlive(key)) return null;
        write();
        await wait(SETTLE_MS);
        if (!isOurs()) return null;
      } catch {
        // Refused or full: no tab can tell another that it runs.
        return UNSHARED;
      }
      const remove = () => storage.removeItem(key);
      return keepLease({ write, isOurs, remove, wait, page });
    },
  };
}

interface OwnLease extends Pick<LeaseParts, "wait" | "page"> {
  readonly isOurs: () => boolean;
  readonly write: () => void;
  readonly remove: () => void;
}

/** Renews a lease until it is released or lost. */
function keepLease({ isOurs, write, remove, wait, page }: OwnLease): HeldLock {
  const lost = new AbortController();
  const ended = new AbortController();
  const touch = () => {
    if (ended.signal.aborted) return;
    quietly(() => {
      if (isOurs()) {
        write();
        return;
      }
      ended.abort();
      lost.abort();
    });
  };
  const giveBack = () => {
    quietly(() => {
      if (isOurs()) remove();
    });
  };
  const release = () => {
    ended.abort();
    giveBack();
  };
  // A page that is put aside may come back: it finds its lease gone then, and the run pauses.
  page.addEventListener("pagehide", giveBack, { signal: ended.signal });
  const beat = async () => {
    while (!ended.signal.aborted) {
      await wait(BEAT_MS, ended.signal);
      touch();
    }
  };
  // The wait rejects at the end.
  beat().catch(() => undefined);
  return { isAcrossTabs: true, lost: lost.signal, touch, release };
}

const UNSHARED: HeldLock = {
  isAcrossTabs: false,
  lost: new AbortController().signal,
  touch: () => undefined,
  release: () => undefined,
};

/** Storage that is refused or filled in mid-run: the lease stays as it is, and others may take it for dead. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Told by the loss of the lease, if it comes to that.
  }
}

/** The lease that a text holds; null where it is none that this version writes. */
function leaseOf(text: string | null): v.InferOutput<typeof lease> | null {
  try {
    const result = v.safeParse(lease, JSON.parse(text ?? "null"));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** Not `crypto.randomUUID`, which pages on plain http do not have. */
const newOwner = (): string => crypto.getRandomValues(new Uint32Array(2)).join("-");
