import type { ListedFile } from "./inventory";
import { EARLIEST_BEFORE_MS, lastUsedMs } from "./rule";
import type { Rule } from "./rule";

/** One call of Synapse's rule. */
export interface Step {
  /** The date this call sends, in ms; the rule takes what was last used before it. */
  readonly beforeMs: number;
  /** The reviewed files that this call should take and no earlier one does. */
  readonly planned: readonly ListedFile[];
}

/**
 * Cuts a run of Synapse's rule into calls that each delete at most `maxFiles` reviewed files, by moving the rule's
 * date forward from the oldest file. Files of one moment cannot be parted, so a step of such may be larger. The last
 * step always sends the rule's own date: the union of the steps is the rule.
 */
export function cutSteps(doomed: readonly ListedFile[], rule: Rule, maxFiles: number): readonly Step[] {
  const byAge = doomed.toSorted((a, b) => lastUsedMs(a) - lastUsedMs(b));
  const steps: Step[] = [];
  let start = 0;
  while (byAge.length - start > maxFiles) {
    const end = lastCut(byAge, start, maxFiles);
    const next = byAge[end];
    if (next === undefined) break;
    steps.push({ beforeMs: lastUsedMs(next), planned: byAge.slice(start, end) });
    start = end;
  }
  return [...steps, { beforeMs: rule.beforeMs, planned: byAge.slice(start) }];
}

/**
 * Where to cut after `start`: the index of a file later than all before it, at most `maxFiles` on where there is one,
 * and not before the earliest date Synapse takes.
 */
function lastCut(byAge: readonly ListedFile[], start: number, maxFiles: number): number {
  const isCut = (index: number) => {
    const time = timeAt(byAge, index);
    return time === null || (time >= EARLIEST_BEFORE_MS && time !== timeAt(byAge, index - 1));
  };
  for (let index = start + maxFiles; index > start; index -= 1) if (isCut(index)) return index;
  let index = start + maxFiles + 1;
  while (index < byAge.length && !isCut(index)) index += 1;
  return index;
}

function timeAt(byAge: readonly ListedFile[], index: number): number | null {
  const file = byAge[index];
  return file === undefined ? null : lastUsedMs(file);
}
