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
  /**
   * Of a quick call whose answer tells nothing: asks afterwards what it did. Its counts stand for those of the call;
   * throws NotDoneError.
   */
  readonly check?: (client: Client, signal: AbortSignal) => Promise<Counts>;
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

async function callQuick(target: ActionTarget, deps: ActDeps, stop: AbortSignal): Promise<TargetResult> {
  const { on, call, check } = target;
  try {
    const counts = await insist(call, deps, stop);
    return check === undefined ? { what: "done", on, counts } : await checked({ on, call: check }, deps, stop);
  } catch (error) {
    return isAbort(error) ? { what: "not-attempted", on } : missedResult(on, error);
  }
}

/** The call was answered: whatever keeps its check from an answer, also a stop, leaves unknown what it did. */
async function checked({ on, call }: ActionTarget, deps: ActDeps, stop: AbortSignal): Promise<TargetResult> {
  try {
    return { what: "done", on, counts: await insist(call, deps, stop) };
  } catch (error) {
    if (error instanceof NotDoneError) return { what: "failed", on, problem: error.problem };
    const words = isAbort(error) ? null : describeError(error).words;
    return { what: "unknown", on, problem: { ...UNCHECKED, words } };
  }
}

/** Makes a quick call again while its answer is lost. Throws what the last try met, AbortError where Synapse took none. */
async function insist(call: ActionTarget["call"], deps: ActDeps, stop: AbortSignal): Promise<Counts> {
  const { client, patience } = deps;
  const once = async () => answerInTime(deps, async (signal) => call(client, signal));
  let lost: unknown = null;
  for (let attempt = 0; ; attempt += 1) {
    try {
      if (attempt > 0) await patience.wait(REPEAT_DELAYS_MS[attempt - 1] ?? 0, stop);
      return (await repeatWhenRefused(once, patience, stop)).answer;
    } catch (error) {
      // A stop ends the waiting for the next try; the call itself is never aborted.
      if (isAbort(error)) throw lost ?? error;
      if (!isAnswerLost(error) || attempt === REPEAT_DELAYS_MS.length) throw error;
      lost = error;
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
    return missedResult(on, error);
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
function missedResult(on: string, error: unknown): TargetResult {
  const isOwnWord = error instanceof HttpError && error.errcode !== null;
  const isUnknown = isAnswerLost(error) && !isOwnWord;
  return { what: isUnknown ? "unknown" : "failed", on, problem: problemOf(error) };
}

const STOPPED: ErrorText = {
  title: "You stopped waiting for the answer",
  advice: "Synapse carries the call to its end all the same. What it did is not known here.",
  words: null,
};

const UNCHECKED: ErrorText = {
  title: "Synapse took the request, and what it did could not be checked",
  advice: "Look at the file's state in its list or its details.",
  words: null,
};
