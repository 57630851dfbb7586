import { HttpError, SessionEndedError } from "../api/errors";

/** How a scan or a run waits. Every promise rejects with the signal's reason when it aborts. */
export interface Patience {
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Resolves when there is a new access token. */
  untilRenewed(signal?: AbortSignal): Promise<void>;
  /** Whether the device has a network, as far as the browser knows: it may have one that leads nowhere. */
  isOnline(): boolean;
  /** Resolves when the device has a network, at once where it has one. */
  untilOnline(signal?: AbortSignal): Promise<void>;
  /** Time that only ever grows, in ms since some moment: for measuring how long something took. */
  nowMs(): number;
}

/** How long to wait after a 429 that does not say, in ms: one from a proxy carries no Matrix error. */
const UNSAID_DELAY_MS = 5000;

/**
 * Makes a call, and again after each refusal: 401 once there is a new token, 429 after the delay it asks for.
 * Safe for deletions too, because a refused request was not carried out. Throws whatever else the call throws.
 */
export async function repeatWhenRefused<T>(
  call: () => Promise<T>,
  patience: Patience,
  signal?: AbortSignal,
): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof SessionEndedError) await patience.untilRenewed(signal);
      else if (error instanceof HttpError && error.status === 429) {
        await patience.wait(error.retryAfterMs ?? UNSAID_DELAY_MS, signal);
      } else throw error;
    }
  }
}

/** Waits between attempts at a read, in ms. */
const READ_DELAYS_MS = [500, 2000];

/**
 * Makes a read, and again after refusals and twice after what may pass: no answer, or an error of the server or a
 * proxy. Never for a deletion. Throws the last error.
 */
export async function readPatiently<T>(read: () => Promise<T>, patience: Patience, signal?: AbortSignal): Promise<T> {
  for (const delayMs of READ_DELAYS_MS) {
    try {
      return await repeatWhenRefused(read, patience, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof HttpError && error.status < 500) throw error;
      await patience.wait(delayMs, signal);
    }
  }
  return repeatWhenRefused(read, patience, signal);
}
