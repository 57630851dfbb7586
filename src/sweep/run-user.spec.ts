import { expect, test } from "vitest";
import { refusal } from "./fake-synapse";
import type { FakeOptions, FakeSynapse } from "./fake-synapse";
import { html502, planOf, play, rows, wholeUser } from "./play-run";

/** No answer to these deletions, which do nothing; counted from 1. */
const losing =
  (...nths: readonly number[]): NonNullable<FakeOptions["fault"]> =>
  ({ method, nth }) =>
    method === "DELETE" && nths.includes(nth) ? html502() : null;

const placesOf = (synapse: FakeSynapse) =>
  synapse.requestsTo("DELETE", /./).map(({ search }) => `${search.get("from") ?? ""}+${search.get("limit") ?? ""}`);

test("pages are taken from the oldest file on, each behind what could not be removed", async () => {
  const all = rows(600);
  const { synapse, events } = await play(planOf(all, wholeUser), { rows: all, stuck: new Set(["f0", "f300"]) });
  expect(placesOf(synapse)).toEqual(["0+250", "1+250", "2+250"]);
  for (const { search } of synapse.requests)
    expect([search.get("order_by"), search.get("dir")]).toEqual(["created_ts", "f"]);
  const named = events.flatMap((event) => (event.kind === "calling" ? [event.mediaIds.length] : []));
  expect(named).toEqual([250, 250, 100]);
});

test("a refusal ends the run in Synapse's words, and nothing counts as tried", async () => {
  const all = rows(2);
  const fault: FakeOptions["fault"] = ({ method }) => (method === "DELETE" ? refusal(403, "M_FORBIDDEN") : null);
  const { byKind, events } = await play(planOf(all, wholeUser), { rows: all, fault });
  expect(byKind).toEqual({ "not-attempted": ["f0", "f1"] });
  expect(events).toContainEqual(
    expect.objectContaining({ kind: "halted", problem: expect.objectContaining({ words: "M_FORBIDDEN" }) }),
  );
});

test("a stop while a refused call waits for its turn is no problem of the run", async () => {
  const all = rows(2);
  const stopping = new AbortController();
  const fault: FakeOptions["fault"] = ({ method }) => {
    if (method === "GET") return null;
    stopping.abort();
    return refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: 60_000 });
  };
  const { byKind, events } = await play(planOf(all, wholeUser), { rows: all, fault }, { stop: stopping.signal });
  expect(byKind).toEqual({ "not-attempted": ["f0", "f1"] });
  expect(events.filter(({ kind }) => kind === "halted")).toEqual([]);
});

test("what a lost call left is taken by the next one", async () => {
  const all = rows(3);
  const fault: FakeOptions["fault"] = ({ method, nth }, fake) => {
    if (method !== "DELETE" || nth > 1) return null;
    fake.rows = fake.rows.slice(1);
    return html502();
  };
  const { outcomes, events } = await play(planOf(all, wholeUser), { rows: all, fault });
  expect(outcomes).toEqual([
    { what: "deleted", mediaId: "f0", knownBy: "listing" },
    { what: "deleted", mediaId: "f1", knownBy: "answer" },
    { what: "deleted", mediaId: "f2", knownBy: "answer" },
  ]);
  expect(events.map(({ kind }) => kind)).toEqual([
    "calling",
    "settling",
    "outcomes",
    "calling",
    "outcomes",
    "outcomes",
  ]);
});

test("only lost answers in a row end the run, and it says why", async () => {
  const all = rows(600);
  const patient = await play(planOf(all, wholeUser), { rows: all, fault: losing(1, 2, 4, 5) });
  expect(patient.byKind.deleted).toHaveLength(600);
  expect(patient.events.filter(({ kind }) => kind === "halted")).toEqual([]);
  const ended = await play(planOf(all, wholeUser), { rows: all, fault: losing(2, 3, 4) });
  expect(ended.byKind.deleted).toHaveLength(250);
  expect(ended.byKind.failed).toHaveLength(250);
  expect(ended.byKind["not-attempted"]).toHaveLength(100);
  expect(ended.events.flatMap((event) => (event.kind === "halted" ? [event.problem.title] : []))).toHaveLength(1);
});

// While the lost call is under way; and while the next page is listed, after two readings of the list.
test.each([
  ["DELETE", 1],
  ["GET", 4],
])("a file that a lost call and then a stop left says why: stopped at %s %i", async (method, nth) => {
  const all = rows(2);
  const stopping = new AbortController();
  const fault: FakeOptions["fault"] = (request) => {
    if (request.method === method && request.nth === nth) stopping.abort();
    return request.method === "DELETE" ? html502() : null;
  };
  const { outcomes, synapse } = await play(planOf(all, wholeUser), { rows: all, fault }, { stop: stopping.signal });
  expect(synapse.requestsTo("DELETE", /./)).toHaveLength(1);
  expect(outcomes).toMatchObject([
    { what: "failed", mediaId: "f0", problem: { title: "A proxy in front of Synapse answered with status 502" } },
    { what: "failed", mediaId: "f1" },
  ]);
});

test("what a lost call took after the list stood still was deleted by it, as far as can be known", async () => {
  const all = rows(1);
  const fault: FakeOptions["fault"] = ({ method, nth }, fake) => {
    if (method === "DELETE") return html502();
    if (nth === 4) fake.rows = [];
    return null;
  };
  const { outcomes } = await play(planOf(all, wholeUser), { rows: all, fault });
  expect(outcomes).toEqual([{ what: "deleted", mediaId: "f0", knownBy: "listing" }]);
});

test("a file that could not be removed says so", async () => {
  const all = rows(2);
  const { outcomes } = await play(planOf(all, wholeUser), { rows: all, stuck: new Set(["f0"]) });
  expect(outcomes).toContainEqual({
    what: "failed",
    mediaId: "f0",
    problem: expect.objectContaining({
      title: "The server could not remove the file",
      advice: expect.stringContaining("owner and permissions"),
    }),
  });
});

test("nothing is left to do where all that is listed could not be removed before", async () => {
  const all = rows(3);
  const past = { done: new Set(["f0", "f1", "f2"]), called: new Set<string>() };
  const { synapse, outcomes } = await play(planOf(all, wholeUser), { rows: all, stuck: past.done }, { past });
  expect(synapse.requestsTo("DELETE", /./)).toEqual([]);
  expect(outcomes).toEqual([]);
});

test("what was gone before its turn is told at the end", async () => {
  const all = rows(3);
  const { byKind } = await play(planOf(all, wholeUser), { rows: all.slice(1) });
  expect(byKind).toEqual({ "already-gone": ["f0"], deleted: ["f1", "f2"] });
});
