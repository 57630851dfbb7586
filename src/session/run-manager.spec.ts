import { expect, test, vi } from "vitest";
import type { Client, ReadCall, WriteCall } from "../api/http";
import { FakeSynapse } from "../sweep/fake-synapse";
import { list, planOf, rows, wholeUser } from "../sweep/play-run";
import type { SpecOptions } from "../sweep/planned-files";
import { tallyOf } from "../sweep/receipt";
import type { Tallies } from "../sweep/receipt";
import { fillDisk } from "./fake-device";
import { FakeTab, FakeTime, SharedLocks } from "./fake-tabs";
import type { Journal } from "./journal";
import { JournalError } from "./journal-error";
import { openTab, readRun, withEmptyDevice } from "./journal-samples";
import { createRunLock } from "./run-lock";
import { createRunManager } from "./run-manager";
import type { RunManager } from "./run-manager";

withEmptyDevice();

const SIX = rows(6).map((row) => row.media_id);
const account = { homeserver: "http://fake", serverName: "fake", userId: "@admin:fake" };
const engines: readonly (readonly [string, SpecOptions])[] = [
  ["Synapse's rule", {}],
  ["exactly this list", list],
  ["everything a user has", wholeUser],
];

/** A browser whose tabs look at a homeserver with six files. */
function browser() {
  const synapse = new FakeSynapse({ rows: rows(6) });
  const locks = new SharedLocks();
  const time = new FakeTime();
  const tab = async (open?: () => Promise<Journal>, now = time.nowMs) => {
    const self = new FakeTab(time, { storage: null, locks });
    const journal = await openTab();
    const parts = { now, lock: createRunLock(self.parts), journal: open ?? (async () => journal) };
    return { manager: createRunManager(parts), journal, crash: () => locks.giveBack(self) };
  };
  return { synapse, tab, context: { deps: { ...synapse.deps, filesPerStep: 2 }, account } };
}

type Browser = ReturnType<typeof browser>;

/** The same with calls that delete going through `send`, however long that takes. */
function through({ context }: Browser, send: <T>(go: () => Promise<T>) => Promise<T>): Browser["context"] {
  const { client, patience } = context.deps;
  const between: Client = {
    ...client,
    post: <T>(call: WriteCall<T>) => send(() => client.post(call)),
    delete: <T>(call: WriteCall<T>) => send(() => client.delete(call)),
  };
  return {
    ...context,
    deps: { ...context.deps, client: between, patience: { ...patience, wait: () => never<void>() } },
  };
}

/** Waits until it is stopped. */
const abortable = (_: number, signal?: AbortSignal): Promise<void> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("Stopped", "AbortError")));
  });

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** The tab is gone once its last call is carried out: the answer comes to nobody. A user's files go in one call. */
function crashing(own: Browser, crash: () => void, { engine }: SpecOptions = {}) {
  const last = engine === "whole-user" ? 1 : 2;
  let calls = 0;
  const context = through(own, async (go) => {
    calls += 1;
    if (calls > last) return never();
    const answer = go();
    if (calls < last) return answer;
    crash();
    return never();
  });
  return { context, isGone: () => vi.waitFor(() => expect(calls).toBeGreaterThanOrEqual(last)) };
}

/** A browser in which the tab of a run crashed in the midst, and its next tab. */
async function afterCrash(engine: SpecOptions) {
  const own = browser();
  const first = await own.tab();
  const { context, isGone } = crashing(own, first.crash, engine);
  await first.manager.start(planOf(rows(6), engine), context);
  await isGone();
  return { own, next: await own.tab() };
}

async function ended(manager: RunManager) {
  await vi.waitFor(() => expect(manager.get().status).toBe("ended"));
  const state = manager.get();
  if (state.status !== "ended") throw new Error("It has not ended");
  return { ...state, tallies: tallyOf(state.receipt.entries) };
}

/** Of files that are gone an interrupted run over the list does not know whether it had called them. */
const goneIn = (tallies: Tallies) => tallies.deleted.files + tallies["already-gone"].files;

async function onlyRun(journal: Journal) {
  const [entry] = await journal.entries("fake");
  return readRun(journal, entry?.id ?? "none");
}

test.each(engines)("%s: what a call may take is in the journal before the call", async (_, engine) => {
  const own = browser();
  const { manager, journal } = await own.tab();
  const unwritten: string[] = [];
  const context = through(own, async (go) => {
    const { called, outcomes } = await onlyRun(journal);
    const before = own.synapse.rows.map((row) => row.media_id);
    const answer = go();
    const left = new Set(own.synapse.rows.map((row) => row.media_id));
    unwritten.push(...before.filter((id) => !left.has(id) && !called.has(id) && !outcomes.has(id)));
    return answer;
  });
  await manager.start(planOf(rows(6), engine), context);
  expect((await ended(manager)).tallies.deleted.files).toBe(6);
  expect(unwritten).toEqual([]);
});

test.each(engines)("%s: a receipt is in the journal as it was on the screen", async (_, engine) => {
  const own = browser();
  const { manager, journal } = await own.tab();
  await manager.start(planOf(rows(6), engine), own.context);
  const { receipt, tallies } = await ended(manager);
  const { header, outcomes, plan } = await onlyRun(journal);
  expect([...outcomes.values()]).toEqual(receipt.entries.map(({ outcome }) => outcome));
  expect(header).toMatchObject({ before: { files: 6 }, after: { files: 0 }, ended: { tallies, isStopped: false } });
  expect(plan).toEqual(planOf(rows(6), engine));
  expect(receipt).toMatchObject({ before: { files: 6 }, after: { files: 0 }, admin: "@admin:fake" });
});

test.each(engines)("%s: a run whose tab crashed goes on in another, every file told once", async (_, engine) => {
  const { own, next } = await afterCrash(engine);
  const { header } = await onlyRun(next.journal);
  expect(header.ended).toBeNull();
  expect(await next.manager.resume(header.id, own.context)).toBe("started");
  const { receipt, tallies } = await ended(next.manager);
  expect(receipt.entries.map(({ outcome }) => outcome.mediaId).toSorted()).toEqual(SIX);
  expect([goneIn(tallies), own.synapse.rows.length]).toEqual([6, 0]);
  expect(receipt.startedMs).toBe(header.startedMs);
  expect((await onlyRun(next.journal)).header.ended?.tallies).toEqual(tallies);
});

test.each(engines)("%s: closing a run deletes nothing, and tells what its last call did", async (_, engine) => {
  const { own, next } = await afterCrash(engine);
  const left = own.synapse.rows.map((row) => row.media_id);
  expect(await next.manager.close((await onlyRun(next.journal)).header.id, own.context)).toBe("started");
  const { receipt, tallies } = await ended(next.manager);
  expect(own.synapse.rows.map((row) => row.media_id)).toEqual(left);
  const told = receipt.entries.filter(({ outcome }) => outcome.what === "not-attempted");
  expect(told.map(({ outcome }) => outcome.mediaId).toSorted()).toEqual(left);
  expect(goneIn(tallies)).toBe(6 - left.length);
});

/** The tab is gone after a stop, while the server's sums are asked for and before the end is written. */
async function afterCrashAtEnd(engine: SpecOptions) {
  const own = browser();
  const first = await own.tab();
  const { context } = own;
  const { client, patience } = context.deps;
  const stopping: Client = {
    ...client,
    get: <T>(call: ReadCall<T>) => {
      if (!call.path.includes("/statistics/")) return client.get(call);
      first.manager.stop();
      return never<T>();
    },
  };
  const deps = { ...context.deps, client: stopping, patience: { ...patience, wait: abortable } };
  await first.manager.start(planOf(rows(6), engine), { ...context, deps });
  await vi.waitFor(async () => expect((await onlyRun(first.journal)).outcomes.size).toBe(6));
  first.crash();
  const next = await own.tab();
  return { own, next, id: (await onlyRun(next.journal)).header.id };
}

test.each(engines)("%s: a run that was stopped, and whose end was never written, goes on", async (_, engine) => {
  const { own, next, id } = await afterCrashAtEnd(engine);
  await vi.waitFor(async () => expect(await next.manager.resume(id, own.context)).toBe("started"));
  const { receipt, tallies } = await ended(next.manager);
  expect(receipt.entries.map(({ outcome }) => outcome.mediaId).toSorted()).toEqual(SIX);
  expect([tallies.deleted.files, own.synapse.rows.length]).toEqual([6, 0]);
  expect(receipt).toMatchObject({ isStopped: false, isClosed: false });
});

test.each(engines)("%s: such a run is closed as it was left", async (_, engine) => {
  const { own, next, id } = await afterCrashAtEnd(engine);
  await vi.waitFor(async () => expect(await next.manager.close(id, own.context)).toBe("started"));
  const { receipt, tallies } = await ended(next.manager);
  expect([tallies["not-attempted"].files, own.synapse.rows.length]).toEqual([6, 6]);
  expect(receipt).toMatchObject({ isStopped: false, isClosed: true });
  expect((await onlyRun(next.journal)).header.ended).toMatchObject({ isStopped: false, isClosed: true });
});

test("a run that ended, is another account's or is unknown is not gone on with", async () => {
  const own = browser();
  const { manager, journal } = await own.tab();
  await manager.start(planOf(rows(6)), own.context);
  await ended(manager);
  const { header } = await onlyRun(journal);
  // A lock is given back a moment after the end.
  for (const id of [header.id, "unknown"]) {
    await vi.waitFor(async () => expect(await manager.resume(id, own.context)).toBe("gone"));
  }
  const first = await own.tab();
  const { context } = crashing(own, first.crash);
  own.synapse.rows = rows(6);
  await first.manager.start(planOf(rows(6)), context);
  await vi.waitFor(async () => expect((await journal.entries("fake")).length).toBe(2));
  const [open] = await journal.entries("fake");
  const { deps } = own.context;
  const bob = { ...own.context, deps: { ...deps, client: { ...deps.client, scope: "bob" } } };
  first.crash();
  const id = open?.kind === "run" ? open.id : "";
  await vi.waitFor(async () => expect(await manager.resume(id, bob)).toBe("gone"));
});

test("while one tab runs, another neither starts nor goes on", async () => {
  const own = browser();
  const [first, second] = [await own.tab(), await own.tab()];
  const letGo = new AbortController();
  const released = new Promise<void>((resolve) => {
    letGo.signal.addEventListener("abort", () => resolve());
  });
  const waiting = through(own, async (go) => {
    await released;
    return go();
  });
  expect(await first.manager.start(planOf(rows(6)), waiting)).toBe("started");
  await vi.waitFor(async () => expect(await second.journal.entries("fake")).toHaveLength(1));
  expect(await second.manager.start(planOf(rows(6)), own.context)).toBe("elsewhere");
  expect(await second.manager.resume((await onlyRun(second.journal)).header.id, own.context)).toBe("elsewhere");
  await expect(first.manager.start(planOf(rows(6)), own.context)).rejects.toThrow("running already");
  letGo.abort();
  await ended(first.manager);
  await vi.waitFor(async () => expect(await second.manager.start(planOf([]), own.context)).toBe("started"));
  await ended(second.manager);
});

test("a browser that keeps nothing lets the run go on, and says so", async () => {
  const own = browser();
  const { manager } = await own.tab(() => Promise.reject(new JournalError("refused", null)));
  await manager.start(planOf(rows(6)), own.context);
  const { unrecorded, tallies } = await ended(manager);
  expect([unrecorded, tallies.deleted.files]).toEqual(["refused", 6]);
});

test("a disk that runs full in the middle does too, and leaves nothing that could be gone on with", async () => {
  const own = browser();
  const { manager, journal } = await own.tab();
  let calls = 0;
  const context = through(own, async (go) => {
    calls += 1;
    if (calls === 1) fillDisk();
    return go();
  });
  await manager.start(planOf(rows(6)), context);
  const { unrecorded, tallies } = await ended(manager);
  expect([unrecorded, tallies.deleted.files]).toEqual(["full", 6]);
  expect(await journal.entries("fake")).toEqual([]);
});

test("one that runs full in a run that goes on leaves what the earlier part noted", async () => {
  const { own, next } = await afterCrash(list);
  const before = await onlyRun(next.journal);
  const context = through(own, async (go) => {
    fillDisk();
    return go();
  });
  await next.manager.resume(before.header.id, context);
  expect((await ended(next.manager)).unrecorded).toBe("full");
  const { header, outcomes } = await onlyRun(next.journal);
  expect(header.ended).toBeNull();
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining([...before.outcomes.keys()]));
});

test.each([true, false])("a run says whether the lock keeps other tabs out: %j", async (isAcrossTabs) => {
  const own = browser();
  const { journal } = await own.tab();
  const alone = new FakeTab(new FakeTime(), { storage: null, locks: isAcrossTabs ? new SharedLocks() : null });
  const manager = createRunManager({
    now: () => 0,
    lock: createRunLock(alone.parts),
    journal: () => Promise.resolve(journal),
  });
  await manager.start(planOf(rows(6)), own.context);
  expect(manager.get()).toMatchObject({ status: "running", isAcrossTabs });
  await ended(manager);
});

test("a run that took a while ends after its start, though the device's clock was set back an hour meanwhile", async () => {
  const own = browser();
  let passedMs = 0;
  let setBackMs = 0;
  const { manager, journal } = await own.tab(undefined, () => 5_000_000 + passedMs - setBackMs);
  const { context } = own;
  const deps = { ...context.deps, patience: { ...context.deps.patience, nowMs: () => passedMs } };
  const slow = through({ ...own, context: { ...context, deps } }, async (go) => {
    passedMs += 2000;
    setBackMs = 3_600_000;
    return go();
  });
  await manager.start(planOf(rows(6), wholeUser), slow);
  const { receipt } = await ended(manager);
  expect(receipt).toMatchObject({ startedMs: 5_000_000, endedMs: 5_002_000 });
  expect((await onlyRun(journal)).header.ended).toMatchObject({ endedMs: 5_002_000 });
});
