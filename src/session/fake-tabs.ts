import type { Locks, LockParts } from "./run-lock";

/** Time that a spec moves by hand. */
export class FakeTime {
  #nowMs = 1_700_000_000_000;
  #timers: { readonly atMs: number; readonly ring: () => void }[] = [];

  nowMs = (): number => this.#nowMs;

  /** The clock on the wall is set, and no timer notices. */
  setClockBy(ms: number): void {
    this.#nowMs += ms;
    this.#timers = this.#timers.map(({ atMs, ring }) => ({ atMs: atMs + ms, ring }));
  }

  after(ms: number, ring: () => void): void {
    this.#timers.push({ atMs: this.#nowMs + ms, ring });
  }

  /** Rings what is due, in order, and lets what waits for it go on. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await settled();
    for (;;) {
      const due = this.#timers.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#nowMs = Math.max(this.#nowMs, due.atMs);
      due.ring();
      await settled();
    }
    this.#nowMs = untilMs;
  }
}

/** Lets everything go on that waits for promises alone. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/**
 * The storage that tabs share, as browsers with a process for each tab have it: every tab has a copy, and a write
 * reaches the others later. All agree on the order of writes.
 */
export class SharedStorage {
  readonly #time: FakeTime;
  readonly #delayMs: number;
  readonly #copies: Map<string, string>[] = [];
  readonly #kept = new Map<string, string>();

  constructor(time: FakeTime, delayMs = 0) {
    this.#time = time;
    this.#delayMs = delayMs;
  }

  /** A new tab's view. */
  open(): Storage {
    const copy = new Map(this.#kept);
    this.#copies.push(copy);
    return new TabStorage(copy, (key, text) => {
      this.#send(copy, key, text);
    });
  }

  #send(from: Map<string, string>, key: string, text: string | null): void {
    put(from, key, text);
    if (this.#delayMs === 0) this.#arrive(key, text);
    else {
      this.#time.after(this.#delayMs, () => {
        this.#arrive(key, text);
      });
    }
  }

  #arrive(key: string, text: string | null): void {
    put(this.#kept, key, text);
    for (const copy of this.#copies) put(copy, key, text);
  }
}

const put = (map: Map<string, string>, key: string, text: string | null): void => {
  if (text === null) map.delete(key);
  else map.set(key, text);
};

class TabStorage implements Storage {
  [name: string]: unknown;
  readonly #copy: Map<string, string>;
  readonly #send: (key: string, text: string | null) => void;

  constructor(copy: Map<string, string>, send: (key: string, text: string | null) => void) {
    this.#copy = copy;
    this.#send = send;
  }
  get length() {
    return this.#copy.size;
  }
  clear() {
    for (const key of this.#copy.keys()) this.#send(key, null);
  }
  getItem(key: string) {
    return this.#copy.get(key) ?? null;
  }
  key(index: number) {
    return [...this.#copy.keys()][index] ?? null;
  }
  removeItem(key: string) {
    this.#send(key, null);
  }
  setItem(key: string, value: string) {
    this.#send(key, value);
  }
}

/** The Web Locks of a browser, as one tab has them. */
export class SharedLocks {
  readonly #held = new Map<string, { readonly tab: object }>();

  open(tab: object): Locks {
    return {
      request: async (name, _options, granted) => {
        if (this.#held.has(name)) return granted(null);
        const lock = { tab };
        this.#held.set(name, lock);
        await granted(lock);
        if (this.#held.get(name) === lock) this.#held.delete(name);
        return undefined;
      },
      query: () => Promise.resolve({ held: [...this.#held.keys()].map((name) => ({ name })) }),
    };
  }

  /** What the browser does when a tab is gone. */
  giveBack(tab: object): void {
    for (const [name, lock] of this.#held) if (lock.tab === tab) this.#held.delete(name);
  }
}

/** A tab of such a browser. */
export class FakeTab {
  readonly parts: LockParts;
  readonly page = new EventTarget();
  /** How late its timers are, in ms: those of a hidden tab ring once a minute. */
  latenessMs = 0;
  #isFrozen = false;
  #overdue: (() => void)[] = [];

  constructor(time: FakeTime, shared: { storage: Storage | null; locks: SharedLocks | null }) {
    this.parts = {
      locks: shared.locks?.open(this) ?? null,
      storage: shared.storage,
      nowMs: time.nowMs,
      page: this.page,
      wait: (ms, signal) =>
        new Promise((resolve, reject) => {
          const abort = () => {
            reject(new DOMException("Stopped", "AbortError"));
          };
          signal?.addEventListener("abort", abort);
          time.after(ms + this.latenessMs, () => {
            signal?.removeEventListener("abort", abort);
            if (this.#isFrozen) this.#overdue.push(resolve);
            else resolve();
          });
        }),
    };
  }

  /** Its scripts stand still: it crashed, or sleeps. */
  freeze(): void {
    this.#isFrozen = true;
  }

  wake(): void {
    this.#isFrozen = false;
    for (const resolve of this.#overdue.splice(0)) resolve();
  }
}
