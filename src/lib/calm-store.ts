import { createStore } from "./store";
import type { ReadonlyStore } from "./store";

export interface Calm<T> {
  /** The shortest time until the next change after this value, in ms. */
  readonly everyMs: number | ((value: T) => number);
  /** Whether a change cannot wait. */
  readonly isUrgent: (before: T, now: T) => boolean;
}

/**
 * A view of a store that changes less often: hundreds of owners are read within a second, and tables that are drawn
 * anew for each of them leave no time to answer the admin. The last value is never held back for longer than that.
 */
export function calmStore<T>(store: ReadonlyStore<T>, { everyMs, isUrgent }: Calm<T>): ReadonlyStore<T> {
  const shown = createStore(store.get());
  let watchers = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaveStore: (() => void) | null = null;
  const show = () => {
    clearTimeout(timer);
    timer = undefined;
    shown.set(store.get());
  };
  const note = () => {
    if (isUrgent(shown.get(), store.get())) show();
    else timer ??= setTimeout(show, typeof everyMs === "number" ? everyMs : everyMs(shown.get()));
  };
  return {
    // While nobody listens there is nobody to disturb.
    get: () => (watchers === 0 ? store.get() : shown.get()),
    subscribe: (listener) => {
      if (watchers === 0) {
        shown.set(store.get());
        leaveStore = store.subscribe(note);
      }
      watchers += 1;
      const leave = shown.subscribe(listener);
      return () => {
        leave();
        watchers -= 1;
        if (watchers > 0) return;
        clearTimeout(timer);
        timer = undefined;
        leaveStore?.();
      };
    },
  };
}
