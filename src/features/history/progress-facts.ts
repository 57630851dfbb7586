import { amountText, filesText } from "../../deletion/parts/amount-text";
import { outcomeTitles } from "../../deletion/run/outcome-text";
import type { Formatter } from "../../lib/formatter";
import { filesOf, tallyOf } from "../../sweep/receipt";
import type { OutcomeKind } from "../../sweep/outcome";
import type { StoredRun } from "./receipt-of-run";

/** What the log of a run without an end tells of its files. */
export interface ProgressFact {
  readonly term: string;
  readonly value: string;
}

const terms: Readonly<Record<OutcomeKind, string>> = {
  ...outcomeTitles,
  deleted: "Deleted",
  "kept-by-server": "Kept by Synapse",
};

const ORDER: readonly OutcomeKind[] = [
  "deleted",
  "deleted-unplanned",
  "failed",
  "unknown",
  "already-gone",
  "kept-by-server",
  "not-attempted",
];

/** Planned, then what is known so far by outcome, then what no call named yet. */
export function progressFacts(formatter: Formatter, { plan, outcomes, called }: StoredRun): readonly ProgressFact[] {
  const files = filesOf(plan);
  const entries = [...outcomes.values()].map((outcome) => ({ outcome, file: files.get(outcome.mediaId) ?? null }));
  const tallies = tallyOf(entries);
  const left = plan.doomed.filter(({ mediaId }) => !outcomes.has(mediaId) && !called.has(mediaId)).length;
  const known = ORDER.filter((kind) => tallies[kind].files > 0).map((kind) => ({
    term: terms[kind],
    value: amountText(formatter, tallies[kind]),
  }));
  return [
    { term: "Planned", value: amountText(formatter, plan.planned) },
    ...known,
    ...(left === 0 ? [] : [{ term: "Not begun", value: filesText(formatter, left) }]),
  ];
}

/**
 * How many files were named and had no outcome when the run broke off; null where there were none. The list is named in
 * batches, of which few are called at once.
 */
export function underWayText(formatter: Formatter, { called }: Pick<StoredRun, "called">): string | null {
  if (called.size === 0) return null;
  return formatter.plural(called.size, {
    one: "At most {count} file may have been under way. It is not known what became of it.",
    other: "At most {count} files may have been under way. It is not known what became of them.",
  });
}
