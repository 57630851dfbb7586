import type { Inventory } from "../../sweep/inventory";
import { rowsInOrder, sortKeysOf } from "../../sweep/row-order";
import type { RowOrder } from "../../sweep/row-order";
import type { SortAnswer, SortQuestion } from "./sort-worker";

let worker: Worker | null = null;
let lastId = 0;
/** One after the other: what is asked for meanwhile and no longer wanted is never begun. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Sorts rows in a worker, so that the page stays awake. Null where it is no longer wanted when its turn comes; an
 * order that was begun is always given, because one of fewer rows is better than none. Where
 * the browser starts no worker it is done here: late is better than never.
 */
export function sortAside(inventory: Inventory, order: RowOrder, signal: AbortSignal): Promise<Uint32Array | null> {
  const sorted = queue.then(async () => {
    if (signal.aborted) return null;
    const keys = sortKeysOf(inventory, order);
    lastId += 1;
    return ask({ id: lastId, keys }).catch(() => rowsInOrder(keys));
  });
  queue = sorted;
  return sorted;
}

function ask(question: SortQuestion): Promise<Uint32Array> {
  worker ??= new Worker(new URL("sort-worker.ts", import.meta.url), { type: "module" });
  const sorter = worker;
  return new Promise((resolve, reject) => {
    const answered = new AbortController();
    const { signal } = answered;
    const onMessage = ({ data }: MessageEvent<SortAnswer>) => {
      if (data.id !== question.id) return;
      answered.abort();
      resolve(data.rows);
    };
    const onError = () => {
      answered.abort();
      worker = null;
      reject(new Error("The worker that sorts does not start"));
    };
    sorter.addEventListener("message", onMessage, { signal });
    sorter.addEventListener("error", onError, { signal });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has none.
    sorter.postMessage(question);
  });
}
