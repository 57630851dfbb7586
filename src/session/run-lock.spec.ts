import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FakeTab, FakeTime, SharedLocks, SharedStorage } from "./fake-tabs";
import { DEAD_AFTER_MS, SETTLE_MS } from "./run-lease";
import { createRunLock } from "./run-lock";
import type { HeldLock } from "./held-lock";
import type { RunLock } from "./run-lock";

const HOMESERVER = "https://hs.example";

/** A browser with tabs, with Web Locks or with storage alone. */
class FakeBrowser {
  readonly time = new FakeTime();
  readonly #locks: SharedLocks | null;
  readonly #storage: SharedStorage;

  constructor(options: { hasLocks: boolean; delayMs?: number }) {
    this.#locks = options.hasLocks ? new SharedLocks() : null;
    this.#storage = new SharedStorage(this.time, options.delayMs);
  }

  open(change: { storage?: Storage | null } = {}) {
    const tab = new FakeTab(this.time, { storage: this.#storage.open(), locks: this.#locks, ...change });
    return { tab, lock: createRunLock(tab.parts) };
  }

  /** The tab is gone without a word. */
  crash(tab: FakeTab): void {
    tab.freeze();
    this.#locks?.giveBack(tab);
  }

  async holdIn(lock: RunLock, homeserver = HOMESERVER): Promise<HeldLock | null> {
    const holding = lock.hold(homeserver);
    await this.time.pass(SETTLE_MS);
    return holding;
  }
}

const holderOf = (held: HeldLock | null): HeldLock => {
  if (held === null) throw new Error("The lock was not given");
  return held;
};

describe.each([
  { name: "with Web Locks", hasLocks: true },
  { name: "with a lease in storage", hasLocks: false },
])("$name", ({ hasLocks }) => {
  const browser = () => new FakeBrowser({ hasLocks });

  test("one tab holds it, the next one does not get it, and both see that it is held", async () => {
    const tabs = browser();
    const [first, second] = [tabs.open(), tabs.open()];
    expect(await second.lock.isHeld(HOMESERVER)).toBe(false);
    expect(await tabs.holdIn(first.lock)).toMatchObject({ isAcrossTabs: true });
    expect(await tabs.holdIn(second.lock)).toBeNull();
    expect(await first.lock.isHeld(HOMESERVER)).toBe(true);
    expect(await second.lock.isHeld(HOMESERVER)).toBe(true);
  });

  test("the tab that holds it does not get it twice", async () => {
    const tabs = browser();
    const { lock } = tabs.open();
    await tabs.holdIn(lock);
    expect(await tabs.holdIn(lock)).toBeNull();
  });

  test("once released it is free for another tab, and releasing it again takes it from nobody", async () => {
    const tabs = browser();
    const [first, second] = [tabs.open(), tabs.open()];
    const held = holderOf(await tabs.holdIn(first.lock));
    held.release();
    await tabs.time.pass(0);
    expect(await second.lock.isHeld(HOMESERVER)).toBe(false);
    expect(await tabs.holdIn(second.lock)).not.toBeNull();
    held.release();
    held.touch();
    await tabs.time.pass(0);
    expect(await first.lock.isHeld(HOMESERVER)).toBe(true);
    expect(held.lost.aborted).toBe(false);
  });

  test("each homeserver has its own", async () => {
    const tabs = browser();
    const [first, second] = [tabs.open(), tabs.open()];
    await tabs.holdIn(first.lock);
    expect(await second.lock.isHeld("https://other.example")).toBe(false);
    expect(await tabs.holdIn(second.lock, "https://other.example")).not.toBeNull();
  });

  test("of two tabs that ask at the same moment one gets it", async () => {
    const tabs = browser();
    const asked = [tabs.open(), tabs.open()].map(({ lock }) => lock.hold(HOMESERVER));
    await tabs.time.pass(SETTLE_MS);
    const held = await Promise.all(asked);
    expect(held.filter((lock) => lock !== null)).toHaveLength(1);
  });

  test("a hidden tab whose timers ring once a minute keeps it for hours", async () => {
    const tabs = browser();
    const [hidden, other] = [tabs.open(), tabs.open()];
    const held = holderOf(await tabs.holdIn(hidden.lock));
    hidden.tab.latenessMs = 60_000 - 20_000;
    for (let minute = 0; minute < 180; minute += 1) {
      await tabs.time.pass(60_000);
      expect(await other.lock.isHeld(HOMESERVER)).toBe(true);
    }
    expect(await tabs.holdIn(other.lock)).toBeNull();
    expect(held.lost.aborted).toBe(false);
  });

  test("after a crash it is free again, at the latest when the lease is dead", async () => {
    const tabs = browser();
    const [first, second] = [tabs.open(), tabs.open()];
    await tabs.holdIn(first.lock);
    tabs.crash(first.tab);
    await tabs.time.pass(DEAD_AFTER_MS + 1);
    expect(await second.lock.isHeld(HOMESERVER)).toBe(false);
    expect(await tabs.holdIn(second.lock)).not.toBeNull();
  });
});

describe("a lease in storage", () => {
  const browser = () => new FakeBrowser({ hasLocks: false });

  test("whatever the moments and the delay of storage, never two tabs get it, and one does", async () => {
    const starts = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 4 });
    const delays = fc.integer({ min: 0, max: 240 });
    await fc.assert(
      fc.asyncProperty(starts, delays, async (startsMs, delayMs) => {
        const tabs = new FakeBrowser({ hasLocks: false, delayMs });
        const held: HeldLock[] = [];
        for (const startMs of startsMs) {
          const { lock } = tabs.open();
          tabs.time.after(startMs, () => {
            void lock.hold(HOMESERVER).then((each) => (each === null ? 0 : held.push(each)));
          });
        }
        await tabs.time.pass(3000);
        expect(held).toHaveLength(1);
      }),
    );
  });

  test("a holder that slept learns at its next sign of life that another tab has it", async () => {
    const tabs = browser();
    const [first, second] = [tabs.open(), tabs.open()];
    const held = holderOf(await tabs.holdIn(first.lock));
    first.tab.freeze();
    await tabs.time.pass(DEAD_AFTER_MS + 1);
    const taken = holderOf(await tabs.holdIn(second.lock));
    held.touch();
    expect(held.lost.aborted).toBe(true);
    held.release();
    first.tab.wake();
    await tabs.time.pass(60_000);
    expect(await first.lock.isHeld(HOMESERVER)).toBe(true);
    expect(taken.lost.aborted).toBe(false);
  });

  test("a holder that slept and whom nobody followed goes on", async () => {
    const tabs = browser();
    const [first, second] = [tabs.open(), tabs.open()];
    const held = holderOf(await tabs.holdIn(first.lock));
    first.tab.freeze();
    await tabs.time.pass(DEAD_AFTER_MS + 1);
    held.touch();
    expect(held.lost.aborted).toBe(false);
    expect(await tabs.holdIn(second.lock)).toBeNull();
  });

  test("the timer alone tells a holder that it lost it", async () => {
    const tabs = browser();
    const [first, second] = [tabs.open(), tabs.open()];
    const held = holderOf(await tabs.holdIn(first.lock));
    first.tab.freeze();
    await tabs.time.pass(DEAD_AFTER_MS + 1);
    await tabs.holdIn(second.lock);
    first.tab.wake();
    await tabs.time.pass(0);
    expect(held.lost.aborted).toBe(true);
  });

  test("is given back when the page is left, and a page that comes back finds it lost", async () => {
    const tabs = browser();
    const [first, second] = [tabs.open(), tabs.open()];
    const held = holderOf(await tabs.holdIn(first.lock));
    first.tab.page.dispatchEvent(new Event("pagehide"));
    expect(await second.lock.isHeld(HOMESERVER)).toBe(false);
    held.touch();
    expect(held.lost.aborted).toBe(true);
  });

  test("of the future, after the clock was set back, is dead once it was seen unchanged for long enough", async () => {
    const tabs = browser();
    const [first, second] = [tabs.open(), tabs.open()];
    await tabs.holdIn(first.lock);
    tabs.crash(first.tab);
    expect(await second.lock.isHeld(HOMESERVER)).toBe(true);
    tabs.time.setClockBy(-86_400_000);
    expect(await tabs.holdIn(second.lock)).toBeNull();
    await tabs.time.pass(DEAD_AFTER_MS - SETTLE_MS);
    expect(await second.lock.isHeld(HOMESERVER)).toBe(true);
    await tabs.time.pass(1);
    expect(await tabs.holdIn(second.lock)).not.toBeNull();
  });

  test("of a living holder outlasts a clock that is set back", async () => {
    const tabs = browser();
    const [first, second] = [tabs.open(), tabs.open()];
    await tabs.holdIn(first.lock);
    tabs.time.setClockBy(-86_400_000);
    for (let minute = 0; minute < 5; minute += 1) {
      expect(await second.lock.isHeld(HOMESERVER)).toBe(true);
      await tabs.time.pass(60_000);
    }
    expect(await tabs.holdIn(second.lock)).toBeNull();
  });

  test("that cannot be read keeps others out until it was seen unchanged for long enough", async () => {
    const tabs = browser();
    const { tab, lock } = tabs.open();
    tab.parts.storage?.setItem(`mediasweep.run ${HOMESERVER}`, "v2;7");
    expect(await tabs.holdIn(lock)).toBeNull();
    await tabs.time.pass(DEAD_AFTER_MS);
    expect(await tabs.holdIn(lock)).not.toBeNull();
  });

  test("where storage is refused or full, is granted to this tab, and says that it keeps no other out", async () => {
    const tabs = browser();
    const refuse = (): never => {
      throw new DOMException("refused", "SecurityError");
    };
    const full = new SharedStorage(tabs.time).open();
    full.setItem = refuse;
    const refused = new SharedStorage(tabs.time).open();
    refused.getItem = refuse;
    for (const storage of [null, full, refused]) {
      const { lock } = tabs.open({ storage });
      expect(await lock.isHeld(HOMESERVER)).toBe(false);
      const held = holderOf(await tabs.holdIn(lock));
      expect(held.isAcrossTabs).toBe(false);
      held.touch();
      held.release();
      expect(held.lost.aborted).toBe(false);
    }
  });

  test("goes on where storage is refused in the middle of a run", async () => {
    const tabs = browser();
    const { tab, lock } = tabs.open();
    const held = holderOf(await tabs.holdIn(lock));
    if (tab.parts.storage !== null) {
      tab.parts.storage.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    }
    held.touch();
    await tabs.time.pass(60_000);
    expect(held.lost.aborted).toBe(false);
  });
});

describe("Web Locks that the browser refuses to this page", () => {
  const refusal = new DOMException("Access to the Locks API is denied", "SecurityError");
  const locks = { request: () => Promise.reject(refusal), query: () => Promise.reject(refusal) };

  test("are stood in for by a lease", async () => {
    const tabs = new FakeBrowser({ hasLocks: true });
    const [first, second] = [tabs.open(), tabs.open()].map(({ tab }) => createRunLock({ ...tab.parts, locks }));
    if (first === undefined || second === undefined) throw new Error("Two tabs were opened");
    expect(await tabs.holdIn(first)).toMatchObject({ isAcrossTabs: true });
    expect(await second.isHeld(HOMESERVER)).toBe(true);
    expect(await tabs.holdIn(second)).toBeNull();
  });

  test("and with storage refused too, the lock is granted and keeps no other tab out", async () => {
    const tabs = new FakeBrowser({ hasLocks: true });
    const lock = createRunLock({ ...tabs.open({ storage: null }).tab.parts, locks });
    expect(await tabs.holdIn(lock)).toMatchObject({ isAcrossTabs: false });
  });
});
