import { Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useState } from "react";
import { useStore } from "../../queries/use-session";
import { NOTICE_SETTING, goOnLooking, waitingLook } from "./look-consent";

/** Says, before content is fetched for the first time, what that does. */
export function LookNotice({ zIndex }: { readonly zIndex: number }) {
  const isOpen = useStore(waitingLook) !== null;
  const [isOff, setOff] = useState(false);
  const [, setSilenced] = useLocalStorage<boolean>({ ...NOTICE_SETTING });
  return (
    <Modal
      opened={isOpen}
      onClose={() => {
        waitingLook.set(null);
      }}
      title="Looking counts as use"
      zIndex={zIndex}
    >
      <Stack>
        <Text size="sm">
          To show or download a file, the homeserver has to hand it out. Synapse counts that as use: within a minute it
          records the file as last used now.
        </Text>
        <Text size="sm">
          A clean-up by date and the server’s own retention will keep the file that much longer. Lists that were
          reviewed before keep the time they had, and this page goes on showing it.
        </Text>
        <Checkbox
          label="Don’t tell me again on this device"
          checked={isOff}
          onChange={(event) => {
            setOff(event.currentTarget.checked);
          }}
        />
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              waitingLook.set(null);
            }}
          >
            Cancel
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              if (isOff) setSilenced(true);
              goOnLooking();
            }}
          >
            Go on
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
