import { HttpError, SessionEndedError } from "../api/errors";

/** How a scan or a run waits. Every promise rejects with the signal's reason when it aborts. */
export interface Patience {
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Waits as long as a 429 asked for; as `wait` does where absent. */
  waitAsAsked?(refusal: HttpError, ms: number, signal?: AbortSignal): Promise<void>;
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
 * Safe for deletions too, because a refused request was not carried out. Throws the signal's reason only after a
 * refusal, and whatever else the call throws: a call that a stop found under way may have been carried out.
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
      if (!isRefusal(error)) throw error;
      signal?.throwIfAborted();
      if (error instanceof SessionEndedError) await patience.untilRenewed(signal);
      else await waitAsAsked(patience, error, signal);
    }
  }
}

async function waitAsAsked(patience: Patience, refusal: HttpError, signal: AbortSignal | undefined): Promise<void> {
  const ms = refusal.retryAfterMs ?? UNSAID_DELAY_MS;
  return patience.waitAsAsked === undefined ? patience.wait(ms, signal) : patience.waitAsAsked(refusal, ms, signal);
}

const isRefusal = (error: unknown): error is SessionEndedError | HttpError =>
  error instanceof SessionEndedError || (error instanceof HttpError && error.status === 429);

/** Waits between attempts at a read, in ms. */
const READ_DELAYS_MS = [500, 2000];

/**
 * Makes a read, and again after refusals and twice after what may pass: no answer, or an error of the server or a
 * proxy. Never for a deletion. Throws the last error, or the signal's reason once it aborted.
 */
export async function readPatiently<T>(read: () => Promise<T>, patience: Patience, signal?: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await repeatWhenRefused(read, patience, signal);
    } catch (error) {
      signal?.throwIfAborted();
      const delayMs = READ_DELAYS_MS[attempt];
      if (delayMs === undefined || (error instanceof HttpError && error.status < 500)) throw error;
      await patience.wait(delayMs, signal);
    }
  }
}
