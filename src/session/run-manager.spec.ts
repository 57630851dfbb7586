import { expect, test, vi } from "vitest";
import { list, planOf, rows, wholeUser } from "../sweep/play-run";
import { afterCrash, browser, crashing, ended, engines, onlyRun, through } from "./fake-browser";
import { fillDisk } from "./fake-device";
import { FakeTab, FakeTime, SharedLocks } from "./fake-tabs";
import { JournalError } from "./journal-error";
import { withEmptyDevice } from "./journal-samples";
import { createRunLock } from "./run-lock";
import { createRunManager } from "./run-manager";

withEmptyDevice();

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
