import { describe, expect, test } from "vitest";
import { HttpError, SessionEndedError, UnreachableError } from "../api/errors";
import type { Refusal } from "../api/errors";
import { NotDoneError, act, namesOf } from "./action";
import type { ActionTarget, CallStyle, TargetResult } from "./action";
import { FakeSynapse } from "./fake-synapse";

const refusal = (change: Partial<Refusal>): Refusal => ({
  status: 500,
  errcode: null,
  words: null,
  retryAfterMs: null,
  ...change,
});
const http = (change: Partial<Refusal>) => new HttpError("http://fake", refusal(change));
const LOST = new UnreachableError("nothing-answers", "http://fake");

/** A target whose calls meet these in turn, and are carried out after that. */
function target(on: string, ...meets: readonly Error[]) {
  let calls = 0;
  const call: ActionTarget["call"] = async () => {
    calls += 1;
    const met = meets[calls - 1];
    if (met !== undefined) throw met;
    return { num_quarantined: 2 };
  };
  return { on, call, calls: () => calls };
}

async function resultsOf(style: CallStyle, targets: readonly ActionTarget[], stop = new AbortController()) {
  const { deps } = new FakeSynapse({ rows: [] });
  const results: TargetResult[] = [];
  for await (const result of act({ kind: "try", style, targets }, deps, stop.signal)) results.push(result);
  return results;
}

describe("quick calls", () => {
  test("each result names what it is of, and what Synapse counted", async () => {
    const results = await resultsOf("quick", [target("a"), target("b")]);
    expect(results).toEqual([
      { what: "done", on: "a", counts: { num_quarantined: 2 } },
      { what: "done", on: "b", counts: { num_quarantined: 2 } },
    ]);
  });

  test("a lost answer, a 429 and a refused token only delay it", async () => {
    const hurried = http({ status: 429, errcode: "M_LIMIT_EXCEEDED", retryAfterMs: 300 });
    const tokenless = new SessionEndedError(refusal({ status: 401, errcode: "M_UNKNOWN_TOKEN" }));
    const odd = target("a", LOST, hurried, tokenless, http({ status: 502 }));
    expect(await resultsOf("quick", [odd])).toMatchObject([{ what: "done" }]);
    expect(odd.calls()).toBe(5);
  });

  test("answers that stay lost leave it unknown; an error that Synapse itself reports is a failure", async () => {
    const silent = target("silent", LOST, LOST, LOST, LOST);
    const own = http({ errcode: "M_UNKNOWN", words: "Internal server error" });
    const broken = target("broken", own, own, own, own);
    expect(await resultsOf("quick", [silent, broken])).toMatchObject([
      { what: "unknown", on: "silent", problem: { title: "Nothing answers at the homeserver's address" } },
      { what: "failed", on: "broken", problem: { words: "Internal server error" } },
    ]);
  });

  test("a refusal fails that one alone, at once", async () => {
    const gone = target("gone", http({ status: 404, errcode: "M_UNKNOWN", words: "No row found" }));
    const results = await resultsOf("quick", [gone, target("there")]);
    expect(results).toMatchObject([
      { what: "failed", on: "gone", problem: { words: "No row found" } },
      { what: "done", on: "there" },
    ]);
    expect(gone.calls()).toBe(1);
  });

  test("after a stop nothing new is started, and what was not is named", async () => {
    const stop = new AbortController();
    const fourth: ActionTarget = {
      on: "d",
      call: async () => {
        stop.abort();
        return {};
      },
    };
    const targets = [target("a"), target("b"), target("c"), fourth, target("e"), target("f")];
    const results = await resultsOf("quick", targets, stop);
    expect(results.filter(({ what }) => what === "done").map(({ on }) => on)).toEqual(["a", "b", "c", "d"]);
    expect(results.slice(4)).toEqual([
      { what: "not-attempted", on: "e" },
      { what: "not-attempted", on: "f" },
    ]);
  });

  test("a stop while it waits for the next try leaves unknown what was lost, and refused what was refused", async () => {
    for (const [met, what] of [
      [LOST, "unknown"],
      [http({ status: 429, errcode: "M_LIMIT_EXCEEDED", retryAfterMs: 300 }), "not-attempted"],
    ] as const) {
      const stop = new AbortController();
      const call = async () => {
        stop.abort();
        throw met;
      };
      expect(await resultsOf("quick", [{ on: "a", call }], stop)).toMatchObject([{ what, on: "a" }]);
    }
  });
});

test("what was answered and not done fails with its own words, at once", async () => {
  const problem = { title: "It is protected", advice: "Remove the protection first.", words: null };
  for (const style of ["quick", "long", "read"] as const) {
    const kept = target("kept", new NotDoneError(problem));
    expect(await resultsOf(style, [kept])).toEqual([{ what: "failed", on: "kept", problem }]);
    expect(kept.calls()).toBe(1);
  }
});

describe("what is checked after its call", () => {
  const checked = (...meets: readonly Error[]) => ({ call: target("call"), check: target("check", ...meets) });
  const resultOf = async ({ call, check }: ReturnType<typeof checked>) => {
    const [result] = await resultsOf("quick", [{ on: "a", call: call.call, check: check.call }]);
    return result;
  };

  test("is done as often as the check says, and the check alone is repeated", async () => {
    const hurried = http({ status: 429, errcode: "M_LIMIT_EXCEEDED", retryAfterMs: 300 });
    const odd = checked(LOST, hurried, http({ status: 502 }));
    expect(await resultOf(odd)).toEqual({ what: "done", on: "a", counts: { num_quarantined: 2 } });
    expect([odd.call.calls(), odd.check.calls()]).toEqual([1, 4]);
  });

  test("fails where the check finds it not done", async () => {
    const problem = { title: "It is protected", advice: "Remove the protection first.", words: null };
    expect(await resultOf(checked(new NotDoneError(problem)))).toEqual({ what: "failed", on: "a", problem });
  });

  test("is unknown where the check brings no answer, whoever keeps it back", async () => {
    const own = http({ errcode: "M_UNKNOWN", words: "Internal server error" });
    const title = "Synapse took the request, and what it did could not be checked";
    for (const [meets, words] of [
      [[own, own, own, own], "Internal server error"],
      [[http({ status: 404, errcode: "M_UNRECOGNIZED", words: "Unrecognized request" })], "Unrecognized request"],
      [[LOST, LOST, LOST, LOST], null],
    ] as const) {
      expect(await resultOf(checked(...meets))).toMatchObject({ what: "unknown", on: "a", problem: { title, words } });
    }
  });

  test("is unknown where a stop ends the waiting for the check", async () => {
    for (const met of [LOST, http({ status: 429, errcode: "M_LIMIT_EXCEEDED", retryAfterMs: 300 })]) {
      const stop = new AbortController();
      const check = async () => {
        stop.abort();
        throw met;
      };
      const results = await resultsOf("quick", [{ ...target("a"), check }], stop);
      expect(results).toMatchObject([
        { what: "unknown", on: "a", problem: { title: expect.stringMatching(/^Synapse took the request/) } },
      ]);
    }
  });

  test("is not checked where the call itself was refused", async () => {
    const { check } = checked();
    const gone = target("gone", http({ status: 404, errcode: "M_UNKNOWN", words: "No row found" }));
    expect(await resultsOf("quick", [{ ...gone, check: check.call }])).toMatchObject([{ what: "failed", on: "gone" }]);
    expect(check.calls()).toBe(0);
  });
});

describe("reads", () => {
  test("are made one after the other, and a stop gives up the one under way", async () => {
    const stop = new AbortController();
    const call: ActionTarget["call"] = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          reject(new DOMException("Stopped", "AbortError"));
        });
        stop.abort();
      });
    expect(await resultsOf("read", [target("a"), { on: "b", call }, target("c")], stop)).toEqual([
      { what: "done", on: "a", counts: { num_quarantined: 2 } },
      { what: "not-attempted", on: "b" },
      { what: "not-attempted", on: "c" },
    ]);
  });

  test("the last one ends it, also after failures and a stop, and is not stopped itself", async () => {
    const { deps } = new FakeSynapse({ rows: [] });
    const stop = new AbortController();
    stop.abort();
    const call: ActionTarget["call"] = async (_, signal) => ({ isStopped: Number(signal.aborted) });
    const action = { kind: "try", style: "read", targets: [target("a", LOST)], last: { on: "zip", call } } as const;
    expect(namesOf(action)).toEqual(["a", "zip"]);
    const results: TargetResult[] = [];
    for await (const result of act(action, deps, stop.signal)) results.push(result);
    expect(results).toEqual([
      { what: "not-attempted", on: "a" },
      { what: "done", on: "zip", counts: { isStopped: 0 } },
    ]);
  });
});

describe("long calls", () => {
  test("are made one after the other, and never again after a lost answer", async () => {
    const lost = target("lost", http({ status: 504 }));
    const results = await resultsOf("long", [lost, target("next")]);
    expect(results).toMatchObject([
      { what: "unknown", on: "lost" },
      { what: "done", on: "next" },
    ]);
    expect(lost.calls()).toBe(1);
  });

  test("a stop ends the waiting, not the call", async () => {
    const stop = new AbortController();
    const call: ActionTarget["call"] = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          reject(new DOMException("Stopped", "AbortError"));
        });
        stop.abort();
      });
    expect(await resultsOf("long", [{ on: "a", call }, target("b")], stop)).toMatchObject([
      { what: "unknown", on: "a", problem: { title: "You stopped waiting for the answer" } },
      { what: "not-attempted", on: "b" },
    ]);
  });

  test("a stop while it waits out a 429 leaves it not attempted", async () => {
    const stop = new AbortController();
    const call = async () => {
      stop.abort();
      throw http({ status: 429, errcode: "M_LIMIT_EXCEEDED", retryAfterMs: 300 });
    };
    expect(await resultsOf("long", [{ on: "a", call }], stop)).toEqual([{ what: "not-attempted", on: "a" }]);
  });
});
