import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "./store";
import { calmStore } from "./calm-store";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch() {
  const store = createStore(0);
  const calm = calmStore(store, { everyMs: 200, isUrgent: (before, now) => before < 100 && now >= 100 });
  const seen: number[] = [];
  const unsubscribe = calm.subscribe(() => {
    seen.push(calm.get());
  });
  return { store, calm, seen, unsubscribe };
}

test("many changes are shown as one, the last, and soon", () => {
  const { store, seen } = watch();
  for (const value of [1, 2, 3]) store.set(value);
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(seen).toEqual([3]);
});

test("what is urgent is shown at once, and only once", () => {
  const { store, seen } = watch();
  store.set(1);
  store.set(100);
  expect(seen).toEqual([100]);
  vi.advanceTimersByTime(1000);
  expect(seen).toEqual([100]);
});

test("what changed while nobody listened is there for the next who does", () => {
  const { store, calm, seen, unsubscribe } = watch();
  unsubscribe();
  store.set(5);
  vi.advanceTimersByTime(1000);
  expect(seen).toEqual([]);
  calm.subscribe(() => undefined);
  expect(calm.get()).toBe(5);
});

test("everybody who watches is told at the same time", () => {
  const { store, calm, seen } = watch();
  const others: number[] = [];
  calm.subscribe(() => {
    others.push(calm.get());
  });
  store.set(100);
  expect([seen, others]).toEqual([[100], [100]]);
  store.set(1);
  vi.advanceTimersByTime(200);
  expect([seen, others]).toEqual([
    [100, 1],
    [100, 1],
  ]);
});

test("one who leaves takes nothing from the others", () => {
  const { store, calm, seen } = watch();
  const leave = calm.subscribe(() => undefined);
  store.set(1);
  leave();
  vi.advanceTimersByTime(200);
  expect(seen).toEqual([1]);
});
