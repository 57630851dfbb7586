import { expect, vi } from "vitest";
import type { Client, WriteCall } from "../api/http";
import { FakeSynapse } from "../sweep/fake-synapse";
import { list, planOf, rows, wholeUser } from "../sweep/play-run";
import type { SpecOptions } from "../sweep/planned-files";
import { tallyOf } from "../sweep/receipt";
import { FakeTab, FakeTime, SharedLocks } from "./fake-tabs";
import type { Journal } from "./journal";
import { openTab, readRun } from "./journal-samples";
import { createRunLock } from "./run-lock";
import { createRunManager } from "./run-manager";
import type { RunManager } from "./run-manager";

/** The media IDs of its files. */
export const SIX = rows(6).map((row) => row.media_id);
const account = { homeserver: "http://fake", serverName: "fake", userId: "@admin:fake" };
/** Each engine, by the name that admins know. */
export const engines: readonly (readonly [string, SpecOptions])[] = [
  ["Synapse's rule", {}],
  ["exactly this list", list],
  ["everything a user has", wholeUser],
];

/** A browser whose tabs look at a homeserver with six files. */
export function browser() {
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
export function through({ context }: Browser, send: <T>(go: () => Promise<T>) => Promise<T>): Browser["context"] {
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

/** What a call that nobody answers gives. */
export const never = <T>(): Promise<T> => new Promise(() => undefined);

/** The tab is gone once its last call is carried out: the answer comes to nobody. A user's files go in one call. */
export function crashing(own: Browser, crash: () => void, { engine }: SpecOptions = {}) {
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
export async function afterCrash(engine: SpecOptions) {
  const own = browser();
  const first = await own.tab();
  const { context, isGone } = crashing(own, first.crash, engine);
  await first.manager.start(planOf(rows(6), engine), context);
  await isGone();
  return { own, next: await own.tab() };
}

/** The state of a run once it has ended. */
export async function ended(manager: RunManager) {
  await vi.waitFor(() => expect(manager.get().status).toBe("ended"));
  const state = manager.get();
  if (state.status !== "ended") throw new Error("It has not ended");
  return { ...state, tallies: tallyOf(state.receipt.entries) };
}

/** The one run that a journal holds. Throws where there is none. */
export async function onlyRun(journal: Journal) {
  const [entry] = await journal.entries("fake");
  return readRun(journal, entry?.id ?? "none");
}
