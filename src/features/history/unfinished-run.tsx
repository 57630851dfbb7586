import { Alert, Anchor, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { Link } from "react-router";
import { FactList } from "../../deletion/parts/fact-list";
import { startFacts } from "../../deletion/run/run-facts";
import { paths } from "../../lib/paths";
import { unlistedOf } from "../../sweep/plan";
import { useFormatter } from "../../ui/formatter-context";
import { PageHeader } from "../../ui/page-header";
import { DeleteEntry } from "./delete-entry";
import { InterruptedRun } from "./interrupted-run";
import { progressFacts, underWayText } from "./progress-facts";
import type { StoredRun } from "./receipt-of-run";
import { useInterruptedRun } from "./use-interrupted-run";

interface UnfinishedRunProps {
  readonly run: StoredRun;
  /** A run is under way on this homeserver; null while that is not known. */
  readonly isRunning: boolean | null;
}

/** A run of which no end is recorded: it goes on somewhere, or broke off. */
export function UnfinishedRun({ run, isRunning }: UnfinishedRunProps) {
  const formatter = useFormatter();
  const actions = useInterruptedRun(run.header.id);
  return (
    <>
      <PageHeader
        title={isRunning === false ? "Interrupted run" : "Run without an end"}
        actions={
          <DeleteEntry
            id={run.header.id}
            whyNot={isRunning === false ? null : "Not while a run is under way: this may be its record."}
            loss="This run can then be neither resumed nor closed with a receipt."
          />
        }
      />
      <Stack gap="lg">
        {isRunning === true ? <MaybeRunning /> : null}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          {isRunning === false ? <SoFar run={run} /> : null}
          <Paper withBorder p="lg">
            <FactList facts={startFacts(formatter, { ...run.header, unlisted: unlistedOf(run.plan) })} />
          </Paper>
        </SimpleGrid>
        {isRunning === false ? <InterruptedRun run={run.header} actions={actions} /> : null}
      </Stack>
    </>
  );
}

/** What the record tells, which is all there is to tell as long as nobody asks the server. */
function SoFar({ run }: { readonly run: StoredRun }) {
  const formatter = useFormatter();
  const underWay = underWayText(formatter, run);
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <Text size="sm">
          No end of this run is recorded: its tab was closed, or the browser or this device stopped. This much is known.
        </Text>
        <FactList facts={progressFacts(formatter, run)} />
        {underWay === null ? null : <Text fw={600}>{underWay}</Text>}
      </Stack>
    </Paper>
  );
}

/** Which run holds the lock nobody tells. */
function MaybeRunning() {
  return (
    <Alert color="blue" role="note" icon={<IconInfoCircle aria-hidden />} title="A run is under way">
      It goes on in this or another tab of this browser, and this may be its record. When it has ended, this page shows
      its receipt, or how to go on with this run.{" "}
      <Anchor component={Link} to={paths.run()} inherit>
        See the run of this tab
      </Anchor>
    </Alert>
  );
}
