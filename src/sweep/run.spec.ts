import { describe, expect, test } from "vitest";
import { refusal } from "./fake-synapse";
import type { FakeOptions, FakeRequest, FakeSynapse } from "./fake-synapse";
import { NO_FILTER } from "./filter";
import { html502, list, planOf, play, rows, rule, wholeUser } from "./play-run";

describe("every engine", () => {
  test("starts nothing after a stop", async () => {
    const all = rows(3);
    for (const engine of [{}, list, wholeUser]) {
      const { byKind, synapse } = await play(planOf(all, engine), { rows: all }, { stop: AbortSignal.abort() });
      expect(byKind).toEqual({ "not-attempted": ["f0", "f1", "f2"] });
      expect(synapse.rows).toHaveLength(3);
    }
  });

  test("finds out what a call did that was under way at a stop and whose answer was lost", async () => {
    const all = rows(9);
    for (const engine of [{}, list, wholeUser]) {
      const stopping = new AbortController();
      const fault: FakeOptions["fault"] = (request, fake) => {
        if (request.method === "GET") return null;
        fake.carryOut(request);
        stopping.abort();
        return html502();
      };
      const { byKind, synapse } = await play(planOf(all, engine), { rows: all, fault }, { stop: stopping.signal });
      const left = synapse.rows.map((row) => row.media_id);
      expect(byKind["not-attempted"] ?? []).toEqual(left);
      expect(byKind.deleted).toHaveLength(9 - left.length);
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
  test("is never asked to run a rule that something narrows: the list is", async () => {
    const all = rows(3);
    const source = { kind: "rule", rule, filter: { ...NO_FILTER, nameContains: "only these" } } as const;
    const plan = { ...planOf(all.slice(0, 2)), source };
    const { byKind, synapse } = await play(plan, { rows: all });
    expect(byKind).toEqual({ deleted: ["f0", "f1"] });
    expect(synapse.requestsTo("POST", /./)).toEqual([]);
    expect(synapse.rows.map((row) => row.media_id)).toEqual(["f2"]);
  });

  test("runs in steps of few files, the last with the admin's own date", async () => {
    const all = rows(5);
    const { byKind, synapse } = await play(planOf(all), { rows: all });
    expect(byKind).toEqual({ deleted: ["f0", "f1", "f2", "f3", "f4"] });
    const dates = synapse.requestsTo("POST", /media\/delete$/).map(({ search }) => Number(search.get("before_ts")));
    expect(dates).toEqual([1_600_000_000_002, 1_600_000_000_004, rule.beforeMs]);
  });

  test("takes more files a step while the homeserver is quick, and fewer while it is slow", async () => {
    const all = rows(3000);
    const sizes: number[] = [];
    const fault: FakeOptions["fault"] = (request, synapse) => {
      const before = synapse.rows.length;
      const answer = synapse.carryOut(request);
      sizes.push(before - synapse.rows.length);
      synapse.clock.nowMs += (sizes.at(-1) ?? 0) * (synapse.rows.length > 1300 ? 1 : 20);
      return answer;
    };
    await play(planOf(all), { rows: all, fault }, { deps: {} });
    expect(sizes).toEqual([250, 375, 563, 845, 423, 212, 106, 100, 100, 26]);
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
    const fault: FakeOptions["fault"] = ({ method }) => (method === "POST" ? html502() : refusal(500, "M_UNKNOWN"));
    const { byKind, events } = await play(planOf(all), { rows: all, fault });
    expect(byKind).toEqual({ unknown: ["f0", "f1"] });
    expect(events.filter(({ kind }) => kind === "halted")).toHaveLength(1);
  });

  test("names a kept file that went with a call whose answer was lost, and only one that the call could take", async () => {
    const all = rows(6).map((row, index) => ({ ...row, safe_from_quarantine: [0, 3, 5].includes(index) }));
    const fault: FakeOptions["fault"] = (request, synapse) => {
      if (request.method !== "POST" || request.nth !== 2) return null;
      // All but one are gone. The first was no matter of this call any more, the last came after its date.
      synapse.rows = synapse.rows.filter(({ media_id }) => media_id === "f4");
      return html502();
    };
    const { byKind, outcomes } = await play(planOf(all), { rows: all, fault }, { deps: { filesPerStep: 1 } });
    expect(byKind).toEqual({ deleted: ["f1", "f2", "f4"], "deleted-unplanned": ["f3"] });
    expect(outcomes).toContainEqual({ what: "deleted-unplanned", mediaId: "f3", sizeBytes: 10, knownBy: "listing" });
  });
});

describe("everything a user has", () => {
  test("does not take files for stuck that a repeat by the browser found gone", async () => {
    const all = rows(3);
    const repeatedOnTheWay = (request: FakeRequest, synapse: FakeSynapse) => {
      if (request.method === "DELETE" && request.nth === 1) synapse.carryOut(request);
      return null;
    };
    const { byKind } = await play(planOf(all, wholeUser), { rows: all, fault: repeatedOnTheWay });
    // Which request took them no answer says: one came, and it does not name them.
    expect(byKind).toEqual({ "already-gone": ["f0", "f1", "f2"] });
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
    expect(outcomes).toContainEqual({ what: "deleted-unplanned", mediaId: "f2", sizeBytes: 10, knownBy: "answer" });
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
        return isDown ? refusal(500, "M_UNKNOWN") : null;
      },
    });
    expect(byKind).toEqual({ unknown: ["f0", "f1"] });
  });
});
