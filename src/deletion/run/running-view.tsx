import { Alert, Box, Paper, Stack, Text } from "@mantine/core";
import { IconBrowserX, IconKey, IconPlugConnectedX, IconRefresh } from "@tabler/icons-react";
import type { ErrorText } from "../../api/describe-error";
import type { Formatter } from "../../lib/formatter";
import { useSessionState } from "../../queries/use-session";
import { runs } from "../../session/current";
import type { Pause, RunState } from "../../session/run-state";
import type { Waiting } from "../../sweep/outcome";
import { useFormatter } from "../../ui/formatter-context";
import { PageHeader } from "../../ui/page-header";
import { ProgressBar } from "../../ui/progress-bar";
import { ReasonButton } from "../../ui/reason-button";
import { sourceText } from "../parts/rule-text";
import { UnrecordedNotice } from "./unrecorded-notice";

export interface RunningViewProps {
  readonly state: Extract<RunState, { status: "running" }>;
}

const STOPPING = "Stopping: waiting for what is under way.";

/** A run that goes on: how far it is, and how to stop it. */
export function RunningView({ state }: RunningViewProps) {
  const formatter = useFormatter();
  const session = useSessionState();
  const isTokenRefused = session.status === "signed-in" && session.isTokenRefused;
  const total = state.plan.planned.files;
  // Beyond the plan Synapse may fail on files that were on no list.
  const done = Math.min(state.filesDone, total);
  const text = progressText(formatter, done, total);
  return (
    <>
      <PageHeader
        title="Deleting"
        description={sourceText(formatter, state.plan.source)}
        actions={
          <ReasonButton
            variant="default"
            size="md"
            whyNot={state.isStopping ? STOPPING : null}
            onClick={() => {
              runs.stop();
            }}
          >
            Stop
          </ReasonButton>
        }
      />
      <Stack gap="lg">
        <Paper withBorder p="lg">
          <Stack gap="md">
            <Text fz={{ base: 22, sm: 26 }} fw={700} lh={1.2}>
              {text}
            </Text>
            <ProgressBar label="Deleting" share={total === 0 ? 0 : done / total} text={text} size="lg" />
            <Text>{countsText(formatter, state)}</Text>
            <Text component="output" size="sm" c="dimmed">
              {state.isStopping
                ? STOPPING
                : "You may look at other screens meanwhile: the run goes on as long as this tab is open."}
            </Text>
          </Stack>
        </Paper>
        <Box component="output" display="block">
          {state.unrecorded === null ? null : <UnrecordedNotice why={state.unrecorded} isEnded={false} />}
          {state.isAcrossTabs ? null : <AloneNotice />}
          {state.pause === null ? null : <PauseNotice pause={state.pause} />}
          {isTokenRefused ? (
            <Alert color="yellow" role="note" icon={<IconKey aria-hidden />} title="Waiting for a new access token">
              The homeserver no longer accepts the token. Enter a new one of the same account and the run goes on where
              it is.
            </Alert>
          ) : null}
        </Box>
      </Stack>
    </>
  );
}

/** What an admin has to do where no lock keeps other tabs from the run. */
function AloneNotice() {
  return (
    <Alert color="yellow" role="note" icon={<IconBrowserX aria-hidden />} title="Other tabs are not told of this run">
      This browser keeps nothing that tabs share, so another tab calls this run interrupted while it goes on here. Leave
      it alone there: do not resume, close or delete it, and start no other.
    </Alert>
  );
}

/** Why nothing is deleted just now. */
function PauseNotice({ pause }: { readonly pause: Pause }) {
  if (pause.kind === "settling") {
    return (
      <Alert color="yellow" role="note" icon={<IconRefresh aria-hidden />} title="An answer was lost">
        Reading the lists until Synapse has settled: it may still carry out the call whose answer was lost. No other is
        sent meanwhile.
      </Alert>
    );
  }
  const { title, text } = waitingWords[pause.why](pause.problem);
  return (
    <Alert color="yellow" role="note" icon={<IconPlugConnectedX aria-hidden />} title={title}>
      {text}
    </Alert>
  );
}

const waitingWords: Readonly<Record<Waiting["why"], (problem: ErrorText) => { title: string; text: string }>> = {
  offline: () => ({
    title: "This device is offline",
    text: "The run goes on by itself when the device is online again. Stop ends the run.",
  }),
  homeserver: (problem) => ({
    title: "The homeserver does not answer",
    text: `${problem.title}. Trying again until it does; Stop ends the run.`,
  }),
  asked: () => ({
    title: "The homeserver asks to slow down",
    text: "It refuses further calls for a while, or a proxy in front of it does. The run goes on by itself after that.",
  }),
};

const progressText = (formatter: Formatter, done: number, total: number): string =>
  formatter.plural(total, {
    one: `${formatter.count(done)} of {count} file`,
    other: `${formatter.count(done)} of {count} files`,
  });

/** "1.1 GB deleted · 2 failed" */
function countsText(formatter: Formatter, { deleted, failed }: RunningViewProps["state"]): string {
  const bytes = `${formatter.bytes(deleted.bytes)} deleted`;
  return failed === 0 ? bytes : `${bytes} · ${formatter.count(failed)} failed`;
}
