import { describe, expect, test } from "vitest";
import { HttpError, SessionEndedError, UnreachableError } from "../api/errors";
import { FakeSynapse } from "./fake-synapse";
import { readPatiently, repeatWhenRefused } from "./patience";

function start() {
  const { deps, clock } = new FakeSynapse({ rows: [] });
  const renewals: string[] = [];
  const patience = { ...deps.patience, untilRenewed: async () => void renewals.push("renewed") };
  return { patience, waits: clock.waits, renewals };
}

const expired = new SessionEndedError({ status: 401, errcode: null, words: null, retryAfterMs: null });
const silence = new UnreachableError("nothing-answers", "http://fake");
const http = (status: number, retryAfterMs: number | null = null) =>
  new HttpError("http://fake", { status, errcode: null, words: null, retryAfterMs });

/** Fails with each of these in turn and answers then; `calls` counts. */
function callOf(...errors: readonly unknown[]) {
  const left = [...errors];
  const made = { calls: 0 };
  const call = async (): Promise<string> => {
    made.calls += 1;
    const error = left.shift();
    return error === undefined ? "answer" : Promise.reject(error);
  };
  return { call, made };
}

describe("a refused call is made again", () => {
  test("after a 429 when the time it asks for is over, five seconds where it asks for none", async () => {
    const { patience, waits } = start();
    const { call, made } = callOf(http(429, 7), http(429), http(429, 0));
    expect(await repeatWhenRefused(call, patience)).toBe("answer");
    expect(made.calls).toBe(4);
    expect(waits).toEqual([7, 5000, 0]);
  });

  test("after a 401 when there is a new token", async () => {
    const { patience, waits, renewals } = start();
    expect(await repeatWhenRefused(callOf(expired, expired).call, patience)).toBe("answer");
    expect([renewals.length, waits.length]).toEqual([2, 0]);
  });

  test("but not after anything else, which may have been carried out", async () => {
    for (const error of [http(500), http(403), silence]) {
      const { patience, waits } = start();
      const { call, made } = callOf(error);
      await expect(repeatWhenRefused(call, patience)).rejects.toBe(error);
      expect([made.calls, waits.length]).toEqual([1, 0]);
    }
  });

  test("not after a stop, nor when one comes while it waits", async () => {
    const stop = new AbortController();
    const { call, made } = callOf(http(429, 60_000));
    const repeating = repeatWhenRefused(call, start().patience, stop.signal);
    stop.abort();
    await expect(repeating).rejects.toMatchObject({ name: "AbortError" });
    await expect(repeatWhenRefused(callOf(http(429)).call, start().patience, stop.signal)).rejects.toBe(
      stop.signal.reason,
    );
    expect(made.calls).toBe(1);
  });
});

test("a call that a stop found under way throws its own error: it may have been carried out", async () => {
  const { patience } = start();
  await expect(repeatWhenRefused(callOf(silence).call, patience, AbortSignal.abort())).rejects.toBe(silence);
});

describe("a read is made again", () => {
  test("twice after what may pass, a little later each time", async () => {
    for (const error of [silence, http(500), http(502)]) {
      const { patience, waits } = start();
      expect(await readPatiently(callOf(error, error).call, patience)).toBe("answer");
      expect(waits).toEqual([500, 2000]);
      const { call, made } = callOf(error, error, error);
      await expect(readPatiently(call, patience)).rejects.toBe(error);
      expect(made.calls).toBe(3);
    }
  });

  test("after refusals as often as it takes, which are no failures", async () => {
    const { patience, waits } = start();
    const { call } = callOf(http(500), http(429, 1), http(500), expired, http(429, 2));
    expect(await readPatiently(call, patience)).toBe("answer");
    expect(waits).toEqual([500, 1, 2000, 2]);
  });

  test("not after Synapse said no", async () => {
    const { patience, waits } = start();
    await expect(readPatiently(callOf(http(499)).call, patience)).rejects.toMatchObject({ status: 499 });
    expect(waits).toEqual([]);
  });

  test("not after a stop, which is told as one", async () => {
    const { patience, waits } = start();
    const stop = AbortSignal.abort();
    await expect(readPatiently(callOf(silence).call, patience, stop)).rejects.toBe(stop.reason);
    expect(waits).toEqual([]);
    const later = new AbortController();
    const { call } = callOf(silence, silence);
    const third = async () =>
      call().then(
        async () => {
          later.abort();
          return Promise.reject(silence);
        },
        async (error: unknown) => Promise.reject(error),
      );
    await expect(readPatiently(third, patience, later.signal)).rejects.toMatchObject({ name: "AbortError" });
  });
});
