import { Alert } from "@mantine/core";
import { useRunStatus } from "./use-run-status";

/** What signing out does to a run. */
export function RunWarning() {
  const status = useRunStatus();
  if (status === "running") {
    return (
      <Alert color="yellow" role="note" title="A deletion is under way">
        Signing out stops it first. Files that were deleted until then stay deleted, and its results are forgotten.
      </Alert>
    );
  }
  if (status === "ended") {
    return (
      <Alert color="yellow" role="note" title="The results of your last deletion will be forgotten">
        Download them first if you need to prove later what was deleted.
      </Alert>
    );
  }
  return null;
}
