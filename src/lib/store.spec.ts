import { expect, test, vi } from "vitest";
import { createStore } from "./store";

test("a listener hears each change until it unsubscribes", () => {
  const store = createStore(0);
  const listener = vi.fn();
  const unsubscribe = store.subscribe(listener);
  store.set(1);
  unsubscribe();
  store.set(2);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(store.get()).toBe(2);
});
