import * as fake from "fake-indexeddb";
import { vi } from "vitest";

/** Gives a spec a browser's IndexedDB, in memory and empty. To be called before each test. */
export function installIndexedDb(): void {
  const { IDBCursor, IDBDatabase, IDBFactory, IDBIndex, IDBKeyRange, IDBObjectStore, IDBRequest, IDBTransaction } =
    fake;
  const classes = { IDBCursor, IDBDatabase, IDBIndex, IDBKeyRange, IDBObjectStore, IDBRequest, IDBTransaction };
  for (const [name, value] of Object.entries(classes)) vi.stubGlobal(name, value);
  vi.stubGlobal("indexedDB", new IDBFactory());
}

/** Watches which connections work from now on, so that a spec can take them away. */
export function watchConnections() {
  const seen = new Set<unknown>();
  const begin = Reflect.get(fake.IDBDatabase.prototype, "transaction");
  const spy = vi.spyOn(fake.IDBDatabase.prototype, "transaction").mockImplementation(function watched(
    this: IDBDatabase,
    ...options
  ) {
    seen.add(this);
    return begin.apply(this, options);
  });
  return {
    /** How many transactions there were. */
    count: () => spy.mock.calls.length,
    /** The browser closes them, as it does when the admin clears the page's data. */
    cutAll: () => {
      for (const connection of seen) Reflect.apply(fake.forceCloseDatabase, undefined, [connection]);
    },
  };
}

/** The next write finds no more room: its transaction is aborted after its requests succeeded. */
export function fillDisk(): void {
  const add = Reflect.get(fake.IDBObjectStore.prototype, "add");
  vi.spyOn(fake.IDBObjectStore.prototype, "add").mockImplementationOnce(function full(this: IDBObjectStore, ...values) {
    const request = add.apply(this, values);
    const { transaction } = this;
    request.addEventListener("success", () => {
      const abort: unknown = Reflect.get(transaction, "_abort");
      if (typeof abort === "function") Reflect.apply(abort, transaction, ["QuotaExceededError"]);
    });
    return request;
  });
}
