import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { serverQueries } from "../../queries/server";
import { useSession } from "../../queries/use-session";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import type { LookFile } from "./look-file";
import { whyNotPastQuarantine } from "./why-not-look";

interface PastQuarantineProps {
  readonly file: LookFile;
  readonly to: keyof typeof words;
  readonly isBusy?: boolean;
  readonly onGoOn: () => void;
}

/** Why this homeserver hands a quarantined file to nobody at all; null where an admin gets it. */
export function useWhyNotPastQuarantine(): string | null {
  const { client } = useSession();
  return whyNotPastQuarantine(useQuery(serverQueries.version(client)).data);
}

/** The way to the content of a quarantined file, for an admin who has to judge it. */
export function PastQuarantine({ file, to, isBusy = false, onGoOn }: PastQuarantineProps) {
  const formatter = useFormatter();
  const whyNot = useWhyNotPastQuarantine();
  const [isAsking, asking] = useDisclosure(false);
  const { button, title, warning, goOn } = words[to];
  return (
    <>
      <ReasonButton variant="default" loading={isBusy} whyNot={whyNot} onClick={asking.open}>
        {button}
      </ReasonButton>
      <Modal opened={isAsking} onClose={asking.close} title={title}>
        <Stack>
          <Text size="sm">{warning}</Text>
          <Text size="sm">
            {`Synapse hands out the whole file, ${formatter.bytes(file.sizeBytes ?? 0)}, and within a minute records it as last used now.`}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={asking.close}>
              Cancel
            </Button>
            <Button
              color="red"
              onClick={() => {
                asking.close();
                onGoOn();
              }}
            >
              {goOn}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

const words = {
  show: {
    button: "Show it all the same",
    title: "Show a quarantined file",
    warning:
      "This file was put into quarantine, perhaps because of what it shows. It stays there; only you will see it, in this window.",
    goOn: "Show the quarantined file",
  },
  download: {
    button: "Download it all the same",
    title: "Download a quarantined file",
    warning:
      "This file was put into quarantine, perhaps because of what it holds. It stays there; the copy on this device is under no quarantine, so open it with care.",
    goOn: "Download the quarantined file",
  },
} as const;
