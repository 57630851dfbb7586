import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import { anyRows, anyRule } from "./arbitrary";
import { FakeSynapse, refusal } from "./fake-synapse";
import type { FakeOptions, FakeRequest, FakeRow } from "./fake-synapse";
import type { Outcome, RunEvent } from "./outcome";
import type { Plan } from "./plan";
import { planFiles, sourceOf } from "./planned-files";
import type { SpecOptions } from "./planned-files";
import { matchesRule } from "./rule";
import { run } from "./run";

const NEVER = new AbortController().signal;
const rule = { beforeMs: 1_700_000_000_000, largerThanBytes: 0, keepAvatars: true };
const html502 = () => new Response("<html>Bad Gateway</html>", { status: 502 });

const rows = (count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    media_id: `f${String(index)}`,
    user_id: "@ann:fake",
    created_ts: 1_600_000_000_000 + index,
    media_length: 10,
    safe_from_quarantine: false,
  }));

function planOf(all: readonly FakeRow[], change: SpecOptions = {}): Plan {
  const files = all.map((row) => mediaFileOf(row, row.user_id));
  return planFiles(files, { source: sourceOf(rule), keep: new Set(), ...change });
}

const list = { engine: "exact-list" } as const;
const wholeUser = { engine: "whole-user", source: { kind: "user", userId: "@ann:fake" } } as const;

async function play(plan: Plan, options: FakeOptions, stop: AbortSignal = NEVER) {
  const synapse = new FakeSynapse(options);
  const events: RunEvent[] = [];
  for await (const event of run(plan, { ...synapse.deps, filesPerStep: 2 }, stop)) events.push(event);
  const outcomes = events.flatMap((event) => (event.kind === "outcomes" ? event.outcomes : []));
  const byKind: Partial<Record<Outcome["what"], string[]>> = {};
  for (const { what, mediaId } of outcomes) byKind[what] = [...(byKind[what] ?? []), mediaId].sort();
  return { synapse, events, outcomes, byKind };
}

describe("every engine", () => {
  test("gives every reviewed file exactly one outcome, and says deleted only of what is gone", async () => {
    const faults = fc.array(fc.constantFrom("ok", "ok", "lost", "dropped", "refused", "500"), { maxLength: 12 });
    const engines = fc.constantFrom<SpecOptions>(list, wholeUser, {});
    await fc.assert(
      fc.asyncProperty(anyRows, anyRule, engines, faults, async (all, by, engine, script) => {
        const table = engine.source === undefined ? all : all.map((row) => ({ ...row, user_id: "@ann:fake" }));
        const isRule = engine.source === undefined;
        const reviewed = isRule ? table.filter((row) => matchesRule(by, mediaFileOf(row, row.user_id))) : table;
        const plan = planOf(reviewed, isRule ? { source: sourceOf(by), ...engine } : engine);
        const worn = new Set(table.filter(({ media_id }) => media_id.startsWith("worn")).map((row) => row.media_id));
        const remaining = [...script];
        const { outcomes, synapse } = await play(plan, {
          rows: table,
          worn,
          fault: (request, fake) => {
            if (request.method === "GET") return null;
            const fault = remaining.shift() ?? "ok";
            if (fault === "refused") return refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: 1 });
            if (fault === "500") return refusal(500, "M_UNKNOWN");
            if (fault === "ok") return null;
            if (fault === "lost") fake.carryOut(request);
            throw new TypeError("dropped");
          },
        });
        const planned = plan.doomed.map((file) => file.mediaId);
        const reported = outcomes.filter(({ what }) => what !== "deleted-unplanned").map(({ mediaId }) => mediaId);
        expect(reported.toSorted()).toEqual(planned.toSorted());
        const left = new Set(synapse.rows.map((row) => row.media_id));
        const claimedGone = outcomes.filter(({ what }) => what.startsWith("deleted") || what === "already-gone");
        const claimedLeft = outcomes.filter(({ what }) => what === "kept-by-server" || what === "failed");
        expect(claimedGone.filter(({ mediaId }) => left.has(mediaId))).toEqual([]);
        expect(claimedLeft.filter(({ mediaId }) => !left.has(mediaId))).toEqual([]);
      }),
    );
  });

  test("starts nothing after a stop", async () => {
    const all = rows(3);
    for (const engine of [{}, list, wholeUser]) {
      const { byKind, synapse } = await play(planOf(all, engine), { rows: all }, AbortSignal.abort());
      expect(byKind).toEqual({ "not-attempted": ["f0", "f1", "f2"] });
      expect(synapse.rows).toHaveLength(3);
    }
  });
});

describe("exactly this list", () => {
  test("tells deleted, already gone and not removable apart", async () => {
    const all = rows(3);
    const { byKind } = await play(planOf(all, list), { rows: all.slice(1), stuck: new Set(["f2"]) });
    expect(byKind).toEqual({ "already-gone": ["f0"], deleted: ["f1"], failed: ["f2"] });
  });

  test("repeats a deletion whose answer was lost, and takes 'unknown media' then for done", async () => {
    const all = rows(1);
    const { outcomes } = await play(planOf(all, list), {
      rows: all,
      fault: (request, fake) => {
        if (request.method !== "DELETE" || request.nth > 1) return null;
        fake.carryOut(request);
        return html502();
      },
    });
    expect(outcomes).toEqual([{ what: "deleted", mediaId: "f0", knownBy: "repeat" }]);
  });

  test("names Synapse's words where it refuses a file", async () => {
    const all = rows(1);
    const fault: FakeOptions["fault"] = ({ method }) => (method === "DELETE" ? refusal(403, "M_FORBIDDEN") : null);
    const { outcomes } = await play(planOf(all, list), { rows: all, fault });
    expect(outcomes).toMatchObject([{ what: "failed", problem: { words: "M_FORBIDDEN" } }]);
  });

  test("ends by itself when the homeserver stops answering", async () => {
    const all = rows(100);
    const fault: FakeOptions["fault"] = ({ method }) => {
      if (method === "DELETE") throw new TypeError("down");
      return null;
    };
    const { byKind, events } = await play(planOf(all, list), { rows: all, fault });
    expect(events.some((event) => event.kind === "halted")).toBe(true);
    expect(byKind["not-attempted"]?.length).toBeGreaterThan(80);
    expect(byKind.deleted).toBeUndefined();
  });
});

describe("Synapse's rule", () => {
  test("runs in steps of few files, the last with the admin's own date", async () => {
    const all = rows(5);
    const { byKind, synapse } = await play(planOf(all), { rows: all });
    expect(byKind).toEqual({ deleted: ["f0", "f1", "f2", "f3", "f4"] });
    const dates = synapse.requestsTo("POST", /media\/delete$/).map(({ search }) => Number(search.get("before_ts")));
    expect(dates).toEqual([1_600_000_000_002, 1_600_000_000_004, rule.beforeMs]);
  });

  test("uses the path with the server's name before 1.78", async () => {
    const all = rows(1);
    const { synapse } = await play(planOf(all, { serverVersion: "1.77.0" }), { rows: all });
    expect(synapse.requestsTo("POST", /./).map(({ path }) => path)).toEqual(["/_synapse/admin/v1/media/fake/delete"]);
  });

  test("reports what Synapse kept, what was gone before, and what went beyond the list", async () => {
    const all = rows(4);
    const { byKind } = await play(planOf(all.slice(0, 3)), { rows: all.slice(1), worn: new Set(["f1"]) });
    expect(byKind).toEqual({
      "already-gone": ["f0"],
      "kept-by-server": ["f1"],
      deleted: ["f2"],
      "deleted-unplanned": ["f3"],
    });
  });

  test("never repeats a lost call blindly: it reads the lists until they stand still", async () => {
    const all = rows(4);
    let left = 3;
    const { outcomes, synapse, events } = await play(planOf(all), {
      rows: all,
      fault: (request, fake) => {
        if (request.method === "POST" && request.nth === 1) return html502();
        // Synapse goes on by itself: one more file is gone at each reading.
        if (request.method === "GET" && left > 1) {
          left -= 1;
          fake.rows.shift();
        }
        return null;
      },
    });
    expect(events.map((event) => event.kind)).toContain("settling");
    expect(outcomes.filter((outcome) => outcome.what === "deleted" && outcome.knownBy === "listing")).toHaveLength(2);
    expect(outcomes.every(({ what }) => what === "deleted")).toBe(true);
    const order = synapse.requests.map(({ method }) => method).join(" ");
    expect(order).toBe("POST GET GET POST");
  });

  test("a later step that was answered also settles what a lost one left", async () => {
    const all = rows(4);
    const fault: FakeOptions["fault"] = ({ method, nth }) => (method === "POST" && nth === 1 ? html502() : null);
    const { byKind } = await play(planOf(all), { rows: all, worn: new Set(["f0"]), fault });
    expect(byKind).toEqual({ deleted: ["f1", "f2", "f3"], "kept-by-server": ["f0"] });
  });

  test("sends the last step once more where its answer was lost and its files are still listed", async () => {
    const all = rows(2);
    const fault: FakeOptions["fault"] = ({ method, nth }) => (method === "POST" && nth === 1 ? html502() : null);
    const { byKind, synapse } = await play(planOf(all), { rows: all, fault });
    expect(byKind).toEqual({ deleted: ["f0", "f1"] });
    expect(synapse.requestsTo("POST", /./)).toHaveLength(2);
  });

  test("says failed, with the reason, of what is still listed when the last step was lost twice", async () => {
    const all = rows(2);
    const fault: FakeOptions["fault"] = ({ method }) => (method === "POST" ? html502() : null);
    const { byKind, synapse } = await play(planOf(all), { rows: all, fault });
    expect(byKind).toEqual({ failed: ["f0", "f1"] });
    expect(synapse.requestsTo("POST", /./)).toHaveLength(2);
  });

  test("a refusal ends the run, and nothing counts as tried", async () => {
    const all = rows(4);
    const fault: FakeOptions["fault"] = ({ method, nth }) =>
      method === "POST" && nth === 2 ? refusal(403, "M_FORBIDDEN") : null;
    const { byKind, events } = await play(planOf(all), { rows: all, fault });
    expect(byKind).toEqual({ deleted: ["f0", "f1"], "not-attempted": ["f2", "f3"] });
    expect(events).toContainEqual(
      expect.objectContaining({ kind: "halted", problem: expect.objectContaining({ words: "M_FORBIDDEN" }) }),
    );
  });

  test("says unknown where neither the answer nor the lists could be had", async () => {
    const all = rows(2);
    const fault = () => {
      throw new TypeError("down");
    };
    const { byKind } = await play(planOf(all), { rows: all, fault });
    expect(byKind).toEqual({ unknown: ["f0", "f1"] });
  });
});

describe("everything a user has", () => {
  test("does not take files for stuck that a repeat by the browser found gone", async () => {
    const all = rows(3);
    const repeatedOnTheWay = (request: FakeRequest, synapse: FakeSynapse) => {
      if (request.method === "DELETE" && request.nth === 1) synapse.carryOut(request);
      return null;
    };
    const { byKind, outcomes } = await play(planOf(all, wholeUser), { rows: all, fault: repeatedOnTheWay });
    expect(byKind).toEqual({ deleted: ["f0", "f1", "f2"] });
    expect(outcomes).toContainEqual({ what: "deleted", mediaId: "f0", knownBy: "listing" });
  });

  test("keeps what the answer named where the list cannot be read for the rest", async () => {
    const all = rows(3);
    const fault = ({ method, nth }: FakeRequest) =>
      method === "GET" && nth === 2 ? refusal(403, "M_FORBIDDEN") : null;
    const { byKind, events } = await play(planOf(all, wholeUser), { rows: all, stuck: new Set(["f0"]), fault });
    expect(byKind).toEqual({ deleted: ["f1", "f2"], unknown: ["f0"] });
    expect(events.filter(({ kind }) => kind === "halted")).toHaveLength(1);
  });

  test("goes on until the list is empty, past files that cannot be removed", async () => {
    const all = rows(600);
    const { byKind, synapse } = await play(planOf(all, wholeUser), { rows: all, stuck: new Set(["f0", "f300"]) });
    expect(byKind.failed).toEqual(["f0", "f300"]);
    expect(byKind.deleted).toHaveLength(598);
    expect(synapse.rows).toHaveLength(2);
  });

  test("takes what arrived meanwhile and names it as beyond the review", async () => {
    const all = rows(3);
    const { outcomes } = await play(planOf(all.slice(0, 2), wholeUser), { rows: all });
    expect(outcomes).toContainEqual({ what: "deleted-unplanned", mediaId: "f2", sizeBytes: 10 });
  });

  test("ends by itself after three lost answers in a row", async () => {
    const all = rows(1);
    const fault: FakeOptions["fault"] = ({ method }) => (method === "DELETE" ? html502() : null);
    const { byKind, synapse } = await play(planOf(all, wholeUser), { rows: all, fault });
    expect(synapse.requestsTo("DELETE", /./)).toHaveLength(3);
    expect(byKind).toEqual({ failed: ["f0"] });
  });

  test("says unknown where neither the answer nor the list could be had", async () => {
    const all = rows(2);
    let isDown = false;
    const { byKind } = await play(planOf(all, wholeUser), {
      rows: all,
      fault: ({ method }) => {
        isDown ||= method === "DELETE";
        if (isDown) throw new TypeError("down");
        return null;
      },
    });
    expect(byKind).toEqual({ unknown: ["f0", "f1"] });
  });
});
