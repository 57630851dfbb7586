import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { supports } from "../../api/synapse-version";
import { serverQueries } from "../../queries/server";
import { useSession } from "../../queries/use-session";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import type { LookFile } from "./look-file";

interface QuarantinedLookProps {
  readonly file: LookFile;
  readonly onShow: () => void;
}

/** Of a quarantined file: that nobody gets it, and the way past that for an admin who has to judge it. */
export function QuarantinedLook({ file, onShow }: QuarantinedLookProps) {
  const formatter = useFormatter();
  const { client } = useSession();
  const { data: version } = useQuery(serverQueries.version(client));
  const [isAsking, asking] = useDisclosure(false);
  return (
    <>
      <Text size="sm" maw="40ch">
        Quarantined: Synapse hands this file out to nobody.
      </Text>
      <ReasonButton variant="default" whyNot={whyNotBypass(version)} onClick={asking.open}>
        Show it all the same
      </ReasonButton>
      <Modal opened={isAsking} onClose={asking.close} title="Show a quarantined file">
        <Stack>
          <Text size="sm">
            Somebody put this file into quarantine, perhaps because of what it shows. It stays there; only you will see
            it, in this window.
          </Text>
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
                onShow();
              }}
            >
              Show the quarantined file
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function whyNotBypass(version: string | undefined): string | null {
  if (version === undefined) return "It is not known yet whether this version of Synapse can do that.";
  return supports(version, "bypassQuarantine")
    ? null
    : `Synapse hands quarantined files to an admin since version 1.145; this homeserver runs ${version}.`;
}
