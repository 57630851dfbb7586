/** Lets work run a few at a time, in the order in which it came. */
export function createSlots(inFlight: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const enter = async () => {
    if (running >= inFlight) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
    running += 1;
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
