import { Button, Modal, Stack, Text } from "@mantine/core";
import { IconTerminal2 } from "@tabler/icons-react";
import { useState } from "react";
import { addressOf } from "../../api/http";
import { purgeTarget } from "../../api/remote-media";
import { useSession } from "../../queries/use-session";
import { curlPost } from "../../sweep/command";
import { CodeBlock } from "../../ui/code-block";

interface PurgeCommandProps {
  /** The moment in ms, asked for when the dialog opens; null where the form names none. */
  readonly ask: () => number | null;
}

/** A button that shows how to have Synapse do the same from a terminal. */
export function PurgeCommand({ ask }: PurgeCommandProps) {
  const { account } = useSession();
  const [beforeMs, setBeforeMs] = useState<number | null>(null);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTerminal2 size={18} aria-hidden />}
        onClick={() => {
          setBeforeMs(ask());
        }}
      >
        Equivalent command
      </Button>
      <Modal
        opened={beforeMs !== null}
        onClose={() => {
          setBeforeMs(null);
        }}
        title="Equivalent command"
        size="xl"
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        {beforeMs === null ? null : (
          <Stack gap="xs">
            <Text size="sm">
              One call of Synapse&apos;s purge with this date. Set TOKEN to the access token of an admin first.
            </Text>
            <CodeBlock
              label="curl"
              code={curlPost(addressOf(account.homeserver, purgeTarget(beforeMs)))}
              copyLabel="Copy the curl line"
            />
          </Stack>
        )}
      </Modal>
    </>
  );
}
