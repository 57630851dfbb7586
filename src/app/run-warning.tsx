import { Alert } from "@mantine/core";
import { useStore } from "../queries/use-session";
import { calmRuns } from "../session/current";

/** What signing out does to a run. */
export function RunWarning() {
  const state = useStore(calmRuns);
  if (state.status === "none") return null;
  const isRecorded = state.unrecorded === null;
  if (state.status === "running") {
    return (
      <Alert color="yellow" role="note" title="A deletion is under way">
        {isRecorded
          ? "Signing out stops it first. Files that were deleted until then stay deleted; its results stay in the history on this device."
          : "Signing out stops it first. Files that were deleted until then stay deleted, and its results are forgotten."}
      </Alert>
    );
  }
  return isRecorded ? null : (
    <Alert color="yellow" role="note" title="The results of your last deletion will be forgotten">
      Download them first if you need to prove later what was deleted.
    </Alert>
  );
}
