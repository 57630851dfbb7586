import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { deleteMedia } from "../api/media";
import { isNotFound } from "../api/errors";
import { answerInTime } from "./answer-in-time";
import { InFlight } from "./in-flight";
import type { ListedFile } from "./inventory";
import { isAnswerLost, settle } from "./lost";
import { NOT_REMOVED } from "./outcome";
import type { Outcome, RunEvent } from "./outcome";
import { repeatWhenRefused } from "./patience";
import { pool } from "./pool";
import { isSilence } from "./reach";
import type { RunContext } from "./run-context";

/** Files named at once before their deletion: about a second's work, because at the end of each such batch lanes stand idle. */
const CHUNK_FILES = 256;
/** Waits before a deletion by ID is repeated, in ms. */
const REPEAT_DELAYS_MS = [1000, 4000];
/** Lost answers or refusals in a row after which the run ends by itself, though the homeserver answers to other calls. */
const PROBLEMS_IN_A_ROW = 8;

interface Attempt {
  readonly file: ListedFile;
  readonly outcome: Outcome;
  /** How long Synapse took to answer, in ms; null where it refused or never answered. */
  readonly tookMs: number | null;
}

/** A file whose deletion may have been carried out without an answer. */
interface Open {
  readonly file: ListedFile;
  /** Why nothing is known; null where an earlier part of the run called it, and this one did not come to it. */
  readonly problem: ErrorText | null;
}

/**
 * Deletes exactly these files, each by its ID, a few at a time. A stop starts nothing new and waits for what is under
 * way. Never throws for a file. Deleting by ID is safe to repeat, so a lost answer is; what stays open after that is
 * looked up in the lists at the end.
 */
export async function* runList(files: readonly ListedFile[], context: RunContext): AsyncGenerator<RunEvent> {
  const { called } = context.past;
  const halt = new AbortController();
  const bounded = { ...context, stop: AbortSignal.any([context.stop, halt.signal]) };
  // Whatever may be gone already comes first, so that the least stays in doubt.
  const all = [...files].sort((a, b) => Number(called.has(b.mediaId)) - Number(called.has(a.mediaId)));
  const doubtful = new Map(all.filter(({ mediaId }) => called.has(mediaId)).map((file) => [file.mediaId, file]));
  const open: Open[] = [];
  const inFlight = new InFlight();
  let problemsInARow = 0;
  for (let start = 0; start < all.length && !bounded.stop.aborted; start += CHUNK_FILES) {
    const chunk = all.slice(start, start + CHUNK_FILES);
    yield { kind: "calling", mediaIds: chunk.map(({ mediaId }) => mediaId) };
    const tookMs: number[] = [];
    for await (const attempt of deleteChunk(chunk, inFlight.now, bounded)) {
      const { file, outcome } = attempt;
      if (attempt.tookMs !== null) tookMs.push(attempt.tookMs);
      if (outcome.what !== "not-attempted") doubtful.delete(file.mediaId);
      const problem = problemOf(outcome);
      problemsInARow = problem === null ? 0 : problemsInARow + 1;
      if (outcome.what === "unknown") open.push({ file, problem: outcome.problem });
      else if (outcome.what !== "not-attempted") yield { kind: "outcomes", outcomes: [outcome] };
      if (problem === null || problemsInARow !== PROBLEMS_IN_A_ROW) continue;
      yield { kind: "halted", problem };
      halt.abort();
    }
    inFlight.learn(tookMs);
  }
  for (const file of doubtful.values()) open.push({ file, problem: null });
  if (open.length === 0) return;
  yield { kind: "settling" };
  yield { kind: "outcomes", outcomes: await resolveOpen(open, context) };
}

/** What speaks against going on; null where the homeserver did what was asked, or tried to. */
const problemOf = (outcome: Outcome): ErrorText | null =>
  (outcome.what === "unknown" || outcome.what === "failed") && outcome.problem !== NOT_REMOVED ? outcome.problem : null;

const deleteChunk = (chunk: readonly ListedFile[], inFlight: number, context: RunContext): AsyncGenerator<Attempt> =>
  pool(chunk, { inFlight, stop: context.stop }, async (file) => deleteOne(file, context));

async function deleteOne(file: ListedFile, { deps, reach, stop, past }: RunContext): Promise<Attempt> {
  const { mediaId } = file;
  const name = { serverName: deps.serverName, mediaId };
  const call = async () => answerInTime(deps, async (signal) => deleteMedia(deps.client, name, signal));
  let lost: unknown = null;
  for (let attempt = 0; attempt <= REPEAT_DELAYS_MS.length; attempt += 1) {
    try {
      if (attempt > 0) await deps.patience.wait(REPEAT_DELAYS_MS[attempt - 1] ?? 0, stop);
      const { answer, tookMs } = await repeatWhenRefused(call, deps.patience, stop);
      if (answer.deletedIds.includes(mediaId)) {
        return { file, tookMs, outcome: { what: "deleted", mediaId, knownBy: "answer" } };
      }
      return { file, tookMs, outcome: { what: "failed", mediaId, problem: NOT_REMOVED } };
    } catch (error) {
      const facts = { error, lost, isStopped: stop.aborted, wasCalled: past.called.has(mediaId) };
      if (!isAnswerLost(error)) return { file, tookMs: null, outcome: outcomeOfError(mediaId, facts) };
      lost = error;
      // What an outage swallowed is no sign that this file cannot be deleted.
      if (isSilence(error) && (await reach.find(error)) === "is-back") attempt = 0;
    }
  }
  return { file, tookMs: null, outcome: { what: "unknown", mediaId, problem: describeError(lost) } };
}

interface ErrorFacts {
  readonly error: unknown;
  /** What an earlier attempt met whose answer was lost; null where there was none. */
  readonly lost: unknown;
  readonly isStopped: boolean;
  /** An earlier part of the run may have deleted it. */
  readonly wasCalled: boolean;
}

function outcomeOfError(mediaId: string, { error, lost, isStopped, wasCalled }: ErrorFacts): Outcome {
  if (isNotFound(error)) {
    // An earlier part named it, and may have called it or not.
    return lost === null ? { what: "already-gone", mediaId } : { what: "deleted", mediaId, knownBy: "repeat" };
  }
  // What a stop throws while the call waits for its turn to be repeated.
  if (isStopped && lost === null) return { what: "not-attempted", mediaId };
  const problem = describeError(isStopped ? lost : error);
  // A refusal of the repeat says nothing of the first call.
  return { what: lost === null && !wasCalled ? "failed" : "unknown", mediaId, problem };
}

/** What the lists say of files whose answers were lost. */
async function resolveOpen(open: readonly Open[], { lists }: RunContext): Promise<readonly Outcome[]> {
  try {
    const listed = await settle(
      lists,
      open.map(({ file }) => file),
    );
    return open.map(({ file: { mediaId }, problem }): Outcome => {
      const isListed = listed.has(mediaId);
      if (problem === null) return { what: isListed ? "not-attempted" : "already-gone", mediaId };
      return isListed ? { what: "failed", mediaId, problem } : { what: "deleted", mediaId, knownBy: "listing" };
    });
  } catch (error) {
    const unread = describeError(error);
    return open.map(({ file: { mediaId }, problem }): Outcome => ({
      what: "unknown",
      mediaId,
      problem: problem ?? unread,
    }));
  }
}
