export interface PoolOptions {
  /** How many items are worked on at once. */
  readonly inFlight: number;
  /** Once aborted no further item is started; those under way are waited for and yielded. */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Works on items a few at a time and yields each result as it comes, in no order. The work's own failure ends the
 * pool; work that may fail for one item alone returns that as its result.
 */
export async function* pool<Item, Result>(
  items: readonly Item[],
  options: PoolOptions,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running = new Map<number, Promise<{ index: number; result: Result }>>();
  let next = 0;
  const startMore = () => {
    for (; running.size < options.inFlight && next < items.length && options.stop?.aborted !== true; next += 1) {
      const index = next;
      const item = items[index];
      if (item === undefined) continue;
      running.set(
        index,
        work(item).then((result) => ({ index, result })),
      );
    }
  };
  for (startMore(); running.size > 0; startMore()) {
    const { index, result } = await Promise.race(running.values());
    running.delete(index);
    yield result;
  }
}
