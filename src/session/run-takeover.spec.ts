import { expect, test, vi } from "vitest";
import { FakeSynapse, refusal } from "../sweep/fake-synapse";
import type { FakeOptions } from "../sweep/fake-synapse";
import { list, planOf, rows, wholeUser } from "../sweep/play-run";
import type { SpecOptions } from "../sweep/planned-files";
import { tallyOf } from "../sweep/receipt";
import { FakeTab, FakeTime, SharedStorage } from "./fake-tabs";
import type { Journal } from "./journal";
import { openTab, readRun, withEmptyDevice } from "./journal-samples";
import { DEAD_AFTER_MS, SETTLE_MS } from "./run-lease";
import { createRunLock } from "./run-lock";
import { createRunManager } from "./run-manager";
import type { RunManager, StartResult } from "./run-manager";

withEmptyDevice();

const account = { homeserver: "http://fake", serverName: "fake", userId: "@admin:fake" };
const engines: readonly (readonly [string, SpecOptions])[] = [
  ["Synapse's rule", {}],
  ["exactly this list", list],
  ["everything a user has", wholeUser],
];
/** Shorter and longer than the time between two signs of life: either timer may ring first in a tab that wakes. */
const DELAYS_MS = [10_000, 30_000];

/** The homeserver asks the first deletion to wait for so long. */
const busy = (delayMs: number): NonNullable<FakeOptions["fault"]> => {
  let isFirst = true;
  return ({ method }) => {
    if (method === "GET" || !isFirst) return null;
    isFirst = false;
    return refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: delayMs });
  };
};

/** A browser without Web Locks, whose tabs wait by its time. */
function browser(fault: NonNullable<FakeOptions["fault"]>) {
  const synapse = new FakeSynapse({ rows: rows(6), fault });
  const time = new FakeTime();
  const storage = new SharedStorage(time);
  const tab = async () => {
    const self = new FakeTab(time, { storage: storage.open(), locks: null });
    const journal = await openTab();
    const parts = { now: time.nowMs, lock: createRunLock(self.parts), journal: async () => journal };
    const patience = { ...synapse.deps.patience, wait: self.parts.wait, nowMs: time.nowMs };
    const context = { deps: { ...synapse.deps, filesPerStep: 2, patience }, account };
    return { self, journal, manager: createRunManager(parts), context };
  };
  const begin = async (start: () => Promise<StartResult>) => {
    const results: StartResult[] = [];
    void start().then((result) => results.push(result));
    await vi.waitFor(async () => {
      await time.pass(SETTLE_MS);
      expect(results).toEqual(["started"]);
    });
  };
  const ended = async (manager: RunManager) => {
    await vi.waitFor(async () => {
      await time.pass(10_000);
      expect(manager.get().status).toBe("ended");
    });
    const state = manager.get();
    if (state.status !== "ended") throw new Error("It has not ended");
    return { ...state, tallies: tallyOf(state.receipt.entries) };
  };
  return { synapse, time, tab, begin, ended };
}

async function idOf(journal: Journal): Promise<string> {
  const [entry] = await journal.entries("fake");
  return entry?.kind === "run" ? entry.id : "none";
}

const deletionsOf = (synapse: FakeSynapse) => synapse.requests.filter(({ method }) => method !== "GET").length;

test.each(engines.flatMap(([name, engine]) => DELAYS_MS.map((delayMs) => [name, delayMs, engine] as const)))(
  "%s, asked to wait %i ms: a tab that slept meanwhile deletes nothing once another one has closed its run",
  async (_, delayMs, engine) => {
    const { synapse, time, tab, begin, ended } = browser(busy(delayMs));
    const [first, second] = [await tab(), await tab()];
    const plan = planOf(rows(6).slice(0, 1), engine);
    await begin(async () => first.manager.start(plan, first.context));
    await vi.waitFor(() => expect(deletionsOf(synapse)).toBe(1));
    first.self.freeze();
    await time.pass(DEAD_AFTER_MS + 1);
    const id = await idOf(second.journal);
    await begin(async () => second.manager.close(id, second.context));
    expect((await ended(second.manager)).tallies["not-attempted"].files).toBe(1);
    first.self.wake();
    const { receipt, tallies } = await ended(first.manager);
    expect(receipt.halted?.title).toBe("Another tab has gone on with this run");
    expect([tallies.unknown.files, deletionsOf(synapse), synapse.rows.length]).toEqual([1, 1, 6]);
    expect((await readRun(second.journal, id)).header.ended).toMatchObject({ halted: null });
  },
);

test("a tab that waits for a new token lets go of a run that another tab has taken on", async () => {
  const { synapse, time, tab, begin, ended } = browser(({ method }) =>
    method === "GET" ? null : refusal(401, "M_UNKNOWN_TOKEN"),
  );
  const first = await tab();
  const untilRenewed = async (signal?: AbortSignal) =>
    new Promise<void>((_, reject) => {
      signal?.addEventListener("abort", () => reject(new DOMException("Stopped", "AbortError")));
    });
  const { deps } = first.context;
  const locked = { ...first.context, deps: { ...deps, patience: { ...deps.patience, untilRenewed } } };
  await begin(async () => first.manager.start(planOf(rows(6)), locked));
  await vi.waitFor(() => expect(deletionsOf(synapse)).toBe(1));
  // A page that is put aside gives its lease back, and may come back.
  first.self.page.dispatchEvent(new Event("pagehide"));
  await time.pass(0);
  expect((await ended(first.manager)).tallies.unknown.files).toBe(6);
  expect(deletionsOf(synapse)).toBe(1);
});
