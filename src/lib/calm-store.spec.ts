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
  const calm = calmStore(store, { everyMs: 200, isUrgent: (_, now) => now >= 100 });
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
