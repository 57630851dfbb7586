import { expect, test, vi } from "vitest";
import type { Client, ReadCall } from "../api/http";
import { planOf, rows } from "../sweep/play-run";
import type { SpecOptions } from "../sweep/planned-files";
import type { Tallies } from "../sweep/receipt";
import { SIX, afterCrash, browser, ended, engines, never, onlyRun } from "./fake-browser";
import { withEmptyDevice } from "./journal-samples";

withEmptyDevice();

/** Waits until it is stopped. */
const abortable = (_: number, signal?: AbortSignal): Promise<void> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("Stopped", "AbortError")));
  });

/** Of files that are gone an interrupted run over the list does not know whether it had called them. */
const goneIn = (tallies: Tallies) => tallies.deleted.files + tallies["already-gone"].files;

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
