import { Stack } from "@mantine/core";
import { useMemo } from "react";
import type { OutcomeKind } from "../../sweep/outcome";
import type { Receipt } from "../../sweep/receipt";
import { groupOutcomes } from "./group-outcomes";
import { OutcomeSection } from "./outcome-section";
import { advicesOf, outcomeTitles } from "./outcome-text";
import { descriptionOf, noteHeaderOf } from "./section-text";

/** What needs a look comes first; then what was deleted; then what stayed. */
const ORDER: readonly OutcomeKind[] = [
  "failed",
  "unknown",
  "deleted-unplanned",
  "deleted",
  "not-attempted",
  "already-gone",
  "kept-by-server",
];

const NO_ADVICE: readonly string[] = [];

/** Every file of a run under what became of it. */
export function OutcomeSections({ receipt }: { readonly receipt: Receipt }) {
  const groups = useMemo(() => groupOutcomes(receipt), [receipt]);
  const advices = useMemo(() => {
    const of = (kind: OutcomeKind) =>
      advicesOf(receipt.entries.map(({ outcome }) => outcome).filter(({ what }) => what === kind));
    return { failed: of("failed"), unknown: of("unknown") };
  }, [receipt]);
  return (
    <Stack gap="xl">
      {ORDER.map((kind) => (
        <OutcomeSection
          key={kind}
          title={outcomeTitles[kind]}
          description={descriptionOf(kind, groups[kind])}
          rows={groups[kind]}
          noteHeader={noteHeaderOf(kind, groups[kind])}
          advices={kind === "failed" || kind === "unknown" ? advices[kind] : NO_ADVICE}
        />
      ))}
    </Stack>
  );
}
