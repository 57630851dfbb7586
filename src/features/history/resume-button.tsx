import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ButtonProps } from "@mantine/core";
import { useState } from "react";
import type { RunHeader } from "../../session/journal-entry";
import { Timestamp } from "../../ui/timestamp";

interface ResumeButtonProps extends Pick<ButtonProps, "loading" | "disabled"> {
  readonly run: Pick<RunHeader, "engine" | "source" | "startedMs">;
  readonly onResume: () => void;
}

/** Goes on with a run. Where that takes files that nobody reviewed, it asks first. */
export function ResumeButton({ run, onResume, ...props }: ResumeButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const close = () => {
    setIsAsking(false);
  };
  return (
    <>
      <Button
        {...props}
        onClick={() => {
          if (run.engine === "whole-user") setIsAsking(true);
          else onResume();
        }}
      >
        Resume
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title="Delete everything this user has now?"
        centered
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Stack gap="md">
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            Synapse deletes whatever it lists for{" "}
            {run.source.kind === "user" ? <bdi>{run.source.userId}</bdi> : "this user"}, also what was uploaded since{" "}
            <Timestamp ms={run.startedMs} />. Nobody has reviewed that.
          </Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close} data-autofocus>
              Cancel
            </Button>
            <Button
              color="red"
              onClick={() => {
                close();
                onResume();
              }}
            >
              Resume
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
