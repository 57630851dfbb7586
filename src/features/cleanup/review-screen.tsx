import { Anchor } from "@mantine/core";
import { useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { ReviewPanel } from "../../deletion/review/review-panel";
import { paths } from "../../lib/paths";
import { openReview } from "../../session/current";
import { NO_FILTER } from "../../sweep/filter";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { ruleInSearch, searchOfRule } from "./cleanup-search";

/** Step 2: what the rule in the link selects. */
export function Component() {
  const [search] = useSearchParams();
  const text = search.toString();
  const opened = useMemo(() => {
    const rule = ruleInSearch(new URLSearchParams(text));
    return rule === null ? null : { rule, review: openReview({ kind: "rule", rule, filter: NO_FILTER }) };
  }, [text]);
  if (opened === null) {
    return (
      <>
        <PageHeader title="Review" />
        <EmptyState title="This link holds no rule to preview">
          <Anchor component={Link} to={paths.cleanup(search)}>
            Set up a rule
          </Anchor>
        </EmptyState>
      </>
    );
  }
  return <ReviewPanel review={opened.review} backTo={paths.cleanup(searchOfRule(opened.rule))} />;
}
