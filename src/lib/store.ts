/** A value that lives longer than a screen and can be watched, in the form `useSyncExternalStore` takes. */
export interface ReadonlyStore<T> {
  readonly get: () => T;
  /** Calls the listener after each change; returns how to end that. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<T> extends ReadonlyStore<T> {
  readonly set: (value: T) => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A store whose changes reach its listeners in batches. */
export interface PacedStore<T> extends Store<T> {
  /** Shows what is held back, at once. */
  readonly flush: () => void;
}

/**
 * Writes to a store at once when it has been quiet, else at most every so many ms. `get` is always the newest value,
 * shown or not.
 */
export function paced<T>(store: Store<T>, everyMs: number): PacedStore<T> {
  let newest = store.get();
  let shownMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    shownMs = performance.now();
    store.set(newest);
  };
  return {
    get: () => newest,
    subscribe: store.subscribe,
    set: (value) => {
      newest = value;
      const dueMs = shownMs + everyMs - performance.now();
      if (dueMs <= 0) flush();
      else timer ??= setTimeout(flush, dueMs);
    },
    flush,
  };
}
