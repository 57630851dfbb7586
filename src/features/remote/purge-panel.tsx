import { Button, Group, Paper, Stack } from "@mantine/core";
import { useRef, useState } from "react";
import type { FormEvent } from "react";
import { WhenFields } from "../../deletion/parts/when-fields";
import { ConfirmAction } from "../../files/act/confirm-action";
import { startAction } from "../../files/act/start-action";
import type { Formatter } from "../../lib/formatter";
import { focusFirstError } from "../../ui/focus-first-error";
import { useFormatter } from "../../ui/formatter-context";
import { purgeAction } from "./purge-action";
import { PurgeCommand } from "./purge-command";
import { usePurgeDraft } from "./use-purge-draft";

/** The date before which copies go, and the question before they do. */
export function PurgePanel() {
  const formatter = useFormatter();
  const formElement = useRef<HTMLFormElement>(null);
  const form = usePurgeDraft();
  const [asked, setAsked] = useState<Asked>({ beforeMs: 0, isOpen: false });
  const close = () => {
    setAsked({ ...asked, isOpen: false });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const beforeMs = form.ask();
    if (beforeMs !== null) setAsked({ beforeMs, isOpen: true });
    else focusFirstError(formElement.current);
  };
  return (
    <Paper
      component="form"
      ref={formElement}
      onSubmit={submit}
      noValidate
      withBorder
      p={{ base: "md", sm: "xl" }}
      maw={760}
    >
      <Stack gap="xl">
        <WhenFields form={form} note="A copy whose last use Synapse does not know stays." />
        <Group gap="sm">
          <Button type="submit" color="red">
            Purge remote media
          </Button>
          <PurgeCommand ask={form.ask} />
        </Group>
      </Stack>
      <ConfirmAction
        opened={asked.isOpen}
        onClose={close}
        title="Purge remote media?"
        facts={FACTS}
        whyNot={null}
        label={labelOf(formatter, asked.beforeMs)}
        onConfirm={() => {
          void startAction(purgeAction(asked.beforeMs));
          close();
        }}
      />
    </Paper>
  );
}

/** The dialog stays filled while it closes. */
interface Asked {
  readonly beforeMs: number;
  readonly isOpen: boolean;
}

const labelOf = (formatter: Formatter, beforeMs: number): string =>
  `Purge remote media last used before ${formatter.dateTime(beforeMs)} (${formatter.zone})`;

const FACTS = [
  "Every copy of another server's file last used before that moment goes, but for quarantined ones. Which these are Synapse does not tell.",
  "It is one call, which Synapse carries to its end even if you stop waiting for it.",
  "What goes is fetched again on demand, as long as its own server still has it. What that server has lost is lost.",
] as const;
