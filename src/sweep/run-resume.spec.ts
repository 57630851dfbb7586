import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import { anyRows, anyRule } from "./arbitrary";
import { FakeSynapse, refusal } from "./fake-synapse";
import type { FakeOptions } from "./fake-synapse";
import type { RunEvent } from "./outcome";
import { html502, list, outcomesOf, planOf, play, rows, wholeUser } from "./play-run";
import { sourceOf } from "./planned-files";
import type { SpecOptions } from "./planned-files";
import type { Plan } from "./plan";
import { matchesRule } from "./rule";
import { run } from "./run";
import type { Past } from "./run-context";
import type { RunDeps } from "./run-deps";

/** A mutation run plays this for nearly every change, and fewer tell most of them. */
const RUNS = process.env["STRYKER_MUTATOR_WORKER"] === undefined ? 400 : 60;
const NEVER = new AbortController().signal;

/** What a journal of these events holds. */
function pastOf(events: readonly RunEvent[]): Past {
  const done = new Set(outcomesOf(events).map(({ mediaId }) => mediaId));
  const named = events.flatMap((event) => (event.kind === "calling" ? event.mediaIds : []));
  return { done, called: new Set(named.filter((mediaId) => !done.has(mediaId))) };
}

/** A page's life: when it ends, nothing that was under way goes on, and no answer arrives any more. */
function mortal(deps: RunDeps): { readonly deps: RunDeps; readonly die: () => void } {
  let isDead = false;
  const { client } = deps;
  const never = async <T>(): Promise<T> => new Promise<T>(() => undefined);
  const ifAlive = async <T>(call: () => Promise<T>): Promise<T> => (isDead ? never() : call());
  return {
    deps: {
      ...deps,
      client: {
        ...client,
        get: async (call) => ifAlive(async () => client.get(call)),
        post: async (call) => ifAlive(async () => client.post(call)),
        delete: async (call) => ifAlive(async () => client.delete(call)),
      },
    },
    die: () => {
      isDead = true;
    },
  };
}

interface Cut {
  /** Events that come into the journal before the page is closed. */
  readonly events: number;
  /** What comes next is still begun, and nothing of it is seen. */
  readonly isBegun: boolean;
}

/** Runs a plan in a page that is closed in the midst; the events that came into the journal. */
async function playUntil(plan: Plan, all: RunDeps, { cut, past }: { cut: Cut; past: Past }): Promise<RunEvent[]> {
  const { deps, die } = mortal(all);
  const seen: RunEvent[] = [];
  const events = run(plan, deps, { stop: NEVER, past });
  while (seen.length < cut.events) {
    const next = await events.next();
    if (next.done === true) return seen;
    seen.push(next.value);
  }
  if (cut.isBegun) await events.next();
  die();
  return seen;
}

const anyFault = fc.constantFrom("ok", "ok", "ok", "lost", "dropped", "refused", "500", "hang", "lost-hang");
const anyFaults = fc.array(anyFault, { maxLength: 12 });
const anyReadFaults = fc.array(fc.constantFrom("ok", "ok", "ok", "dropped", "502", "500"), { maxLength: 12 });
const anyCuts = fc.array(fc.record({ events: fc.nat(8), isBegun: fc.boolean() }), { maxLength: 3 });
/** Which deletion of the last part finds itself stopped; 0 is before the first. */
const anyStop = fc.option(fc.nat(6));
const engines = fc.constantFrom<SpecOptions>(list, wholeUser, {});

function faultOf(writes: readonly string[], reads: readonly string[]): NonNullable<FakeOptions["fault"]> {
  const left = { writes: [...writes], reads: [...reads] };
  return (request, fake) => {
    const fault = (request.method === "GET" ? left.reads : left.writes).shift() ?? "ok";
    if (fault === "refused") return refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: 1 });
    if (fault === "500") return refusal(500, "M_UNKNOWN");
    if (fault === "502") return html502();
    if (fault === "ok") return null;
    if (fault.startsWith("lost")) fake.carryOut(request);
    if (fault.endsWith("hang")) return "hang";
    throw new TypeError("dropped");
  };
}

/** Files that lack an outcome or have several, and what was said of a file that is not so; all empty where all is well. */
function faultsIn(plan: Plan, events: readonly RunEvent[], synapse: FakeSynapse, doubted: ReadonlySet<string>) {
  const outcomes = outcomesOf(events);
  const reported = outcomes.filter(({ what }) => what !== "deleted-unplanned").map(({ mediaId }) => mediaId);
  const left = new Set(synapse.rows.map((row) => row.media_id));
  const saidGone = outcomes.filter(({ what }) => what.startsWith("deleted") || what === "already-gone");
  const saidLeft = outcomes.filter(({ what }) => ["kept-by-server", "failed", "not-attempted"].includes(what));
  return {
    missing: plan.doomed.filter(({ mediaId }) => !reported.includes(mediaId)),
    twice: reported.filter((mediaId, index) => reported.indexOf(mediaId) !== index),
    notPlanned: reported.filter((mediaId) => !plan.doomed.some((file) => file.mediaId === mediaId)),
    // Nobody else deletes here.
    notOurs: outcomes.filter(({ what, mediaId }) => what === "already-gone" && !doubted.has(mediaId)),
    notGone: saidGone.filter(({ mediaId }) => left.has(mediaId)),
    notLeft: saidLeft.filter(({ mediaId }) => !left.has(mediaId)),
  };
}

const WELL = { missing: [], twice: [], notPlanned: [], notOurs: [], notGone: [], notLeft: [] };

test("whatever goes wrong and wherever it is cut, every reviewed file has one outcome and nothing false is said", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(anyRows, anyRule, engines),
      fc.tuple(anyFaults, anyReadFaults, fc.integer({ min: 1, max: 8 })),
      fc.tuple(anyCuts, anyStop),
      async ([all, by, engine], [writes, reads, filesPerStep], [cuts, stopAt]) => {
        const isRule = engine.source === undefined;
        const table = isRule ? all : all.map((row) => ({ ...row, user_id: "@ann:fake" }));
        const reviewed = isRule ? table.filter((row) => matchesRule(by, mediaFileOf(row, row.user_id))) : table;
        const plan = planOf(reviewed, isRule ? { source: sourceOf(by), ...engine } : engine);
        const worn = new Set(table.filter(({ media_id }) => media_id.startsWith("worn")).map((row) => row.media_id));
        const stopping = new AbortController();
        let deletions = 0;
        let isLast = false;
        const answer = faultOf(writes, reads);
        const fault: typeof answer = (request, fake) => {
          deletions += isLast && request.method !== "GET" ? 1 : 0;
          if (deletions === stopAt) stopping.abort();
          return answer(request, fake);
        };
        const synapse = new FakeSynapse({ rows: table, worn, fault });
        const deps = { ...synapse.deps, filesPerStep };
        const journal: RunEvent[] = [];
        const doubted = new Set<string>();
        for (const cut of cuts) {
          journal.push(...(await playUntil(plan, deps, { cut, past: pastOf(journal) })));
          // The list is named long before it is called.
          if (engine === list) for (const mediaId of pastOf(journal).called) doubted.add(mediaId);
        }
        isLast = true;
        if (stopAt === 0) stopping.abort();
        const bounds = { stop: stopping.signal, past: pastOf(journal) };
        for await (const event of run(plan, deps, bounds)) journal.push(event);
        expect(faultsIn(plan, journal, synapse, doubted)).toEqual(WELL);
      },
    ),
    { numRuns: RUNS },
  );
}, 60_000);

test("every deletion was named before it was asked for", async () => {
  const all = rows(7);
  for (const engine of [{}, list, wholeUser]) {
    const named = new Set<string>();
    const synapse = new FakeSynapse({
      rows: all,
      fault: (request, fake) => {
        if (request.method === "GET") return null;
        const before = fake.rows.map((row) => row.media_id);
        const answer = fake.carryOut(request);
        const left = new Set(fake.rows.map((row) => row.media_id));
        expect(before.filter((mediaId) => !left.has(mediaId) && !named.has(mediaId))).toEqual([]);
        return answer;
      },
    });
    for await (const event of run(planOf(all, engine), { ...synapse.deps, filesPerStep: 2 }, { stop: NEVER })) {
      for (const mediaId of event.kind === "calling" ? event.mediaIds : []) named.add(mediaId);
    }
    expect(synapse.rows).toEqual([]);
    expect([...named].toSorted()).toEqual(all.map((row) => row.media_id));
  }
});

describe("a run that goes on", () => {
  const past = { done: new Set(["f0"]), called: new Set(["f1", "f2"]) };

  test("by the rule: the lists tell what went, and what they still name is planned again", async () => {
    const all = rows(5);
    const { byKind, outcomes, synapse } = await play(planOf(all), { rows: all.slice(2) }, { past });
    expect(byKind).toEqual({ deleted: ["f1", "f2", "f3", "f4"] });
    expect(outcomes).toContainEqual({ what: "deleted", mediaId: "f1", knownBy: "listing" });
    expect(outcomes).toContainEqual({ what: "deleted", mediaId: "f2", knownBy: "answer" });
    expect(synapse.requestsTo("POST", /./)).toHaveLength(2);
  });

  test("by the rule: waits until a call of the earlier part has come to its end", async () => {
    const all = rows(3);
    let readings = 0;
    const fault: FakeOptions["fault"] = ({ method }, synapse) => {
      if (method === "GET" && (readings += 1) === 2) synapse.rows = synapse.rows.slice(1);
      return null;
    };
    const { synapse } = await play(planOf(all), { rows: all.slice(1), fault }, { past });
    const order = synapse.requests.map(({ method }) => method).join(" ");
    expect(order).toBe("GET GET GET POST");
  });

  test("by the rule: with all files gone it sends nothing", async () => {
    const all = rows(3);
    const { byKind, synapse } = await play(planOf(all), { rows: [] }, { past });
    expect(byKind).toEqual({ deleted: ["f1", "f2"] });
    expect(synapse.requestsTo("POST", /./)).toEqual([]);
  });

  test("by the list: a file that is gone and was named before was maybe never called", async () => {
    const all = rows(4);
    const { outcomes } = await play(planOf(all, list), { rows: all.slice(2, 3) }, { past });
    expect(outcomes.toSorted((a, b) => (a.mediaId < b.mediaId ? -1 : 1))).toEqual([
      { what: "already-gone", mediaId: "f1" },
      { what: "deleted", mediaId: "f2", knownBy: "answer" },
      { what: "already-gone", mediaId: "f3" },
    ]);
  });

  test("by user: what was called and is not listed any more was deleted, reviewed or not", async () => {
    const all = rows(4);
    const called = new Set(["f1", "stranger"]);
    const { outcomes } = await play(planOf(all, wholeUser), { rows: all.slice(3) }, { past: { ...past, called } });
    expect(outcomes).toEqual([
      { what: "deleted", mediaId: "f1", knownBy: "listing" },
      { what: "deleted-unplanned", mediaId: "stranger", sizeBytes: null, knownBy: "listing" },
      { what: "deleted", mediaId: "f3", knownBy: "answer" },
      { what: "already-gone", mediaId: "f2" },
    ]);
  });

  test("by user: leaves alone what could not be removed before", async () => {
    const all = rows(3);
    const { byKind, synapse } = await play(planOf(all, wholeUser), { rows: all, stuck: new Set(["f0"]) }, { past });
    expect(byKind).toEqual({ deleted: ["f1", "f2"] });
    expect(synapse.requestsTo("DELETE", /./)).toHaveLength(1);
  });

  test("stopped from the start it deletes nothing, and finds out what became of the calls", async () => {
    const all = rows(4);
    for (const engine of [{}, list, wholeUser]) {
      const stop = AbortSignal.abort();
      const { byKind, synapse } = await play(planOf(all, engine), { rows: all.slice(2) }, { past, stop });
      expect(byKind).toEqual({ [engine === list ? "already-gone" : "deleted"]: ["f1"], "not-attempted": ["f2", "f3"] });
      expect(synapse.rows).toHaveLength(2);
    }
  });

  test("says unknown of the calls where no list can be read, and starts nothing", async () => {
    const all = rows(4);
    for (const engine of [{}, wholeUser]) {
      const fault: FakeOptions["fault"] = () => refusal(500, "M_UNKNOWN");
      const { byKind, events } = await play(planOf(all, engine), { rows: all, fault }, { past });
      expect(byKind).toEqual({ unknown: ["f1", "f2"], "not-attempted": ["f3"] });
      expect(events.filter(({ kind }) => kind === "halted")).toHaveLength(1);
    }
  });
});
