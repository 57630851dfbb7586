import type { Outcome, OutcomeKind } from "../../sweep/outcome";

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
    "Synapse deleted these too, though they were not on the reviewed list: they came or changed meanwhile, or their owner could not be read.",
  "kept-by-server": "These matched and are still there.",
  // A browser repeats by itself what it sent over a connection that broke: then the second answer is all there is.
  "already-gone":
    "These are gone, and no answer says by which request: something else deleted them before their turn came, or the connection broke and the browser asked twice.",
  failed: "These are still there. The reason is given for each.",
  unknown: "It is not known what became of these: they may be deleted or not. The reason is given for each.",
  "not-attempted": "The run ended before their turn came. These are still there, as far as this run goes.",
};

/** How it is known that a file was deleted. */
export const knownByTexts: Readonly<Record<Extract<Outcome, { what: "deleted" }>["knownBy"], string>> = {
  answer: "Synapse's answer names it",
  listing: "The answer was lost; the list no longer names it",
  repeat: "The answer was lost; repeating it found the file gone",
};

/** What to do about the problems among these outcomes, each advice once. */
export const advicesOf = (outcomes: readonly Outcome[]): readonly string[] => [
  ...new Set(outcomes.flatMap((outcome) => ("problem" in outcome ? [outcome.problem.advice] : []))),
];

const KEPT_BY_SYNAPSE = "Kept by Synapse: once worn in a room, or its file could not be removed";

/** What is to say about one file's outcome; empty where its section says it all. */
export function outcomeText(outcome: Outcome): string {
  if (outcome.what === "deleted") return knownByTexts[outcome.knownBy];
  if (outcome.what === "failed" || outcome.what === "unknown") {
    const { title, words } = outcome.problem;
    return words === null ? title : `${title}: “${words}”`;
  }
  return outcome.what === "kept-by-server" ? KEPT_BY_SYNAPSE : "";
}
