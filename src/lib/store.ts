/** A value that lives longer than a screen and can be watched, in the form `useSyncExternalStore` takes. */
export interface ReadonlyStore<T> {
  readonly get: () => T;
  /** Calls the listener after each change; returns how to end that. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<T> extends ReadonlyStore<T> {
  readonly set: (value: T) => void;
}

/** A store that tells its listeners of each `set`, whether or not the value is another one. */
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
