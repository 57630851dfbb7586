import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { ErrorText } from "../../api/describe-error";
import { paths } from "../../lib/paths";
import type { RunHeader } from "../../session/journal-entry";
import { ErrorNotice } from "../../ui/error-notice";
import type { StartResult } from "../../session/run-manager";
import type { Engine } from "../../sweep/plan";
import { describeJournalProblem } from "./describe-journal-problem";
import { ResumeButton } from "./resume-button";
import type { InterruptedRunActions } from "./use-interrupted-run";

interface InterruptedRunProps {
  readonly run: Pick<RunHeader, "engine" | "source" | "startedMs">;
  readonly actions: InterruptedRunActions;
}

/** The two ways to bring an interrupted run to its end. */
export function InterruptedRun({ run, actions }: InterruptedRunProps) {
  const navigate = useNavigate();
  const going = useMutation({
    mutationFn: (way: keyof InterruptedRunActions) => actions[way](),
    networkMode: "always",
    onSuccess: (continuation) => (continuation === "started" ? navigate(paths.run()) : undefined),
  });
  const problem = problemOf(going);
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="sm" align="flex-start">
        <Title order={2} fz="h3">
          Bring it to an end
        </Title>
        <Text size="sm" maw="80ch">
          {resumeTexts[run.engine]} Close with a receipt deletes nothing more. Both first find out what became of the
          files that may have been under way.
        </Text>
        {problem === null ? null : <ErrorNotice error={problem} />}
        <Group gap="sm">
          <ResumeButton
            run={run}
            loading={going.isPending && going.variables === "resume"}
            disabled={going.isPending && going.variables !== "resume"}
            onResume={() => {
              going.mutate("resume");
            }}
          />
          <Button
            variant="default"
            loading={going.isPending && going.variables === "close"}
            disabled={going.isPending && going.variables !== "close"}
            onClick={() => {
              going.mutate("close");
            }}
          >
            Close with a receipt
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

const resumeTexts: Readonly<Record<Engine, string>> = {
  "synapse-rule": "Resume goes on with the reviewed rule where the run broke off.",
  "exact-list": "Resume goes on with the reviewed list where the run broke off.",
  "whole-user": "Resume deletes everything this user has now, also what was uploaded since the run began.",
};

function problemOf({ error, data }: { error: Error | null; data: StartResult | undefined }): ErrorText | null {
  if (error !== null) return describeJournalProblem(error);
  return data === undefined || data === "started" ? null : problems[data];
}

const problems: Readonly<Record<Exclude<StartResult, "started">, ErrorText>> = {
  elsewhere: {
    title: "Another run is under way",
    advice:
      "There is only one at a time on a homeserver, in all tabs of this browser. Wait for its end, then try again.",
    words: null,
  },
  gone: {
    title: "This run has been brought to an end meanwhile",
    advice: "Another tab did so, or deleted its record. Reload the page to see what is known of it.",
    words: null,
  },
};
