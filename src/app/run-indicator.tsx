import { Button, RingProgress } from "@mantine/core";
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
      leftSection={isRunning ? <Share state={state} /> : <IconListCheck size={18} aria-hidden />}
    >
      {isRunning ? progressText(state, formatter) : "Results"}
    </Button>
  );
}

type Running = Extract<RunState, { status: "running" }>;

/** A ring that fills up. Nothing turns: an animation would keep the browser drawing for as long as the run takes. */
function Share({ state: { filesDone, plan } }: { readonly state: Running }) {
  const value = (100 * filesDone) / Math.max(plan.planned.files, 1);
  return (
    <RingProgress size={18} thickness={3} sections={[{ value: Math.min(value, 100), color: "lagoon" }]} aria-hidden />
  );
}

function progressText(state: Running, formatter: Formatter): string {
  const planned = state.plan.planned.files;
  const forms = state.isStopping
    ? { one: "Stopping: {done} of {count} file", other: "Stopping: {done} of {count} files" }
    : { one: "Deleting: {done} of {count} file", other: "Deleting: {done} of {count} files" };
  return formatter.plural(planned, forms).replace("{done}", formatter.count(state.filesDone));
}
