import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { deleteMediaByRule } from "../api/media";
import { answerInTime } from "./answer-in-time";
import { isAnswerLost, settle, stillListed } from "./lost";
import type { Outcome, RunEvent } from "./outcome";
import { repeatWhenRefused } from "./patience";
import type { Plan } from "./plan";
import { lastUsedMs } from "./rule";
import type { Rule } from "./rule";
import { ruleCall } from "./rule-call";
import { RuleBook } from "./rule-book";
import type { RunContext } from "./run-context";
import { FIRST_STEP_FILES, byLastUse, fewerStepFiles, nextStep, nextStepFiles } from "./steps";
import type { Step } from "./steps";

/**
 * Lost answers in a row after which the run ends by itself, though the lists can be read: each next step takes what
 * the lost ones left as well, so it would only grow.
 */
const LOST_IN_A_ROW = 3;

type Call =
  | { readonly kind: "answered"; readonly deletedIds: readonly string[]; readonly tookMs: number }
  /** Synapse may have carried it out, or still be at it. */
  | { readonly kind: "lost"; readonly problem: ErrorText }
  | { readonly kind: "refused"; readonly problem: ErrorText }
  /** Stopped while it waited to be repeated: nothing was carried out. */
  | { readonly kind: "stopped" };

/** What the steps of one run share. */
interface Walk extends RunContext {
  readonly plan: Plan;
  readonly rule: Rule;
  readonly book: RuleBook;
  /** Files that the next step may take. */
  maxFiles: number;
  /** Lost answers in a row to calls that did nothing. */
  lostInVain: number;
  /** The date of a call of which no list could tell in the end what it did, in ms; null where there is none. */
  unsettledMs: number | null;
}

/** Why an earlier part of this run may have deleted a file without a word. */
const INTERRUPTED: ErrorText = {
  title: "The run was interrupted while it deleted this file",
  advice: "Look it up, or start a new clean-up with the same rule.",
  words: null,
};

/**
 * Runs Synapse's own rule over the reviewed files, in steps, so that there is progress, a stop between two steps, and
 * no call longer than a proxy waits. A lost answer is never repeated blindly: the lists are read until they stand
 * still. Files left at the end are reported by what the lists say of them. Never throws for a file.
 */
export async function* runRule(plan: Plan, rule: Rule, context: RunContext): AsyncGenerator<RunEvent> {
  const { deps, past, stop } = context;
  const book = new RuleBook(plan);
  const maxFiles = deps.filesPerStep ?? FIRST_STEP_FILES;
  const walk: Walk = { ...context, plan, rule, book, maxFiles, lostInVain: 0, unsettledMs: null };
  let mayGoOn = yield* settlePast(walk);
  const byAge = byLastUse(book.waiting);
  // The last step has reviewed files, so where all of them have an outcome it was carried out.
  const isDone = byAge.length === 0 && past.done.size + past.called.size > 0;
  for (let start = 0, isLast = isDone; mayGoOn && !isLast && !stop.aborted;) {
    const step = nextStep(byAge, start, { rule, maxFiles: walk.maxFiles });
    mayGoOn = yield* takeStep(walk, step);
    start += step.planned.length;
    isLast = step.isLast;
  }
  // One event, so that an interrupted run has either its end or none of it in its journal.
  const last = [...(await reconcile(walk)), ...book.notAttempted()];
  if (last.length > 0) yield { kind: "outcomes", outcomes: last };
}

/** Makes one step's call and finds out what became of it. Returns false where nothing more may be started. */
async function* takeStep(walk: Walk, step: Step): AsyncGenerator<RunEvent, boolean> {
  const { book, reach, stop } = walk;
  for (let mayRepeat = step.isLast; ;) {
    yield { kind: "calling", mediaIds: step.planned.map(({ mediaId }) => mediaId) };
    if (stop.aborted) return false;
    const call = await callStep(walk, step);
    if (call.kind === "stopped") return false;
    if (call.kind === "refused") {
      yield { kind: "halted", problem: call.problem };
      return false;
    }
    if (call.kind === "answered") {
      learn(walk, call);
      yield { kind: "outcomes", outcomes: book.answered(step, call.deletedIds) };
      return true;
    }
    const { outages } = reach;
    yield { kind: "settling" };
    book.lost(step.planned, call.problem);
    const openFiles = book.open.size;
    if (!(yield* settleLost(walk, step.beforeMs))) return false;
    const wasGone = reach.outages > outages;
    learnOfLoss(walk, !wasGone && book.open.size === openFiles);
    if (walk.lostInVain === LOST_IN_A_ROW && !stop.aborted) {
      yield { kind: "halted", problem: call.problem };
      return false;
    }
    // Each step takes what an earlier one left; only the last has none after it. The lists stand still, so a repeat is
    // safe: once, and again where the homeserver was gone meanwhile.
    if (!(mayRepeat || (step.isLast && wasGone)) || book.open.size === 0 || stop.aborted) return true;
    mayRepeat = wasGone;
  }
}

function learn(walk: Walk, { deletedIds, tookMs }: Extract<Call, { kind: "answered" }>): void {
  walk.lostInVain = 0;
  if (walk.deps.filesPerStep !== undefined) return;
  walk.maxFiles = nextStepFiles(walk.maxFiles, { deleted: deletedIds.length, tookMs });
}

/** An outage is not in vain: it says nothing of the calls. */
function learnOfLoss(walk: Walk, isInVain: boolean): void {
  walk.lostInVain = isInVain ? walk.lostInVain + 1 : 0;
  if (walk.deps.filesPerStep === undefined) walk.maxFiles = fewerStepFiles(walk.maxFiles);
}

async function callStep({ deps, plan, rule, stop }: Walk, step: Step): Promise<Call> {
  const server = { serverName: deps.serverName, serverVersion: plan.serverVersion };
  const parameters = ruleCall({ ...rule, beforeMs: step.beforeMs }, server);
  const call = async () => answerInTime(deps, async (signal) => deleteMediaByRule(deps.client, parameters, signal));
  try {
    const { answer, tookMs } = await repeatWhenRefused(call, deps.patience, stop);
    return { kind: "answered", deletedIds: answer.deletedIds, tookMs };
  } catch (error) {
    if (isAnswerLost(error)) return { kind: "lost", problem: describeError(error) };
    return stop.aborted ? { kind: "stopped" } : { kind: "refused", problem: describeError(error) };
  }
}

/** Returns false where the lists cannot be read: then nothing more may be started. */
async function* settleLost(walk: Walk, beforeMs: number): AsyncGenerator<RunEvent, boolean> {
  const { book, lists, stop } = walk;
  const endangered = book.endangered(beforeMs);
  try {
    const listed = await settle(lists, [...book.open.values(), ...endangered]);
    yield { kind: "outcomes", outcomes: book.gone(listed, endangered) };
    return true;
  } catch (error) {
    walk.unsettledMs = beforeMs;
    if (!stop.aborted) yield { kind: "halted", problem: describeError(error) };
    return false;
  }
}

/**
 * What became of files for which an earlier part of this run made a call. Those still listed are planned again. Returns
 * false where the lists cannot be read.
 */
async function* settlePast(walk: Walk): AsyncGenerator<RunEvent, boolean> {
  const { book, past, rule } = walk;
  const byAge = byLastUse(book.waiting);
  const called = byAge.filter(({ mediaId }) => past.called.has(mediaId));
  const latest = called.at(-1);
  if (latest === undefined) return true;
  // A call sends the last use of the next reviewed file, and the last one the rule's own date.
  const next = byAge.find((file) => lastUsedMs(file) > lastUsedMs(latest));
  yield { kind: "settling" };
  book.lost(called, INTERRUPTED);
  const isReadable = yield* settleLost(walk, next === undefined ? rule.beforeMs : lastUsedMs(next));
  if (isReadable) book.replan();
  return isReadable;
}

/** What the lists say at the end of files without an outcome. Synapse may still be at a call that never settled. */
async function reconcile({ book, lists, unsettledMs }: Walk): Promise<readonly Outcome[]> {
  const endangered = unsettledMs === null ? [] : book.endangered(unsettledMs);
  const files = [...book.open.values(), ...endangered];
  if (files.length === 0) return [];
  try {
    const listed = await (unsettledMs === null ? stillListed : settle)(lists, files);
    return [...book.gone(listed, endangered), ...book.left()];
  } catch (error) {
    return book.unreadable(describeError(error));
  }
}
