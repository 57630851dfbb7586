import { unlistedOf } from "../../sweep/plan";
import type { Plan } from "../../sweep/plan";
import { Bytes } from "../../ui/bytes";
import { useFormatter } from "../../ui/formatter-context";
import { filesText } from "../parts/amount-text";
import { unlistedFacts } from "../parts/unlisted-facts";
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
  const unlisted = unlistedOf(plan);
  const files = filesText(formatter, plan.planned.files);
  return (
    <FactList
      facts={[
        { term: "Server", value: <bdi>{serverName}</bdi> },
        { term: sourceTerm(plan.source), value: sourceText(formatter, plan.source) },
        { term: "How", value: engineLabels[plan.engine] },
        { term: unlisted.length === 0 ? "Files" : "Listed files", value: isAtMost ? `${files} at most` : files },
        { term: "Size", value: <Bytes value={plan.planned.bytes} /> },
        ...unlistedFacts(formatter, unlisted),
      ]}
    />
  );
}
