import { expect, test } from "vitest";
import type { Outcome } from "../../sweep/outcome";
import { sourceOf } from "../../sweep/planned-files";
import { outcomeText } from "./outcome-text";
import { descriptionOf, noteHeaderOf } from "./section-text";

const source = sourceOf({ beforeMs: 1, largerThanBytes: 0, keepAvatars: true });
const rowsOf = (...outcomes: readonly Outcome[]) => outcomes.map((each) => ({ note: outcomeText(each, source) }));
const unplanned = { what: "deleted-unplanned", mediaId: "a", sizeBytes: 1 } as const;

test("what went beyond the plan is Synapse's word only where its answers name it all", () => {
  const named = rowsOf({ ...unplanned, knownBy: "answer" });
  expect(descriptionOf("deleted-unplanned", named)).toMatch(/^Synapse's answers name these too/);
  expect(noteHeaderOf("deleted-unplanned", named)).toBeUndefined();
  const listed = [...named, ...rowsOf({ ...unplanned, knownBy: "listing" })];
  expect(descriptionOf("deleted-unplanned", listed)).toMatch(/may have been deleted by something else\.$/);
  expect(noteHeaderOf("deleted-unplanned", listed)).toBe("How it is known");
  expect(listed.map(({ note }) => note)).toEqual([
    "Synapse's answer names it",
    "The answer was lost; the list no longer names it",
  ]);
});

test("a record that does not say how it is known claims no answer", () => {
  const rows = rowsOf(unplanned);
  expect(descriptionOf("deleted-unplanned", rows)).toMatch(/may have been deleted by something else\.$/);
  expect(noteHeaderOf("deleted-unplanned", rows)).toBeUndefined();
});

test("sections of files that are there or in doubt give a reason for each", () => {
  for (const kind of ["failed", "unknown", "kept-by-server"] as const) expect(noteHeaderOf(kind, [])).toBe("Reason");
  expect(noteHeaderOf("not-attempted", rowsOf({ what: "not-attempted", mediaId: "a" }))).toBeUndefined();
});

test("a file that Synapse kept may have been used since, and was worn only where the rule keeps what was", () => {
  const kept = { what: "kept-by-server", mediaId: "a" } as const;
  expect(outcomeText(kept, source)).toBe(
    "Kept by Synapse: used, protected or quarantined since the review, worn in a room once, or not removable",
  );
  const bare = sourceOf({ ...source.rule, keepAvatars: false });
  expect(outcomeText(kept, bare)).toBe(
    "Kept by Synapse: used, protected or quarantined since the review, or not removable",
  );
});
