import type { Client } from "../api/http";
import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { HttpError, isAbort } from "../api/errors";
import { answerInTime } from "./answer-in-time";
import { isAnswerLost } from "./lost";
import { repeatWhenRefused } from "./patience";
import type { Patience } from "./patience";
import { pool } from "./pool";

/** What Synapse counted, by the name it gives to it. */
export type Counts = Readonly<Record<string, number>>;

/** One thing that an action is done to. */
export interface ActionTarget {
  /** As records name it: an mxc URI, an MXID, a room ID or a date. */
  readonly on: string;
  readonly call: (client: Client, signal: AbortSignal) => Promise<Counts>;
}

/** What became of one of them. */
export type TargetResult =
  | { readonly what: "done"; readonly on: string; readonly counts: Counts }
  | { readonly what: "failed"; readonly on: string; readonly problem: ErrorText }
  /** Its answer was lost: Synapse may have done it, or be doing it still. */
  | { readonly what: "unknown"; readonly on: string; readonly problem: ErrorText }
  | { readonly what: "not-attempted"; readonly on: string };

/** How the calls of an action are made. */
export type CallStyle =
  /** Each is quick and safe to repeat: given up after a minute, and made again when its answer was lost. */
  | "quick"
  /** Each may take as long as it likes: it is waited for until the admin stops that, and never repeated. */
  | "long"
  /** Each reads and changes nothing that counts: one after the other, given up at once when stopped. */
  | "read";

export interface Action {
  /** As records name it, for instance `quarantine-user`. */
  readonly kind: string;
  readonly style: CallStyle;
  readonly targets: readonly ActionTarget[];
  /** What brings it to its end, however the others ended and though it was stopped; not to be stopped itself. */
  readonly last?: ActionTarget;
}

/** A call that was answered without bringing what was asked for. */
export class NotDoneError extends Error {
  override readonly name = "NotDoneError";
  readonly problem: ErrorText;

  constructor(problem: ErrorText) {
    super(problem.title);
    this.problem = problem;
  }
}

const problemOf = (error: unknown): ErrorText => (error instanceof NotDoneError ? error.problem : describeError(error));

/** Everything an action names, in the order of its start. */
export const namesOf = ({ targets, last }: Action): readonly string[] =>
  [...targets, ...(last === undefined ? [] : [last])].map(({ on }) => on);

export interface ActDeps {
  readonly client: Client;
  readonly patience: Patience;
}

/** More at once gain little: Synapse writes on one thread. */
const IN_FLIGHT = 4;
/** Waits before a quick call is repeated, in ms. */
const REPEAT_DELAYS_MS = [500, 2000, 5000];

/**
 * Makes the calls of an action that deletes no reviewed file, a few at a time, and yields each result as it comes, in
 * no order. Once stopped nothing new is started; quick calls under way are waited for, long ones are not: Synapse
 * carries them to their end all the same. Never throws for a target.
 */
export async function* act(action: Action, deps: ActDeps, stop: AbortSignal): AsyncGenerator<TargetResult> {
  const { style, targets, last } = action;
  // Long calls load the whole server: one after the other.
  const inFlight = style === "quick" ? IN_FLIGHT : 1;
  let started = 0;
  yield* pool(targets, { inFlight, stop }, (target) => {
    started += 1;
    return callers[style](target, deps, stop);
  });
  for (const { on } of targets.slice(started)) yield { what: "not-attempted", on };
  if (last !== undefined) yield callRead(last, deps, NEVER);
}

async function callQuick({ on, call }: ActionTarget, deps: ActDeps, stop: AbortSignal): Promise<TargetResult> {
  const { client, patience } = deps;
  const once = async () => answerInTime(deps, async (signal) => call(client, signal));
  let lost: unknown = null;
  for (let attempt = 0; ; attempt += 1) {
    try {
      if (attempt > 0) await patience.wait(REPEAT_DELAYS_MS[attempt - 1] ?? 0, stop);
      return { what: "done", on, counts: (await repeatWhenRefused(once, patience, stop)).answer };
    } catch (error) {
      // A stop ends the waiting for the next try; the call itself is never aborted.
      if (isAbort(error)) return lost === null ? { what: "not-attempted", on } : lostResult(on, lost);
      if (!isAnswerLost(error)) return { what: "failed", on, problem: problemOf(error) };
      lost = error;
      if (attempt === REPEAT_DELAYS_MS.length) return lostResult(on, lost);
    }
  }
}

async function callLong({ on, call }: ActionTarget, deps: ActDeps, stop: AbortSignal): Promise<TargetResult> {
  let isUnderWay = false;
  const once = async () => {
    isUnderWay = true;
    try {
      return await call(deps.client, stop);
    } catch (error) {
      isUnderWay = isAbort(error);
      throw error;
    }
  };
  try {
    return { what: "done", on, counts: await repeatWhenRefused(once, deps.patience, stop) };
  } catch (error) {
    if (isAbort(error)) return isUnderWay ? { what: "unknown", on, problem: STOPPED } : { what: "not-attempted", on };
    return isAnswerLost(error) ? lostResult(on, error) : { what: "failed", on, problem: problemOf(error) };
  }
}

async function callRead({ on, call }: ActionTarget, { client }: ActDeps, stop: AbortSignal): Promise<TargetResult> {
  try {
    return { what: "done", on, counts: await call(client, stop) };
  } catch (error) {
    return isAbort(error) ? { what: "not-attempted", on } : { what: "failed", on, problem: problemOf(error) };
  }
}

const callers: Readonly<Record<CallStyle, typeof callLong>> = { quick: callQuick, long: callLong, read: callRead };

const NEVER = new AbortController().signal;

/** An error of Synapse's own is its answer; whatever else loses one tells nothing of what was done. */
function lostResult(on: string, error: unknown): TargetResult {
  const isOwnWord = error instanceof HttpError && error.errcode !== null;
  return { what: isOwnWord ? "failed" : "unknown", on, problem: describeError(error) };
}

const STOPPED: ErrorText = {
  title: "You stopped waiting for the answer",
  advice: "Synapse carries the call to its end all the same. What it did is not known here.",
  words: null,
};
