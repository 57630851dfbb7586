import type { ReadonlyStore } from "./store";

export interface Calm<T> {
  /** The shortest time between two changes, in ms. */
  readonly everyMs: number;
  /** Whether a change cannot wait. */
  readonly isUrgent: (before: T, now: T) => boolean;
}

/**
 * A view of a store that changes less often: hundreds of owners are read within a second, and tables that are drawn
 * anew for each of them leave no time to answer the admin. The last value is never held back for longer than that.
 */
export function calmStore<T>(store: ReadonlyStore<T>, { everyMs, isUrgent }: Calm<T>): ReadonlyStore<T> {
  let shown = store.get();
  let listeners = 0;
  return {
    get: () => {
      // While nobody listens there is nobody to disturb.
      if (listeners === 0) shown = store.get();
      return shown;
    },
    subscribe: (listener) => {
      if (listeners === 0) shown = store.get();
      listeners += 1;
      let timer: ReturnType<typeof setTimeout> | null = null;
      const show = () => {
        timer = null;
        shown = store.get();
        listener();
      };
      const unsubscribe = store.subscribe(() => {
        if (isUrgent(shown, store.get())) {
          if (timer !== null) clearTimeout(timer);
          show();
        } else timer ??= setTimeout(show, everyMs);
      });
      return () => {
        listeners -= 1;
        if (timer !== null) clearTimeout(timer);
        unsubscribe();
      };
    },
  };
}
