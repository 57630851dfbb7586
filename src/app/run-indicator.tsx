import { Button, Loader } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { Link } from "react-router";
import type { Formatter } from "../lib/formatter";
import { paths } from "../lib/paths";
import { useStore } from "../queries/use-session";
import { calmRuns } from "../session/current";
import type { RunState } from "../session/run-state";
import { useFormatter } from "../ui/formatter-context";
import classes from "./shell.module.css";

/** The way back to a run from any other screen. */
export function RunIndicator() {
  const state = useStore(calmRuns);
  const formatter = useFormatter();
  if (state.status === "none") return null;
  const isRunning = state.status === "running";
  return (
    <Button
      component={Link}
      to={paths.run()}
      variant="light"
      className={classes["run"] ?? ""}
      leftSection={isRunning ? <Loader size={16} aria-hidden /> : <IconListCheck size={18} aria-hidden />}
    >
      {isRunning ? progressText(state, formatter) : "Results"}
    </Button>
  );
}

function progressText(state: Extract<RunState, { status: "running" }>, formatter: Formatter): string {
  const planned = state.plan.planned.files;
  const forms = state.isStopping
    ? { one: "Stopping: {done} of {count} file", other: "Stopping: {done} of {count} files" }
    : { one: "Deleting: {done} of {count} file", other: "Deleting: {done} of {count} files" };
  return formatter.plural(planned, forms).replace("{done}", formatter.count(state.filesDone));
}
