import type { ListedFile } from "./inventory";
import { EARLIEST_BEFORE_MS, lastUsedMs } from "./rule";
import type { Rule } from "./rule";

/** One call of Synapse's rule. */
export interface Step {
  /** The date this call sends, in ms; the rule takes what was last used before it. */
  readonly beforeMs: number;
  /** The reviewed files that this call should take and no earlier one does. */
  readonly planned: readonly ListedFile[];
  /** It sends the rule's own date, so no further one is needed. */
  readonly isLast: boolean;
}

/** The files in the order in which the steps take them. */
export const byLastUse = (files: readonly ListedFile[]): readonly ListedFile[] =>
  files.toSorted((a, b) => lastUsedMs(a) - lastUsedMs(b));

/**
 * The next call of Synapse's rule, when the first `start` of the reviewed files had theirs: it deletes at most
 * `maxFiles`, by moving the rule's date forward from the oldest file. Files of one moment cannot be parted, so a step
 * of such may be larger. The last step always sends the rule's own date: the union of the steps is the rule.
 */
export function nextStep(
  byAge: readonly ListedFile[],
  start: number,
  { rule, maxFiles }: { readonly rule: Rule; readonly maxFiles: number },
): Step {
  const end = lastCut(byAge, start, maxFiles);
  const next = byAge[end];
  if (next === undefined) return { beforeMs: rule.beforeMs, planned: byAge.slice(start), isLast: true };
  return { beforeMs: lastUsedMs(next), planned: byAge.slice(start, end), isLast: false };
}

/** From this size on, steps cost next to nothing beside one call. */
export const FIRST_STEP_FILES = 250;
const FEWEST_FILES = 50;
const MOST_FILES = 5000;
/** By how much the next step may be larger: the homeserver may be busier by then, and some proxies wait for 5 s only. */
const GROWTH = 1.5;
/** How long a call should take, in ms: long enough to be worth it, short enough for progress and for a stop. */
const AIM_MS = 2000;

/**
 * The size of the steps after one that was answered: as many files as the homeserver deletes in the time a call should
 * take, yet at most half as many again as before, and at least half as many. A call that deleted nothing teaches nothing.
 */
export function nextStepFiles(files: number, { deleted, tookMs }: { deleted: number; tookMs: number }): number {
  if (deleted === 0) return files;
  const aimed = Math.round((deleted * AIM_MS) / Math.max(tookMs, 1));
  const next = Math.min(Math.max(aimed, Math.ceil(files / 2)), Math.round(files * GROWTH));
  return Math.min(Math.max(next, FEWEST_FILES), MOST_FILES);
}

/** The size of the steps after one whose answer was lost: it may have been longer than a proxy waits. */
export const fewerStepFiles = (files: number): number => Math.max(Math.ceil(files / 2), FEWEST_FILES);

/**
 * Where to cut after `start`: the index of a file later than all before it, at most `maxFiles` on where there is one,
 * and not before the earliest date Synapse takes. Behind the last file there is always a cut.
 */
function lastCut(byAge: readonly ListedFile[], start: number, maxFiles: number): number {
  const isCut = (index: number) => {
    const time = timeAt(byAge, index);
    return time === null || (time >= EARLIEST_BEFORE_MS && time !== timeAt(byAge, index - 1));
  };
  for (let index = start + maxFiles; index > start; index -= 1) if (isCut(index)) return index;
  let index = start + maxFiles + 1;
  while (!isCut(index)) index += 1;
  return index;
}

function timeAt(byAge: readonly ListedFile[], index: number): number | null {
  const file = byAge[index];
  return file === undefined ? null : lastUsedMs(file);
}
