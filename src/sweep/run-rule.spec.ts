import { describe, expect, test } from "vitest";
import { refusal } from "./fake-synapse";
import type { FakeOptions } from "./fake-synapse";
import { html502, planOf, play, rows, rule } from "./play-run";
import { sourceOf } from "./planned-files";

const past = { done: new Set(["f0"]), called: new Set(["f1", "f2"]) };

test("a plan without any listed file is run all the same: Synapse may have files that no list names", async () => {
  const { byKind, synapse } = await play(planOf([]), { rows: rows(1) });
  expect(byKind).toEqual({ "deleted-unplanned": ["f0"] });
  const [request] = synapse.requestsTo("POST", /./);
  expect(request?.search.get("before_ts")).toBe(String(rule.beforeMs));
});

test("a stop while a refused step waits for its turn leaves the rest, and is no problem of the run", async () => {
  const all = rows(4);
  const stopping = new AbortController();
  const fault: FakeOptions["fault"] = ({ method, nth }) => {
    if (method === "GET" || nth === 1) return null;
    stopping.abort();
    return refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: 60_000 });
  };
  const { byKind, events } = await play(planOf(all), { rows: all, fault }, { stop: stopping.signal });
  expect(byKind).toEqual({ deleted: ["f0", "f1"], "not-attempted": ["f2", "f3"] });
  expect(events.filter(({ kind }) => kind === "halted")).toEqual([]);
});

test("no step follows one that was refused, nor one that nobody can tell the end of", async () => {
  const all = rows(6);
  const refused: FakeOptions["fault"] = ({ method, nth }) =>
    method === "POST" && nth === 2 ? refusal(403, "M_FORBIDDEN") : null;
  const first = await play(planOf(all), { rows: all, fault: refused });
  expect(first.byKind).toEqual({ deleted: ["f0", "f1"], "not-attempted": ["f2", "f3", "f4", "f5"] });
  expect(first.synapse.requestsTo("POST", /./)).toHaveLength(2);
  const unread: FakeOptions["fault"] = ({ method }) => (method === "POST" ? html502() : refusal(403, "M_FORBIDDEN"));
  const second = await play(planOf(all), { rows: all, fault: unread });
  expect(second.byKind).toEqual({ unknown: ["f0", "f1"], "not-attempted": ["f2", "f3", "f4", "f5"] });
  expect(second.synapse.requestsTo("POST", /./)).toHaveLength(1);
});

test("each step is named before its call, and told after it", async () => {
  const all = rows(3);
  const { events } = await play(planOf(all), { rows: all });
  expect(events).toEqual([
    { kind: "calling", mediaIds: ["f0", "f1"] },
    {
      kind: "outcomes",
      outcomes: ["f0", "f1"].map((mediaId) => ({ what: "deleted", mediaId, knownBy: "answer" })),
    },
    { kind: "calling", mediaIds: ["f2"] },
    { kind: "outcomes", outcomes: [{ what: "deleted", mediaId: "f2", knownBy: "answer" }] },
  ]);
});

test("a step but the last is not repeated: the next one runs over its files as well", async () => {
  const all = rows(4);
  const fault: FakeOptions["fault"] = ({ method, nth }) => (method === "POST" && nth === 1 ? html502() : null);
  const { byKind, synapse } = await play(planOf(all), { rows: all, fault });
  expect(byKind).toEqual({ deleted: ["f0", "f1", "f2", "f3"] });
  const dates = synapse.requestsTo("POST", /./).map(({ search }) => Number(search.get("before_ts")));
  expect(dates).toEqual([1_600_000_000_002, rule.beforeMs]);
});

test("after a stop a lost last step is not sent again", async () => {
  const all = rows(2);
  const stopping = new AbortController();
  const fault: FakeOptions["fault"] = ({ method }) => {
    if (method === "GET") return null;
    stopping.abort();
    return html502();
  };
  const { byKind, synapse } = await play(planOf(all), { rows: all, fault }, { stop: stopping.signal });
  expect(byKind).toEqual({ failed: ["f0", "f1"] });
  expect(synapse.requestsTo("POST", /./)).toHaveLength(1);
});

test("a last step whose files all went is not sent again, though its answer was lost", async () => {
  const all = rows(2);
  const fault: FakeOptions["fault"] = (request, fake) => {
    if (request.method === "GET") return null;
    fake.carryOut(request);
    return html502();
  };
  const { byKind, synapse } = await play(planOf(all), { rows: all, fault });
  expect(byKind).toEqual({ deleted: ["f0", "f1"] });
  expect(synapse.requestsTo("POST", /./)).toHaveLength(1);
});

test("a file that an earlier part called and that is listed after all was interrupted, where the list came too late", async () => {
  const all = rows(4);
  const fault: FakeOptions["fault"] = ({ method, nth }) =>
    method === "GET" && nth <= 3 ? refusal(500, "M_UNKNOWN") : null;
  const { byKind, outcomes, synapse, events } = await play(planOf(all), { rows: all, fault }, { past });
  expect(byKind).toEqual({ failed: ["f1", "f2"], "not-attempted": ["f3"] });
  expect(outcomes).toContainEqual({
    what: "failed",
    mediaId: "f1",
    problem: expect.objectContaining({
      title: "The run was interrupted while it deleted this file",
      advice: expect.stringContaining("start a new clean-up"),
    }),
  });
  expect(synapse.requestsTo("POST", /./)).toEqual([]);
  expect(events.filter(({ kind }) => kind === "halted")).toHaveLength(1);
});

test("a kept file may have gone with an earlier part's call only where it was used before the files of that call", async () => {
  const all = rows(4).map((row, index) => ({ ...row, safe_from_quarantine: index === 0 || index === 3 }));
  const { outcomes } = await play(planOf(all), { rows: [] }, { past: { done: new Set(), called: new Set(["f1"]) } });
  expect(outcomes.filter(({ what }) => what === "deleted-unplanned").map(({ mediaId }) => mediaId)).toEqual(["f0"]);
});

test("or between those and the next reviewed one, whose last use was the call's date", async () => {
  const all = rows(6).map((row, index) => ({ ...row, safe_from_quarantine: [2, 3, 5].includes(index) }));
  const { byKind } = await play(planOf(all), { rows: all.slice(4, 5) }, { past: { ...past, called: new Set(["f1"]) } });
  expect(byKind).toEqual({ deleted: ["f1", "f4"], "deleted-unplanned": ["f2", "f3"] });
});

test("or at any time before the rule's own date, where that call was the last one", async () => {
  const all = rows(4).map((row, index) => ({ ...row, safe_from_quarantine: index > 1 }));
  const after = { ...rule, beforeMs: 1_600_000_000_003 };
  const plan = { ...planOf(all), source: sourceOf(after) };
  const { byKind } = await play(plan, { rows: [] }, { past: { ...past, called: new Set(["f1"]) } });
  expect(byKind).toEqual({ deleted: ["f1"], "deleted-unplanned": ["f2"] });
});

/** Deletions are answered by a proxy; those of `done` were carried out all the same. Counted from 1. */
const losing =
  (lost: readonly number[], done: readonly number[] = []): NonNullable<FakeOptions["fault"]> =>
  (request, fake) => {
    if (request.method !== "POST" || !lost.includes(request.nth)) return null;
    if (done.includes(request.nth)) fake.carryOut(request);
    return html502();
  };

describe("after lost answers", () => {
  test("the next step has half as many files, and fifty at least", async () => {
    const all = rows(1000);
    const { events } = await play(planOf(all), { rows: all, fault: losing([1, 2, 3, 4], [1, 2, 3, 4]) }, { deps: {} });
    const named = events.flatMap((event) => (event.kind === "calling" ? [event.mediaIds.length] : []));
    expect(named).toEqual([250, 125, 63, 50, 50, 75, 113, 170, 104]);
  });

  test("three in a row that did nothing end the run, and it says why", async () => {
    const all = rows(3000);
    const { byKind, events, synapse } = await play(planOf(all), { rows: all, fault: losing([1, 2, 3]) }, { deps: {} });
    expect(synapse.requestsTo("POST", /./).map(({ search }) => Number(search.get("before_ts")))).toEqual(
      [250, 375, 438].map((files) => 1_600_000_000_000 + files),
    );
    expect([byKind.failed?.length, byKind["not-attempted"]?.length]).toEqual([438, 2562]);
    const problem = expect.objectContaining({ title: expect.stringContaining("502") });
    expect(events.filter(({ kind }) => kind === "halted")).toEqual([{ kind: "halted", problem }]);
  });

  test.each([
    ["one between them was answered", losing([1, 2, 4, 5])],
    ["one between them was carried out", losing([1, 2, 3, 4, 5], [3])],
  ])("it goes on where %s", async (_, fault) => {
    const all = rows(14);
    const { byKind, events } = await play(planOf(all), { rows: all, fault });
    expect(byKind.deleted).toHaveLength(14);
    expect(events.filter(({ kind }) => kind === "halted")).toEqual([]);
  });

  test("it goes on where the homeserver was gone meanwhile", async () => {
    const all = rows(14);
    const lost = losing([1, 2, 3, 4]);
    let readsToFail = 0;
    const fault: FakeOptions["fault"] = (request, fake) => {
      const answer = lost(request, fake);
      if (answer !== null) readsToFail = 3;
      if (request.method !== "GET" || readsToFail === 0) return answer;
      readsToFail -= 1;
      return html502();
    };
    const { byKind, events } = await play(planOf(all), { rows: all, fault });
    expect(byKind.deleted).toHaveLength(14);
    expect(events.filter(({ kind }) => kind === "halted")).toEqual([]);
  });
});

describe("where lists are hard to read after a lost answer", () => {
  const post502: NonNullable<FakeOptions["fault"]> = ({ method }) => (method === "POST" ? html502() : null);

  test("one that moves, because Synapse goes on deleting, is read until it stands still", async () => {
    const all = rows(9);
    const fault: FakeOptions["fault"] = (request, fake) => {
      if (request.method === "GET" && fake.rows.length > 3) fake.rows.shift();
      return post502(request, fake);
    };
    const { byKind, events } = await play(planOf(all.slice(0, 6)), { rows: all, pageSize: 3, fault }, { deps: {} });
    expect(byKind).toEqual({ deleted: ["f0", "f1", "f2", "f3", "f4", "f5"] });
    expect(events.filter(({ kind }) => kind === "halted")).toEqual([]);
  });

  /** Synapse begins late; the second reading and its repeats meet an error. */
  const late: NonNullable<FakeOptions["fault"]> = (request, fake) => {
    if (request.method === "GET" && request.nth >= 2 && request.nth <= 4) return refusal(500, "M_UNKNOWN");
    if (request.method === "GET" && request.nth > 5) fake.rows.shift();
    return post502(request, fake);
  };

  test("no file is said to be there still because of one reading", async () => {
    const all = rows(4);
    const { byKind, events } = await play(planOf(all), { rows: all, fault: late });
    expect(byKind).toEqual({ deleted: ["f0", "f1"], "not-attempted": ["f2", "f3"] });
    expect(events.filter(({ kind }) => kind === "halted")).toHaveLength(1);
  });

  test("a kept file that went meanwhile is named as well", async () => {
    const all = rows(3).map((row, index) => ({ ...row, safe_from_quarantine: index === 0 }));
    const { byKind } = await play(planOf(all), { rows: all, fault: late });
    expect(byKind).toEqual({ deleted: ["f1", "f2"], "deleted-unplanned": ["f0"] });
  });

  test("nothing is said of files where they never stand still", async () => {
    const all = rows(200);
    const fault: FakeOptions["fault"] = (request, fake) => {
      if (request.method === "GET") fake.rows.shift();
      return post502(request, fake);
    };
    const { byKind, outcomes, events } = await play(planOf(all), { rows: all, fault }, { deps: {} });
    expect(byKind.unknown).toHaveLength(200);
    const problem = expect.objectContaining({ title: "Synapse may still be deleting" });
    expect(outcomes).toContainEqual({ what: "unknown", mediaId: "f199", problem });
    expect(events).toContainEqual({ kind: "halted", problem });
  });
});
