import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import { paths } from "../../lib/paths";
import { useStore } from "../../queries/use-session";
import { calmRuns } from "../../session/current";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { ResultsView } from "./results-view";
import { RunningView } from "./running-view";

/** The run of this session: going on, or what became of it. */
export function Component() {
  const state = useStore(calmRuns);
  if (state.status === "running") return <RunningView state={state} />;
  if (state.status === "ended") return <ResultsView state={state} />;
  return (
    <>
      <PageHeader title="Results" />
      <EmptyState title="No deletion has been run since this page was opened">
        <Anchor component={Link} to={paths.cleanup()}>
          Set up a clean-up
        </Anchor>
        , or{" "}
        <Anchor component={Link} to={paths.history()}>
          see earlier ones
        </Anchor>
        .
      </EmptyState>
    </>
  );
}
