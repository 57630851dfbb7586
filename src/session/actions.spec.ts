import { expect, test } from "vitest";
import type { Action, ActionTarget } from "../sweep/action";
import { FakeSynapse } from "../sweep/fake-synapse";
import { createActions } from "./actions";
import { JournalError } from "./journal-error";
import { openTab, withEmptyDevice } from "./journal-samples";

withEmptyDevice();

const { client, patience } = new FakeSynapse({ rows: [] }).deps;
// The journal takes real time, in which no minute passes.
const deps = { client, patience: { ...patience, wait: () => new Promise<void>(() => undefined) } };
const account = { homeserver: "http://fake", serverName: "fake", userId: "@admin:fake" };
const context = { deps, account };

const target = (on: string): ActionTarget => ({ on, call: () => Promise.resolve({ num_quarantined: 2 }) });
const quarantine = (...targets: readonly ActionTarget[]): Action => ({ kind: "quarantine", style: "quick", targets });

async function tab() {
  const journal = await openTab();
  let nowMs = 1000;
  const now = () => (nowMs += 5);
  return { journal, actions: createActions({ now, journal: async () => journal }) };
}

test("an action is in the journal before its first call, and with its result after the last", async () => {
  const { journal, actions } = await tab();
  const seen: unknown[] = [];
  const looking: ActionTarget = {
    on: "mxc://fake/a",
    call: async () => {
      seen.push(...(await journal.entries(deps.client.scope)));
      throw new Error("broken");
    },
  };
  await actions.start(quarantine(looking, target("mxc://fake/b"), target("mxc://fake/c")), context);
  expect(seen).toMatchObject([
    { action: "quarantine", on: ["mxc://fake/a", "mxc://fake/b", "mxc://fake/c"], ended: null },
  ]);
  const [entry] = await journal.entries(deps.client.scope);
  expect(entry).toMatchObject({
    serverName: "fake",
    admin: "@admin:fake",
    startedMs: 1005,
    ended: { endedMs: 1010, counts: { num_quarantined: 4 }, missed: [{ what: "failed", on: "mxc://fake/a" }] },
  });
  expect(actions.get()).toMatchObject({ status: "ended", id: entry?.id, done: 2, missed: 1, unrecorded: null });
  actions.clear();
  expect(actions.get()).toEqual({ status: "none" });
});

test("there is one at a time", async () => {
  const { actions } = await tab();
  const first = actions.start(quarantine(target("a")), context);
  await expect(actions.start(quarantine(target("b")), context)).rejects.toThrow("Another action is under way");
  await first;
  expect(actions.get()).toMatchObject({ status: "ended", on: ["a"] });
});

test("a stop leaves the rest undone, and both say so", async () => {
  const { journal, actions } = await tab();
  const stopping: ActionTarget = {
    on: "first",
    call: async () => {
      actions.stop();
      expect(actions.get()).toMatchObject({ status: "running", isStopping: true });
      return {};
    },
  };
  await actions.start({ kind: "quarantine-user", style: "long", targets: [stopping, target("second")] }, context);
  const missed = [{ what: "not-attempted", on: "second" }];
  expect(actions.get()).toMatchObject({ status: "ended", end: { missed } });
  expect(await journal.entries(deps.client.scope)).toMatchObject([{ ended: { missed } }]);
});

test("where nothing can be written it goes on, and says so", async () => {
  const actions = createActions({ now: () => 0, journal: () => Promise.reject(new JournalError("full", null)) });
  await actions.start(quarantine(target("a")), context);
  expect(actions.get()).toMatchObject({ status: "ended", done: 1, unrecorded: "full" });
});
