import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { deleteUserMedia, listUserMedia } from "../api/media";
import type { MediaPage } from "../api/media";
import { answerInTime } from "./answer-in-time";
import type { ListedFile } from "./inventory";
import { isAnswerLost, settle, stillListed } from "./lost";
import { NOT_REMOVED } from "./outcome";
import type { Outcome, RunEvent } from "./outcome";
import { repeatWhenRefused } from "./patience";
import type { RunContext } from "./run-context";

/** Files a call deletes: Synapse's pace hardly changes with it, and a call stays near half a second. */
export const FILES_PER_CALL = 250;
/** Lost answers in a row after which the run ends by itself, though the list can be read. */
const LOST_IN_A_ROW = 3;

export interface WholeUser {
  readonly userId: string;
  /** What the admin saw: everything else that goes is named as beyond the review. */
  readonly reviewed: readonly ListedFile[];
}

/** What the pages of one run share. */
interface Wipe extends RunContext {
  readonly userId: string;
  readonly reviewed: ReadonlyMap<string, ListedFile>;
  /** Files with an outcome. */
  readonly seen: Set<string>;
  /** Files that a call whose answer was lost may not have tried: the next page takes them again. */
  readonly lost: Map<string, ErrorText>;
  /** Files at the head of the list that cannot be removed; the next page starts behind them. */
  stuck: number;
  lostInARow: number;
}

/**
 * Deletes everything one user has by Synapse's own call, oldest first, also what arrives meanwhile, until the list is
 * empty or holds only files that cannot be removed. Each page is listed before it is deleted, so that every file is
 * named. A lost answer is followed by reading the list until it stands still. Never throws.
 */
export async function* runWholeUser({ userId, reviewed }: WholeUser, context: RunContext): AsyncGenerator<RunEvent> {
  const byId = new Map(reviewed.map((file) => [file.mediaId, file]));
  const wipe: Wipe = { ...context, userId, reviewed: byId, seen: new Set(), lost: new Map(), stuck: 0, lostInARow: 0 };
  try {
    let mayGoOn = yield* settlePast(wipe);
    while (mayGoOn && !wipe.stop.aborted) mayGoOn = yield* takePage(wipe);
  } catch (error) {
    if (!wipe.stop.aborted) yield { kind: "halted", problem: describeError(error) };
  }
  const left = [...wipe.lost].map(([mediaId, problem]): Outcome => ({ what: "failed", mediaId, problem }));
  if (left.length > 0) yield { kind: "outcomes", outcomes: left };
}

/** Lists one page and deletes it. Returns false at the end of the list, and where nothing more may be started. */
async function* takePage(wipe: Wipe): AsyncGenerator<RunEvent, boolean> {
  const { deps, reach, userId, stop, past } = wipe;
  const page: MediaPage = { orderBy: "created_ts", dir: "f", from: wipe.stuck, limit: FILES_PER_CALL };
  const { files } = await reach.read(async () => listUserMedia(deps.client, userId, page));
  if (files.length === 0) {
    yield { kind: "outcomes", outcomes: named(wipe, gone(wipe), []) };
    return false;
  }
  const settled = files.findIndex(({ mediaId }) => !past.done.has(mediaId));
  if (settled !== 0) {
    // An earlier part of this run could not remove these.
    wipe.stuck += settled === -1 ? files.length : settled;
    return true;
  }
  yield { kind: "calling", mediaIds: files.map(({ mediaId }) => mediaId) };
  if (stop.aborted) return false;
  const answer = await deletePage(wipe, page, files);
  if (answer.lost === null) wipe.lostInARow = 0;
  else yield { kind: "settling" };
  const outcomes = answer.lost === null ? answer.outcomes : await outcomesByListing(wipe, files, answer.lost);
  wipe.stuck += outcomes.filter(({ what }) => what === "failed").length;
  yield { kind: "outcomes", outcomes: named(wipe, outcomes, files) };
  const problem = problemOfUnknown(outcomes);
  if (problem !== null && !stop.aborted) yield { kind: "halted", problem };
  if (problem !== null) return false;
  if (answer.lost !== null && wipe.lostInARow >= LOST_IN_A_ROW) throw answer.lost;
  return true;
}

/** What became of files for which an earlier part of this run made a call. Those still listed come up again. */
async function* settlePast(wipe: Wipe): AsyncGenerator<RunEvent, boolean> {
  const { past, userId, lists, stop } = wipe;
  const called = [...past.called].filter((mediaId) => !past.done.has(mediaId));
  const files = called.map((mediaId) => ({ mediaId, userId, sizeBytes: null }));
  if (files.length === 0) return true;
  yield { kind: "settling" };
  try {
    const listed = await settle(lists, files);
    const gone = called.filter((mediaId) => !listed.has(mediaId));
    const outcomes = gone.map((mediaId): Outcome => ({ what: "deleted", mediaId, knownBy: "listing" }));
    yield { kind: "outcomes", outcomes: named(wipe, outcomes, files) };
    return true;
  } catch (error) {
    const problem = describeError(error);
    if (!stop.aborted) yield { kind: "halted", problem };
    yield { kind: "outcomes", outcomes: called.map((mediaId) => ({ what: "unknown", mediaId, problem })) };
    return false;
  }
}

type PageAnswer =
  { readonly lost: null; readonly outcomes: readonly Outcome[] } | { readonly lost: Error; readonly outcomes: null };

/** Throws refusals, and the stop's reason where it stopped while waiting to be repeated. */
async function deletePage(wipe: Wipe, page: MediaPage, files: readonly ListedFile[]): Promise<PageAnswer> {
  const { deps, userId, stop } = wipe;
  const call = async () =>
    answerInTime(deps, async (signal) => deleteUserMedia(deps.client, userId, { ...page, signal }));
  try {
    const { answer } = await repeatWhenRefused(call, deps.patience, stop);
    const answered = new Set(answer.deletedIds);
    const deleted = answer.deletedIds.map((mediaId): Outcome => ({ what: "deleted", mediaId, knownBy: "answer" }));
    const unnamed = files.filter((file) => !answered.has(file.mediaId));
    return { lost: null, outcomes: [...deleted, ...(await outcomesOfUnnamed(wipe, unnamed))] };
  } catch (error) {
    if (error instanceof Error && isAnswerLost(error)) return { lost: error, outcomes: null };
    throw error;
  }
}

/** Why it is not known what became of some file; null where it is known of all. */
const problemOfUnknown = (outcomes: readonly Outcome[]): ErrorText | null =>
  outcomes.find((outcome) => outcome.what === "unknown")?.problem ?? null;

/**
 * What became of files that the answer does not name. Those still listed could not be removed. The others are gone, by
 * whichever request: a browser whose connection breaks may repeat a call by itself, and then the answer to the repeat is
 * all that comes.
 */
async function outcomesOfUnnamed({ lists, lost }: Wipe, files: readonly ListedFile[]): Promise<readonly Outcome[]> {
  try {
    const listed = await stillListed(lists, files);
    return files.map(({ mediaId }): Outcome =>
      listed.has(mediaId) ? { what: "failed", mediaId, problem: NOT_REMOVED } : goneUnnamed(mediaId, lost),
    );
  } catch (error) {
    const problem = describeError(error);
    return files.map(({ mediaId }): Outcome => ({ what: "unknown", mediaId, problem }));
  }
}

/**
 * What the list says of a page whose answer was lost. A file still listed may not have been tried, so the next page
 * takes it again and it has no outcome yet. An outage is no attempt.
 */
async function outcomesByListing(wipe: Wipe, files: readonly ListedFile[], lost: Error): Promise<readonly Outcome[]> {
  const { reach, lists } = wipe;
  const { outages } = reach;
  const problem = describeError(lost);
  try {
    const listed = await settle(lists, files);
    wipe.lostInARow = reach.outages > outages ? 0 : wipe.lostInARow + 1;
    return files.flatMap(({ mediaId }): Outcome[] => {
      if (!listed.has(mediaId)) return [{ what: "deleted", mediaId, knownBy: "listing" }];
      wipe.lost.set(mediaId, problem);
      return [];
    });
  } catch {
    return files.map(({ mediaId }): Outcome => ({ what: "unknown", mediaId, problem }));
  }
}

/** Takes the outcomes down; what went though it was not reviewed is named as such. */
function named(
  { reviewed, seen, lost }: Wipe,
  outcomes: readonly Outcome[],
  files: readonly Pick<ListedFile, "mediaId" | "sizeBytes">[],
): readonly Outcome[] {
  const sizes = new Map(files.map(({ mediaId, sizeBytes }) => [mediaId, sizeBytes]));
  return outcomes.map((outcome): Outcome => {
    const { mediaId } = outcome;
    seen.add(mediaId);
    lost.delete(mediaId);
    if (outcome.what !== "deleted" || reviewed.has(mediaId)) return outcome;
    return { ...outcome, what: "deleted-unplanned", sizeBytes: sizes.get(mediaId) ?? null };
  });
}

/** What the end of the list says of files without an outcome: none is listed any more. */
const gone = ({ reviewed, seen, lost }: Wipe): readonly Outcome[] =>
  [...new Set([...reviewed.keys(), ...lost.keys()])]
    .filter((mediaId) => !seen.has(mediaId))
    .map((mediaId) => goneUnnamed(mediaId, lost));

/** What is known of a file that is gone and that no answer names. */
const goneUnnamed = (mediaId: string, lost: Wipe["lost"]): Outcome =>
  lost.has(mediaId) ? { what: "deleted", mediaId, knownBy: "listing" } : { what: "already-gone", mediaId };
