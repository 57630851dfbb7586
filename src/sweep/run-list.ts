import { describeError } from "../api/describe-error";
import { isNotFound } from "../api/errors";
import { deleteMedia } from "../api/media";
import type { ListedFile } from "./inventory";
import type { ListDeps } from "./list-owner";
import { isAnswerLost, settle } from "./lost";
import { NOT_REMOVED } from "./outcome";
import type { Outcome, RunEvent } from "./outcome";
import { repeatWhenRefused } from "./patience";
import { pool } from "./pool";

export interface RunDeps extends ListDeps {
  /** The homeserver's own name, part of every local mxc URI. */
  readonly serverName: string;
  /** Files a step of Synapse's rule may take. */
  readonly filesPerStep?: number;
}

/** Deletions at once. More gains little: Synapse unlinks on its main thread. */
const IN_FLIGHT = 4;
/** Waits before a deletion by ID is repeated, in ms. */
const REPEAT_DELAYS_MS = [1000, 4000];
/** Lost answers in a row after which the homeserver counts as gone and the run ends by itself. */
const LOST_IN_A_ROW = 2 * IN_FLIGHT;

interface Attempt {
  readonly file: ListedFile;
  readonly outcome: Outcome;
}

/**
 * Deletes exactly these files, each by its ID, a few at a time. A stop starts nothing new and waits for what is under
 * way. Never throws for a file. Deleting by ID is safe to repeat, so a lost answer is; what stays open after that is
 * looked up in the lists at the end.
 */
export async function* runList(
  files: readonly ListedFile[],
  deps: RunDeps,
  stop: AbortSignal,
): AsyncGenerator<RunEvent> {
  const gone = new AbortController();
  const open: Attempt[] = [];
  let lostInARow = 0;
  const options = { inFlight: IN_FLIGHT, stop: AbortSignal.any([stop, gone.signal]) };
  for await (const attempt of pool(files, options, (file) => deleteOne(file, deps, options.stop))) {
    const isOpen = attempt.outcome.what === "unknown";
    lostInARow = isOpen ? lostInARow + 1 : 0;
    if (lostInARow === LOST_IN_A_ROW && attempt.outcome.what === "unknown") {
      yield { kind: "halted", problem: attempt.outcome.problem };
      gone.abort();
    }
    if (isOpen) open.push(attempt);
    else yield { kind: "outcomes", outcomes: [attempt.outcome] };
  }
  if (open.length === 0) return;
  yield { kind: "settling" };
  yield { kind: "outcomes", outcomes: await resolveOpen(open, deps) };
}

async function deleteOne(file: ListedFile, deps: RunDeps, stop: AbortSignal): Promise<Attempt> {
  const { mediaId } = file;
  let lost: unknown = null;
  for (let attempt = 0; attempt <= REPEAT_DELAYS_MS.length; attempt += 1) {
    try {
      if (attempt > 0) await deps.patience.wait(REPEAT_DELAYS_MS[attempt - 1] ?? 0, stop);
      const call = () => deleteMedia(deps.client, { serverName: deps.serverName, mediaId });
      const answer = await repeatWhenRefused(call, deps.patience, stop);
      if (answer.deletedIds.includes(mediaId))
        return { file, outcome: { what: "deleted", mediaId, knownBy: "answer" } };
      return { file, outcome: { what: "failed", mediaId, problem: NOT_REMOVED } };
    } catch (error) {
      if (isAnswerLost(error)) lost = error;
      else return { file, outcome: outcomeOfError(mediaId, { error, lost, isStopped: stop.aborted }) };
    }
  }
  return { file, outcome: { what: "unknown", mediaId, problem: describeError(lost) } };
}

function outcomeOfError(
  mediaId: string,
  { error, lost, isStopped }: { error: unknown; lost: unknown; isStopped: boolean },
): Outcome {
  if (isNotFound(error)) {
    return lost === null ? { what: "already-gone", mediaId } : { what: "deleted", mediaId, knownBy: "repeat" };
  }
  // What a stop throws while the call waits for its turn to be repeated.
  if (isStopped) {
    return lost === null
      ? { what: "not-attempted", mediaId }
      : { what: "unknown", mediaId, problem: describeError(lost) };
  }
  return { what: "failed", mediaId, problem: describeError(error) };
}

/** What the lists say of files whose answers were lost. */
async function resolveOpen(open: readonly Attempt[], deps: RunDeps): Promise<readonly Outcome[]> {
  try {
    const listed = await settle(
      deps,
      open.map(({ file }) => file),
    );
    return open.map(({ outcome }): Outcome => {
      const { mediaId } = outcome;
      if (!listed.has(mediaId)) return { what: "deleted", mediaId, knownBy: "listing" };
      return outcome.what === "unknown" ? { what: "failed", mediaId, problem: outcome.problem } : outcome;
    });
  } catch {
    return open.map(({ outcome }) => outcome);
  }
}
