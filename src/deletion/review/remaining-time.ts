import type { ReadingProgress } from "../../session/review";

/** Before this much time, in ms, and this much of the work, nothing can be said. */
const FIRST_MS = 3000;
const FIRST_SHARE = 0.02;

/**
 * How long the reading of the lists may still take, in ms, going by the files read so far; null where that says
 * nothing yet. Statistics count at most too many files: lists are left early.
 */
export function remainingMs(progress: ReadingProgress, nowMs: number): number | null {
  const { startedMs, filesRead, filesTotal, ownersRead, ownersTotal } = progress;
  const passedMs = nowMs - startedMs;
  if (filesTotal === null || ownersTotal === null || passedMs < FIRST_MS) return null;
  // Whichever is further: a list left early counts by its owner, a long one by its files.
  const share = Math.max(filesRead / Math.max(filesTotal, 1), ownersRead / Math.max(ownersTotal, 1));
  if (share < FIRST_SHARE || share >= 1) return null;
  return (passedMs / share) * (1 - share);
}
