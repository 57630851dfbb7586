import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useSession } from "../queries/use-session";
import { ErrorNotice } from "../ui/error-notice";
import { RunWarning } from "./run-warning";
import { useRunStatus } from "./use-run-status";
import { useSignOut } from "./use-sign-out";
import type { Reach } from "./use-sign-out";

interface SignOutDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/**
 * Asks how to sign out. The token stays valid unless the admin says otherwise: a pasted one belongs to another device,
 * which would be signed out with it.
 */
export function SignOutDialog({ isOpen, onClose }: SignOutDialogProps) {
  const { client } = useSession();
  const runStatus = useRunStatus();
  const [reach, setReach] = useState<Reach>("here");
  const { progress, signOut, reset } = useSignOut(client);
  const isBusy = progress.step === "stopping" || progress.step === "revoking";
  const close = () => {
    if (isBusy) return;
    reset();
    onClose();
  };
  return (
    <Modal opened={isOpen} onClose={close} title="Sign out">
      <Stack>
        <RunWarning />
        <ReachChoice value={reach} onChange={setReach} />
        {progress.step === "failed" ? <ErrorNotice error={progress.problem} /> : null}
        {progress.step === "stopping" && runStatus === "running" ? (
          <Text component="output" size="sm">
            Waiting for the server to finish what was already asked of it.
          </Text>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} disabled={isBusy}>
            Cancel
          </Button>
          <Button loading={isBusy} onClick={() => void signOut(reach)}>
            Sign out
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface ReachChoiceProps {
  readonly value: Reach;
  readonly onChange: (reach: Reach) => void;
}

function ReachChoice({ value, onChange }: ReachChoiceProps) {
  return (
    <Radio.Group
      label="What happens to the access token?"
      value={value}
      onChange={(chosen) => {
        onChange(chosen === "server" ? "server" : "here");
      }}
    >
      <Stack gap="sm" mt="xs">
        <Radio
          value="here"
          label="Only forget it here"
          description="It stays valid, for instance in the app you copied it from."
        />
        <Radio
          value="server"
          label="Also sign that device out on the server"
          description="The token becomes invalid, and the app you copied it from is signed out as well."
        />
      </Stack>
    </Radio.Group>
  );
}
