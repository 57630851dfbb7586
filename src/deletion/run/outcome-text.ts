import type { KnownBy, Outcome, OutcomeKind } from "../../sweep/outcome";
import type { Source } from "../../sweep/plan";

/** The heading of each kind of outcome, which also names its table. Files that were deleted have their own. */
export const outcomeTitles: Readonly<Record<OutcomeKind, string>> = {
  deleted: "Deleted media",
  "deleted-unplanned": "Deleted though not planned",
  "kept-by-server": "Kept",
  "already-gone": "Already gone",
  failed: "Failed",
  unknown: "Unknown",
  "not-attempted": "Not attempted",
};

/** What each kind means, in a sentence. */
export const outcomeDescriptions: Readonly<Record<OutcomeKind, string>> = {
  deleted: "Synapse deleted these, as reviewed.",
  "deleted-unplanned":
    "These are gone too, though they were not on the reviewed list: they came or changed meanwhile, or their owner could not be read. Those that no answer names may have been deleted by something else.",
  "kept-by-server": "These matched and are still there.",
  // A browser repeats by itself what it sent over a connection that broke: then the second answer is all there is.
  "already-gone":
    "These are gone, and no answer says by which request: something else deleted them before their turn came, the connection broke and the browser asked twice, or the run was interrupted before an answer came.",
  failed: "These are still there. The reason is given for each.",
  unknown: "It is not known what became of these: they may be deleted or not. The reason is given for each.",
  "not-attempted": "The run ended before their turn came. These are still there, as far as this run goes.",
};

/** The same where answers name all of them. */
export const answeredDescriptions: Readonly<Partial<Record<OutcomeKind, string>>> = {
  deleted: "Synapse's answers name each of these as deleted.",
  "deleted-unplanned":
    "Synapse's answers name these too, though they were not on the reviewed list: they came or changed meanwhile, or their owner could not be read.",
};

/** How it is known that a file is gone. */
export const knownByTexts: Readonly<Record<KnownBy, string>> = {
  answer: "Synapse's answer names it",
  listing: "The answer was lost; the list no longer names it",
  repeat: "The answer was lost; repeating it found the file gone",
};

/** What to do about the problems among these outcomes, each advice once. */
export const advicesOf = (outcomes: readonly Outcome[]): readonly string[] => [
  ...new Set(outcomes.flatMap((outcome) => ("problem" in outcome ? [outcome.problem.advice] : []))),
];

/** No answer says why. */
const keptText = (source: Source): string =>
  source.kind === "rule" && source.rule.keepAvatars
    ? "Kept by Synapse: used, protected or quarantined since the review, worn in a room once, or not removable"
    : "Kept by Synapse: used, protected or quarantined since the review, or not removable";

/** What is to say about one file's outcome in a run of that source; empty where its section says it all. */
export function outcomeText(outcome: Outcome, source: Source): string {
  if ("knownBy" in outcome && outcome.knownBy !== undefined) return knownByTexts[outcome.knownBy];
  if (outcome.what === "failed" || outcome.what === "unknown") {
    const { title, words } = outcome.problem;
    return words === null ? title : `${title}: “${words}”`;
  }
  return outcome.what === "kept-by-server" ? keptText(source) : "";
}
