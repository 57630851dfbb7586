import { expect, test } from "vitest";
import { pool } from "./pool";

/** Work that ends when the spec says so. */
function workshop() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const work = async (item: string): Promise<string> =>
    new Promise((resolve) => {
      started.push(item);
      ends.set(item, () => {
        resolve(`${item} done`);
      });
    });
  return { started, work, end: (item: string) => ends.get(item)?.() };
}

test("so many are worked on at once, and each result comes as soon as it is there", async () => {
  const { started, work, end } = workshop();
  const results = pool(["a", "b", "c"], { inFlight: 2 }, work);
  const first = results.next();
  expect(started).toEqual(["a", "b"]);
  end("b");
  expect(await first).toEqual({ done: false, value: "b done" });
  const second = results.next();
  expect(started).toEqual(["a", "b", "c"]);
  end("a");
  end("c");
  const rest = [await second, await results.next()].map(({ value }) => value);
  expect(new Set(rest)).toEqual(new Set(["a done", "c done"]));
  expect(await results.next()).toEqual({ done: true, value: undefined });
});

test("a stop starts nothing more, and what is under way is waited for", async () => {
  const stop = new AbortController();
  const { started, work, end } = workshop();
  const results = pool(["a", "b", "c", "d"], { inFlight: 2, stop: stop.signal }, work);
  const first = results.next();
  stop.abort();
  end("a");
  expect(await first).toEqual({ done: false, value: "a done" });
  const second = results.next();
  end("b");
  expect(await second).toEqual({ done: false, value: "b done" });
  expect(await results.next()).toEqual({ done: true, value: undefined });
  expect(started).toEqual(["a", "b"]);
});

test("the work's own failure ends it", async () => {
  const results = pool(["a"], { inFlight: 1 }, async () => Promise.reject(new Error("no")));
  await expect(results.next()).rejects.toThrow("no");
});
