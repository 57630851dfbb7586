import { describe, expect, test } from "vitest";
import { ANSWER_WITHIN_MS } from "./answer-in-time";
import { refusal } from "./fake-synapse";
import type { FakeOptions } from "./fake-synapse";
import type { Waiting } from "./outcome";
import { html502, list, planOf, play, rows, wholeUser } from "./play-run";
import type { Played } from "./play-run";
import type { SpecOptions } from "./planned-files";

const engines: readonly (readonly [string, SpecOptions])[] = [
  ["Synapse's rule", {}],
  ["exactly this list", list],
  ["everything a user has", wholeUser],
];

const isProbe = (path: string): boolean => path.endsWith("/server_version");

/** Nothing answers from the first deletion on, until the version was asked for so many times in vain. */
function outage(probesInVain: number, { isCarriedOut = false } = {}): NonNullable<FakeOptions["fault"]> {
  let state: "up" | "down" | "back" = "up";
  let probes = 0;
  return (request, synapse) => {
    if (state === "up" && request.method !== "GET") {
      state = "down";
      if (isCarriedOut) synapse.carryOut(request);
    }
    if (state === "down" && isProbe(request.path)) {
      probes += 1;
      if (probes > probesInVain) state = "back";
    }
    if (state === "down") throw new TypeError("down");
    return null;
  };
}

/** Plays a run and takes down what it waited for. */
async function playWaiting(
  engine: SpecOptions,
  options: FakeOptions,
  stop: AbortController = new AbortController(),
): Promise<Played & { readonly waiting: readonly (Waiting["why"] | null)[] }> {
  const waiting: (Waiting["why"] | null)[] = [];
  const onWaiting = (now: Waiting | null) => waiting.push(now?.why ?? null);
  const played = await play(planOf(options.rows, engine), options, {
    stop: stop.signal,
    deps: { onWaiting, filesPerStep: 2 },
  });
  return { ...played, waiting };
}

describe.each(engines)("%s", (_, engine) => {
  const all = rows(5);
  const ids = all.map((row) => row.media_id);

  test("tells that the homeserver asked to wait, until it goes on; not of a moment", async () => {
    for (const [retryAfterMs, told] of [
      [5000, ["asked", null]],
      [300, []],
    ] as const) {
      let refused = 0;
      const fault: FakeOptions["fault"] = ({ method }) => {
        if (method === "GET" || refused > 0) return null;
        refused += 1;
        return refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: retryAfterMs });
      };
      const { byKind, waiting } = await playWaiting(engine, { rows: all, fault });
      expect(byKind).toEqual({ deleted: ids });
      expect(waiting).toEqual(told);
    }
  });

  test("waits for a homeserver that is gone, less and less often, and then goes on", async () => {
    const { byKind, synapse, events, waiting } = await playWaiting(engine, { rows: all, fault: outage(20) });
    expect(byKind).toEqual({ deleted: ids });
    expect(synapse.rows).toEqual([]);
    expect(events.filter(({ kind }) => kind === "halted")).toEqual([]);
    expect(waiting.filter((why) => why === "homeserver")).toHaveLength(20);
    expect(waiting.at(-1)).toBeNull();
    const waits = synapse.clock.waits.filter((ms) => ms >= 2000).join(" ");
    expect(waits).toContain(`4000 8000 15000 30000 30000 30000`);
  });

  test("finds out what went before the outage", async () => {
    const fault = outage(3, { isCarriedOut: true });
    const { byKind, synapse } = await playWaiting(engine, { rows: all, fault });
    expect(byKind).toEqual({ deleted: ids });
    expect(synapse.rows).toEqual([]);
  });

  test("does not wait where only a deletion's own answer is lost", async () => {
    const fault: FakeOptions["fault"] = ({ method, nth }) => (method !== "GET" && nth === 1 ? html502() : null);
    const { byKind, waiting } = await playWaiting(engine, { rows: all, fault });
    expect(byKind).toEqual({ deleted: ids });
    expect(waiting.filter((why) => why !== null)).toEqual([]);
  });

  test("a stop ends the waiting: what was under way is unknown, the rest was not attempted", async () => {
    const stop = new AbortController();
    const down = outage(Infinity);
    const fault: FakeOptions["fault"] = (request, synapse) => {
      if (isProbe(request.path) && request.nth === 9) stop.abort();
      return down(request, synapse);
    };
    const { byKind, synapse } = await playWaiting(engine, { rows: all, fault }, stop);
    const unknown = byKind.unknown ?? [];
    expect(unknown.length).toBeGreaterThan(0);
    expect([...unknown, ...(byKind["not-attempted"] ?? [])].toSorted()).toEqual(ids);
    expect(synapse.rows).toHaveLength(5);
  });

  test("waits for the device's network, and asks again as soon as it is back", async () => {
    const fault: FakeOptions["fault"] = (request, synapse) => {
      if (request.method !== "GET" && request.nth === 1 && synapse.requestsTo(request.method, /./).length === 1) {
        synapse.isOnline = false;
      }
      if (!synapse.isOnline) throw new TypeError("offline");
      return null;
    };
    const { byKind, synapse, waiting } = await playWaiting(engine, { rows: all, fault });
    expect(byKind).toEqual({ deleted: ids });
    expect(waiting.filter((why) => why !== null)).toEqual(["offline"]);
    expect(synapse.rows).toEqual([]);
  });

  test("a call that never answers counts as lost after a minute", async () => {
    const fault: FakeOptions["fault"] = (request, synapse) => {
      if (request.method === "GET" || synapse.clock.nowMs > 0) return null;
      synapse.carryOut(request);
      return "hang";
    };
    const { byKind, synapse } = await playWaiting(engine, { rows: all, fault });
    expect(byKind).toEqual({ deleted: ids });
    expect(synapse.clock.waits).toContain(ANSWER_WITHIN_MS);
    expect(synapse.clock.nowMs).toBeLessThan(2 * ANSWER_WITHIN_MS);
  });

  test("a slow answer is waited for", async () => {
    const tookMs: FakeOptions["tookMs"] = ({ method }) => (method === "GET" ? 0 : ANSWER_WITHIN_MS - 1);
    const { outcomes } = await playWaiting(engine, { rows: all, tookMs });
    expect(outcomes.map((outcome) => "knownBy" in outcome && outcome.knownBy)).toEqual(ids.map(() => "answer"));
  });
});

test("what is waited for is told with what the last try met", async () => {
  const all = rows(2);
  const down = outage(3);
  const fault: FakeOptions["fault"] = (request, synapse) => {
    const answer = isProbe(request.path) && request.nth === 2 ? html502() : null;
    try {
      return down(request, synapse) ?? answer;
    } catch (error) {
      if (answer !== null) return answer;
      throw error;
    }
  };
  const problems: (string | null)[] = [];
  const onWaiting = (now: Waiting | null) => problems.push(now?.problem.title ?? null);
  await play(planOf(all), { rows: all, fault }, { deps: { onWaiting, filesPerStep: 2 } });
  const [first, second, third] = problems;
  expect(second).not.toBe(first);
  expect(third).toBe(first);
  expect(problems.filter((problem) => problem !== null)).toHaveLength(3);
  expect(problems.at(-1)).toBeNull();
});

test("an outage is waited for, be it told to anybody or not", async () => {
  const all = rows(3);
  const { byKind } = await play(planOf(all), { rows: all, fault: outage(2) });
  expect(byKind).toEqual({ deleted: ["f0", "f1", "f2"] });
});

test("lists that a proxy refuses while the homeserver answers are asked for until they come", async () => {
  const all = rows(2);
  let refused = 0;
  const fault: FakeOptions["fault"] = ({ method, path, nth }) => {
    if (method === "POST" && nth === 1) return html502();
    if (method !== "GET" || isProbe(path) || refused === 30) return null;
    refused += 1;
    return html502();
  };
  const { byKind, waiting } = await playWaiting({}, { rows: all, fault });
  expect(byKind).toEqual({ deleted: ["f0", "f1"] });
  expect(waiting.filter((why) => why === "homeserver")).toHaveLength(10);
});

test("a homeserver that answers with errors of its own is no outage", async () => {
  const all = rows(2);
  const fault = ({ method }: { readonly method: string }) => (method === "GET" ? null : refusal(503, "M_UNKNOWN"));
  const { byKind, waiting, synapse } = await playWaiting(list, { rows: all, fault });
  expect(byKind).toEqual({ failed: ["f0", "f1"] });
  expect(waiting.filter((why) => why !== null)).toEqual([]);
  expect(synapse.requestsTo("GET", /server_version/)).toEqual([]);
});
