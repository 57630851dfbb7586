/** Deletions at once at most. More gains little: Synapse unlinks on its main thread. */
const MOST = 4;
/** How many times slower than at its best the homeserver counts as busy, and up to where it counts as well again. */
const BUSY = 2;
const WELL = 1.25;

/**
 * How many deletions are under way at once: one less while the homeserver takes more than twice as long as at its best,
 * one more when it is near that again. The best is measured with all of them under way, because fewer are always
 * quicker, and a best of those would never be met again.
 */
export class InFlight {
  #now = MOST;
  #bestMs = Infinity;

  get now(): number {
    return this.#now;
  }

  /** Learns from how long each answer of a batch took, in ms; an empty batch teaches nothing. */
  learn(tookMs: readonly number[]): void {
    const middle = tookMs.toSorted((a, b) => a - b)[Math.floor((tookMs.length - 1) / 2)];
    if (middle === undefined) return;
    if (this.#now === MOST) this.#bestMs = Math.min(this.#bestMs, middle);
    if (middle > BUSY * this.#bestMs) this.#now = Math.max(1, this.#now - 1);
    else if (middle <= WELL * this.#bestMs) this.#now = Math.min(MOST, this.#now + 1);
  }
}
