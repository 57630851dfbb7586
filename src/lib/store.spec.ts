import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore, paced } from "./store";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a listener hears each change until it unsubscribes", () => {
  const store = createStore(0);
  const listener = vi.fn();
  const unsubscribe = store.subscribe(listener);
  store.set(1);
  unsubscribe();
  store.set(2);
  expect(listener).toHaveBeenCalledTimes(1);
});

test("a paced store shows the first change at once, and of those that follow the newest", () => {
  const store = createStore(0);
  const seen: number[] = [];
  store.subscribe(() => seen.push(store.get()));
  const quick = paced(store, 100);
  for (const value of [1, 2, 3]) quick.set(value);
  expect([seen, quick.get()]).toEqual([[1], 3]);
  vi.advanceTimersByTime(100);
  expect(seen).toEqual([1, 3]);
});

test("a flush shows what is held back, once", () => {
  const store = createStore(0);
  const quick = paced(store, 100);
  quick.set(1);
  quick.set(2);
  quick.flush();
  const listener = vi.fn();
  store.subscribe(listener);
  expect(store.get()).toBe(2);
  vi.advanceTimersByTime(200);
  expect(listener).not.toHaveBeenCalled();
});
