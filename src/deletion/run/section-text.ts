import type { OutcomeKind } from "../../sweep/outcome";
import type { OutcomeRow } from "./group-outcomes";
import { answeredDescriptions, knownByTexts, outcomeDescriptions } from "./outcome-text";

type Notes = readonly Pick<OutcomeRow, "note">[];

/** What the files of a section have in common, in a sentence or two. */
export const descriptionOf = (kind: OutcomeKind, rows: Notes): string =>
  (areAllAnswered(rows) ? answeredDescriptions[kind] : undefined) ?? outcomeDescriptions[kind];

/** The header of what is said of each file; undefined where the section says it all. */
export function noteHeaderOf(kind: OutcomeKind, rows: Notes): string | undefined {
  if (kind === "failed" || kind === "unknown" || kind === "kept-by-server") return "Reason";
  return areAllAnswered(rows) || rows.every(({ note }) => note === "") ? undefined : "How it is known";
}

const areAllAnswered = (rows: Notes): boolean => rows.every(({ note }) => note === knownByTexts.answer);
