import { describeError } from "../api/describe-error";
import { HttpError, UnreachableError } from "../api/errors";
import { getServerVersion } from "../api/server";
import { readPatiently } from "./patience";
import type { Patience } from "./patience";
import type { RunDeps } from "./run-deps";

/** Waits between two tries to reach the homeserver, in ms; the last one repeats. */
const TRY_DELAYS_MS = [2000, 4000, 8000, 15_000];
const LAST_TRY_DELAY_MS = 30_000;

/** Statuses by which a proxy says that it did not reach Synapse, or gave up waiting for it. */
const PROXY_STATUSES = new Set([502, 503, 504]);

/** Whether nothing of Synapse's own came back: no answer at all, or a proxy's word that it got none. */
export const isSilence = (error: unknown): boolean =>
  error instanceof UnreachableError ||
  (error instanceof HttpError && error.errcode === null && PROXY_STATUSES.has(error.status));

/** How the homeserver was found: it answers, it does again after an outage, or the admin stopped the waiting. */
export type Found = "answers" | "is-back" | "stopped";

/** Whether the homeserver can be reached, for one run: everything that waits for it waits together. */
export class Reach {
  /** How often this run had to wait. */
  outages = 0;
  readonly #deps: RunDeps;
  readonly #stop: AbortSignal;
  #search: Promise<Found> | null = null;

  constructor(deps: RunDeps, stop: AbortSignal) {
    this.#deps = deps;
    this.#stop = stop;
  }

  /**
   * After a call that met this silence: asks the homeserver for its version, which touches nothing, until it answers.
   * There is no last try, because a stop ends it at any time. Never throws.
   */
  async find(silence: unknown): Promise<Found> {
    this.#search ??= this.#findAlone(silence).finally(() => {
      this.#search = null;
    });
    return this.#search;
  }

  /**
   * A read of a run, repeated until the homeserver has answered it: what a run has begun must be known in the end.
   * Throws what Synapse answers, after the retries of any read; and the last problem where a stop ends the waiting.
   */
  async read<T>(read: () => Promise<T>): Promise<T> {
    let problem: unknown = null;
    const call = async () =>
      read().catch((error: unknown) => {
        problem = error;
        throw error;
      });
    for (let tries = 0; ; tries += 1) {
      try {
        return await readPatiently(call, this.#patienceOfReads());
      } catch {
        if (!isSilence(problem)) throw problem;
        const found = await this.find(problem);
        // It answers, yet not to this: one worker of it may be down, or too busy for a large list.
        const isOver = found === "stopped" || (found === "answers" && !(await this.#pause(problem, tries)));
        if (isOver) throw problem;
        this.#deps.onWaiting?.(null);
      }
    }
  }

  /** A stop does not cut the short waits between retries, so that what is under way is told; it ends the long ones. */
  #patienceOfReads(): Patience {
    const { patience } = this.#deps;
    return {
      ...patience,
      wait: async (ms) => patience.wait(ms),
      untilRenewed: async () => patience.untilRenewed(this.#stop),
    };
  }

  async #findAlone(silence: unknown): Promise<Found> {
    let problem = silence;
    for (let tries = 0; !this.#stop.aborted; tries += 1) {
      const heard = await this.#ask();
      if (heard === null) {
        if (tries > 0) this.#deps.onWaiting?.(null);
        return tries > 0 ? "is-back" : "answers";
      }
      if (this.#stop.aborted) break;
      problem = tries === 0 ? problem : heard.error;
      if (!(await this.#pause(problem, tries))) break;
    }
    return "stopped";
  }

  /** Null where the homeserver, or anything in its name, answers; else what the question met. */
  async #ask(): Promise<{ readonly error: unknown } | null> {
    try {
      await getServerVersion(this.#deps.client, this.#stop);
      return null;
    } catch (error) {
      return isSilence(error) || this.#stop.aborted ? { error } : null;
    }
  }

  /** Waits before the next try, longer each time and for the device's network first; false where a stop ended it. */
  async #pause(error: unknown, tries: number): Promise<boolean> {
    const { patience, onWaiting } = this.#deps;
    this.outages += 1;
    const problem = describeError(error);
    try {
      if (!patience.isOnline()) {
        onWaiting?.({ why: "offline", problem });
        await patience.untilOnline(this.#stop);
        return true;
      }
      onWaiting?.({ why: "homeserver", problem });
      await patience.wait(TRY_DELAYS_MS[tries] ?? LAST_TRY_DELAY_MS, this.#stop);
      return true;
    } catch {
      return false;
    }
  }
}
