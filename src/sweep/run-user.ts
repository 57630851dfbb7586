import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { deleteUserMedia, listUserMedia } from "../api/media";
import type { MediaPage } from "../api/media";
import type { ListedFile } from "./inventory";
import { isAnswerLost, settle, stillListed } from "./lost";
import { NOT_REMOVED } from "./outcome";
import type { Outcome, RunEvent } from "./outcome";
import { readPatiently, repeatWhenRefused } from "./patience";
import type { RunDeps } from "./run-list";

/** Files a call deletes: Synapse's pace hardly changes with it, and a call stays near half a second. */
const FILES_PER_CALL = 250;
/** Lost answers in a row after which the run ends by itself. */
const LOST_IN_A_ROW = 3;

export interface WholeUser {
  readonly userId: string;
  /** What the admin saw: everything else that goes is named as beyond the review. */
  readonly reviewed: readonly ListedFile[];
}

/**
 * Deletes everything one user has by Synapse's own call, oldest first, also what arrives meanwhile, until the list is
 * empty or holds only files that cannot be removed. Each page is listed before it is deleted, so that every file is
 * named. A lost answer is followed by reading the list until it stands still. Never throws.
 */
export async function* runWholeUser(user: WholeUser, deps: RunDeps, stop: AbortSignal): AsyncGenerator<RunEvent> {
  const reviewed = new Set(user.reviewed.map((file) => file.mediaId));
  const seen = new Set<string>();
  // Files that cannot be removed stay at the head of the list; the next page starts behind them.
  let stuck = 0;
  let lostInARow = 0;
  try {
    while (!stop.aborted) {
      const page: MediaPage = { orderBy: "created_ts", dir: "f", from: stuck, limit: FILES_PER_CALL };
      const listed = await readPatiently(() => listUserMedia(deps.client, user.userId, page), deps.patience, stop);
      if (listed.files.length === 0) {
        yield { kind: "outcomes", outcomes: unseen(user.reviewed, seen) };
        return;
      }
      const turn = { userId: user.userId, page, files: listed.files };
      const answer = await deletePage(turn, deps, stop);
      if (answer.lost !== null) yield { kind: "settling" };
      lostInARow = answer.lost === null ? 0 : lostInARow + 1;
      const isLast = lostInARow >= LOST_IN_A_ROW;
      const outcomes =
        answer.lost === null
          ? answer.outcomes
          : await outcomesByListing(listed.files, { lost: answer.lost, isLast }, deps);
      stuck += outcomes.filter(({ what }) => what === "failed").length;
      for (const { mediaId } of outcomes) seen.add(mediaId);
      yield { kind: "outcomes", outcomes: outcomes.map((outcome) => nameUnplanned(outcome, listed.files, reviewed)) };
      const problem = problemOfUnknown(outcomes);
      if (problem !== null && !stop.aborted) yield { kind: "halted", problem };
      if (problem !== null) return;
      if (isLast && answer.lost !== null) throw answer.lost;
    }
  } catch (error) {
    if (!stop.aborted) yield { kind: "halted", problem: describeError(error) };
  }
}

interface Turn {
  readonly userId: string;
  readonly page: MediaPage;
  readonly files: readonly ListedFile[];
}

type PageAnswer =
  { readonly lost: null; readonly outcomes: readonly Outcome[] } | { readonly lost: Error; readonly outcomes: null };

/** Throws refusals, and the stop's reason where it stopped while waiting to be repeated. */
async function deletePage({ userId, page, files }: Turn, deps: RunDeps, stop: AbortSignal): Promise<PageAnswer> {
  try {
    const call = () => deleteUserMedia(deps.client, userId, page);
    const { deletedIds } = await repeatWhenRefused(call, deps.patience, stop);
    const named = new Set(deletedIds);
    const deleted = deletedIds.map((mediaId): Outcome => ({ what: "deleted", mediaId, knownBy: "answer" }));
    const unnamed = files.filter((file) => !named.has(file.mediaId));
    return { lost: null, outcomes: [...deleted, ...(await outcomesOfUnnamed(unnamed, deps))] };
  } catch (error) {
    if (error instanceof Error && isAnswerLost(error)) return { lost: error, outcomes: null };
    throw error;
  }
}

/** Why it is not known what became of some file; null where it is known of all. */
const problemOfUnknown = (outcomes: readonly Outcome[]): ErrorText | null =>
  outcomes.find((outcome) => outcome.what === "unknown")?.problem ?? null;

/**
 * What became of files that the answer does not name. Those still listed could not be removed. The others are gone: a
 * browser whose connection breaks may repeat a call by itself, and the answer to the repeat is all that comes.
 */
async function outcomesOfUnnamed(files: readonly ListedFile[], deps: RunDeps): Promise<readonly Outcome[]> {
  try {
    const listed = await stillListed(deps, files);
    return files.map(({ mediaId }): Outcome =>
      listed.has(mediaId)
        ? { what: "failed", mediaId, problem: NOT_REMOVED }
        : { what: "deleted", mediaId, knownBy: "listing" },
    );
  } catch (error) {
    const problem = describeError(error);
    return files.map(({ mediaId }): Outcome => ({ what: "unknown", mediaId, problem }));
  }
}

/**
 * What the list says of a page whose answer was lost. A file still listed may not have been tried, so the next page
 * takes it again and it has no outcome yet, unless this was the last attempt.
 */
async function outcomesByListing(
  files: readonly ListedFile[],
  { lost, isLast }: { lost: Error; isLast: boolean },
  deps: RunDeps,
): Promise<readonly Outcome[]> {
  const problem = describeError(lost);
  try {
    const listed = await settle(deps, files);
    return files.flatMap(({ mediaId }): Outcome[] => {
      if (!listed.has(mediaId)) return [{ what: "deleted", mediaId, knownBy: "listing" }];
      return isLast ? [{ what: "failed", mediaId, problem }] : [];
    });
  } catch {
    return files.map(({ mediaId }): Outcome => ({ what: "unknown", mediaId, problem }));
  }
}

function nameUnplanned(outcome: Outcome, files: readonly ListedFile[], reviewed: ReadonlySet<string>): Outcome {
  const { mediaId } = outcome;
  if (outcome.what !== "deleted" || reviewed.has(mediaId)) return outcome;
  const sizeBytes = files.find((file) => file.mediaId === mediaId)?.sizeBytes ?? null;
  return { what: "deleted-unplanned", mediaId, sizeBytes };
}

function unseen(reviewed: readonly ListedFile[], seen: ReadonlySet<string>): readonly Outcome[] {
  const rest = reviewed.filter((file) => !seen.has(file.mediaId));
  return rest.map(({ mediaId }): Outcome => ({ what: "already-gone", mediaId }));
}
