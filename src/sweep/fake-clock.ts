interface Alarm {
  readonly atMs: number;
  readonly ring: () => void;
}

/** Time for specs. It stands still while anything goes on, and leaps to the next moment that somebody waits for. */
export class FakeClock {
  nowMs = 0;
  /** Every wait that was waited to its end, in ms. */
  readonly waits: number[] = [];
  readonly #alarms = new Set<Alarm>();
  #isAboutToLeap = false;

  readonly wait = async (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const abort = () => {
        this.#alarms.delete(alarm);
        reject(new DOMException("Stopped", "AbortError"));
      };
      const ring = () => {
        signal?.removeEventListener("abort", abort);
        this.waits.push(ms);
        resolve();
      };
      const alarm = { atMs: this.nowMs + ms, ring };
      if (signal?.aborted === true) {
        abort();
        return;
      }
      signal?.addEventListener("abort", abort, { once: true });
      this.#alarms.add(alarm);
      this.#leapLater();
    });

  /** A message comes after every promise that can be kept without one. */
  #leapLater(): void {
    if (this.#isAboutToLeap) return;
    this.#isAboutToLeap = true;
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      this.#isAboutToLeap = false;
      this.#leap();
    });
    port1.start();
    port2.postMessage(null);
  }

  #leap(): void {
    const [next] = [...this.#alarms].toSorted((a, b) => a.atMs - b.atMs);
    if (next === undefined) return;
    this.#alarms.delete(next);
    this.nowMs = next.atMs;
    next.ring();
    this.#leapLater();
  }
}
