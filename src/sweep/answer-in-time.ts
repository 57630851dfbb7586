import type { Client } from "../api/http";
import { UnreachableError } from "../api/errors";
import type { Patience } from "./patience";

/**
 * How long a deletion may stay without an answer, in ms. A call is made to take seconds, and nginx gives up after this
 * long as well: whatever is silent for longer has lost its connection, as after a sleep of the device.
 */
export const ANSWER_WITHIN_MS = 60_000;

export interface Timed<T> {
  readonly answer: T;
  readonly tookMs: number;
}

/**
 * Makes a deletion and watches it. Without an answer in time it counts as lost: UnreachableError is thrown, and the
 * request is let go. Synapse goes on with it, or never got it. Throws what the call throws.
 */
export async function answerInTime<T>(
  { client, patience }: { client: Client; patience: Patience },
  call: (signal: AbortSignal) => Promise<T>,
): Promise<Timed<T>> {
  const answered = new AbortController();
  const givenUp = new AbortController();
  const startMs = patience.nowMs();
  const watch = async (): Promise<never> => {
    await patience.wait(ANSWER_WITHIN_MS, answered.signal);
    givenUp.abort();
    throw new UnreachableError("timeout", client.homeserver);
  };
  try {
    const answer = await Promise.race([call(givenUp.signal), watch()]);
    return { answer, tookMs: patience.nowMs() - startMs };
  } finally {
    answered.abort();
  }
}
