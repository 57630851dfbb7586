import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { runs } from "../../session/current";
import { describeError } from "../../api/describe-error";
import type { ErrorText } from "../../api/describe-error";
import { useSession } from "../../queries/use-session";
import type { Plan } from "../../sweep/plan";
import { ErrorNotice } from "../../ui/error-notice";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import { deleteText } from "../parts/amount-text";
import { PlanFacts } from "./plan-facts";
import { TYPED_FROM, isTypedCount } from "./typed-count";
import { useStartRun } from "./use-start-run";

export interface ConfirmFormProps {
  readonly plan: Plan;
  /** What else stands against it now. */
  readonly whyNot?: string | null;
  readonly onCancel: () => void;
  readonly onStarted?: (() => void) | undefined;
}

/**
 * The last question before a run. Not a form: Enter in its field sends nothing, and the button that deletes never has
 * the focus at first.
 */
export function ConfirmForm({ plan, whyNot = null, onCancel, onStarted }: ConfirmFormProps) {
  const formatter = useFormatter();
  const { account } = useSession();
  const startRun = useStartRun();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<ErrorText | null>(null);
  const count = plan.planned.files;
  const isTyping = count >= TYPED_FROM;
  const whyNotTyped = isTyping && !isTypedCount(typed, count) ? `Type ${String(count)} into the field first.` : null;
  const [isStarting, setStarting] = useState(false);
  const start = async () => {
    if (isStarting) return;
    setStarting(true);
    try {
      if ((await startRun(plan)) === "started") onStarted?.();
      else setProblem(RUNNING_ELSEWHERE);
    } catch (error) {
      setProblem(runs.get().status === "running" ? ALREADY_RUNNING : describeError(error));
    }
    setStarting(false);
  };
  return (
    <Stack gap="md">
      <PlanFacts plan={plan} serverName={account.serverName} />
      <Alert color="red">
        <Text size="sm" fw={600}>
          This cannot be undone. Wherever these files are shown or linked, they will be missing.
        </Text>
      </Alert>
      {isTyping ? (
        <TextInput
          label={`Type ${String(count)} to confirm`}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
        />
      ) : null}
      {problem === null ? null : <ErrorNotice error={problem} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel} data-autofocus={isTyping ? undefined : true}>
          Cancel
        </Button>
        <ReasonButton color="red" whyNot={whyNot ?? whyNotTyped} onClick={() => void start()}>
          {deleteText(formatter, count)}
        </ReasonButton>
      </Group>
    </Stack>
  );
}

const RUNNING_ELSEWHERE: ErrorText = {
  title: "Another tab of this browser has a clean-up under way on this homeserver",
  advice: "There is only one at a time. Wait for its end, or stop it there; then confirm again.",
  words: null,
};

const ALREADY_RUNNING: ErrorText = {
  title: "Another clean-up is under way",
  advice: "There is only one at a time. Wait for its end, or stop it; then confirm again.",
  words: null,
};
