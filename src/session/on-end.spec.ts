import { expect, test } from "vitest";
import { createStore } from "../lib/store";
import { onEnd } from "./on-end";

test("tells of each end once, with what it ended as, until it is left", () => {
  const work = createStore({ status: "none", of: 0 });
  const ends: unknown[] = [];
  const leave = onEnd(work, (state) => ends.push(state));
  for (const [status, of] of [
    ["running", 1],
    ["running", 1],
    ["ended", 1],
    ["none", 0],
    ["running", 2],
    ["failed", 2],
  ] as const) {
    work.set({ status, of });
  }
  leave();
  work.set({ status: "running", of: 3 });
  work.set({ status: "ended", of: 3 });
  expect(ends).toEqual([
    { status: "ended", of: 1 },
    { status: "failed", of: 2 },
  ]);
});

test("what runs already is told of when it ends", () => {
  const work = createStore({ status: "running" });
  let ends = 0;
  onEnd(work, () => (ends += 1));
  work.set({ status: "ended" });
  expect(ends).toBe(1);
});
