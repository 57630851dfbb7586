import { Alert, Button, Modal, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconDownload, IconTerminal2 } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { cronScriptOf, curlOf, whyNoCommand } from "../../sweep/command";
import type { CommandWish } from "../../sweep/command";
import { CodeBlock } from "../../ui/code-block";
import { downloadText } from "../../ui/download-text";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import { curlText, scriptText, whyNotTheRule } from "./command-text";

export interface EquivalentCommandProps {
  /** Why there is no command yet; null where there is. */
  readonly whyNot?: string | null;
  /** Asked for when the dialog opens: a long list takes its time. */
  readonly makeWish: () => CommandWish;
}

/** A button that shows how to have Synapse do the same from a terminal. */
export function EquivalentCommand({ whyNot = null, makeWish }: EquivalentCommandProps) {
  const [wish, setWish] = useState<CommandWish | null>(null);
  return (
    <>
      <ReasonButton
        variant="default"
        whyNot={whyNot}
        leftSection={<IconTerminal2 size={18} aria-hidden />}
        onClick={() => {
          setWish(makeWish());
        }}
      >
        Equivalent command
      </ReasonButton>
      <Modal
        opened={wish !== null}
        onClose={() => {
          setWish(null);
        }}
        title="Equivalent command"
        size="xl"
        transitionProps={{ duration: 0 }}
      >
        {wish === null ? null : <Commands wish={wish} />}
      </Modal>
    </>
  );
}

function Commands({ wish }: { readonly wish: CommandWish }) {
  const formatter = useFormatter();
  const whyNot = whyNoCommand(wish);
  if (whyNot !== null) return <Text>{whyNot}</Text>;
  const whyNotRule = whyNotTheRule(wish);
  return (
    <Stack gap="lg">
      <Alert color="yellow" role="note" icon={<IconAlertTriangle aria-hidden />}>
        Synapse deletes at once: a command has no preview, and keeps no receipt here.
      </Alert>
      {whyNotRule === null ? null : <Text size="sm">{whyNotRule}</Text>}
      <CurlPart wish={wish} sentence={curlText(formatter, wish)} />
      <ScriptPart wish={wish} sentence={scriptText(formatter, wish)} />
    </Stack>
  );
}

interface PartProps {
  readonly wish: CommandWish;
  /** What it does. */
  readonly sentence: string;
}

function CurlPart({ wish, sentence }: PartProps) {
  const line = useMemo(() => curlOf(wish), [wish]);
  return (
    <Stack gap="xs">
      <Title order={3}>curl</Title>
      <Text size="sm">{sentence} Set TOKEN to the access token of an admin first.</Text>
      <CodeBlock label="curl" code={line} copyLabel="Copy the curl line" />
    </Stack>
  );
}

function ScriptPart({ wish, sentence }: PartProps) {
  const script = useMemo(() => cronScriptOf(wish), [wish]);
  return (
    <Stack gap="xs">
      <Title order={3}>Script for cron</Title>
      <Text size="sm">
        {sentence} It takes the token from TOKEN, or from a file that MEDIASWEEP_TOKEN_FILE names and only its owner can
        read.
      </Text>
      <CodeBlock label="Script for cron" code={script} copyLabel="Copy the script">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => {
            downloadText({ name: "mediasweep.sh", text: script, type: "text/x-shellscript;charset=utf-8" });
          }}
        >
          Download
        </Button>
      </CodeBlock>
    </Stack>
  );
}
