import { Alert, Anchor } from "@mantine/core";
import { IconPlayerPause } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "react-router";
import { paths } from "../lib/paths";
import { historyQueries } from "../queries/history";
import { useSession } from "../queries/use-session";
import type { Entry, RunHeader } from "../session/journal-entry";
import { useFormatter } from "../ui/formatter-context";

/** Leads to a run that was interrupted by a reload, a crash or a closed tab, and waits to be resumed or closed. */
export function InterruptedNotice() {
  const { client } = useSession();
  const formatter = useFormatter();
  const { pathname } = useLocation();
  const entries = useQuery({ ...historyQueries.entries(client), select: interruptedOf });
  const [run] = entries.data ?? [];
  const isRunning = useQuery({ ...historyQueries.isRunning(client), enabled: run !== undefined });
  if (run === undefined || isRunning.data !== false || pathname === paths.historyEntry(run.id)) return null;
  return (
    <Alert
      color="yellow"
      role="note"
      mb="lg"
      icon={<IconPlayerPause aria-hidden />}
      title={`A deletion of ${formatter.dateTime(run.startedMs)} was interrupted`}
    >
      <Anchor component={Link} to={paths.historyEntry(run.id)} inherit c="inherit" underline="always">
        See how far it came
      </Anchor>
      , then resume it or close it.
    </Alert>
  );
}

const interruptedOf = (entries: readonly Entry[]): readonly RunHeader[] =>
  entries.filter((entry): entry is RunHeader => entry.kind === "run" && entry.ended === null);
