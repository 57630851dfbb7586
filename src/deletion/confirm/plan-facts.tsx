import type { Plan } from "../../sweep/plan";
import { Bytes } from "../../ui/bytes";
import { useFormatter } from "../../ui/formatter-context";
import { filesText } from "../parts/amount-text";
import { engineLabels } from "../review/engine-options";
import { FactList } from "../parts/fact-list";
import { sourceTerm, sourceText } from "../parts/rule-text";

export interface PlanFactsProps {
  readonly plan: Plan;
  readonly serverName: string;
}

/** What would be deleted, where, by which rule and how. */
export function PlanFacts({ plan, serverName }: PlanFactsProps) {
  const formatter = useFormatter();
  const isAtMost = plan.engine === "synapse-rule" && plan.source.kind === "rule" && plan.source.rule.keepAvatars;
  const takesUnlisted = plan.engine === "synapse-rule" && plan.unread.length > 0;
  const files = filesText(formatter, plan.planned.files);
  return (
    <FactList
      facts={[
        { term: "Server", value: <bdi>{serverName}</bdi> },
        { term: sourceTerm(plan.source), value: sourceText(formatter, plan.source) },
        { term: "How", value: engineLabels[plan.engine] },
        { term: takesUnlisted ? "Listed files" : "Files", value: isAtMost ? `${files} at most` : files },
        { term: "Size", value: <Bytes value={plan.planned.bytes} /> },
        ...(takesUnlisted ? [{ term: "Not listed", value: <Unlisted plan={plan} /> }] : []),
      ]}
    />
  );
}

/** What Synapse's rule may take beyond the list, as the admin agreed. */
function Unlisted({ plan }: { readonly plan: Plan }) {
  const formatter = useFormatter();
  const files = plan.unread.reduce((sum, owner) => sum + owner.files, 0);
  return formatter.plural(plan.unread.length, {
    one: `Files of {count} owner that could not be read, ${filesText(formatter, files)} at most, may go too.`,
    other: `Files of {count} owners that could not be read, ${filesText(formatter, files)} at most, may go too.`,
  });
}
