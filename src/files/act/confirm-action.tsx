import { Button, Group, List, Modal, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useStore } from "../../queries/use-session";
import { calmActions } from "../../session/current";
import { ReasonButton } from "../../ui/reason-button";

export interface ConfirmActionProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What it will do and what not, each in a sentence. */
  readonly facts: readonly string[];
  /** Why it cannot be done; null where it can. */
  readonly whyNot: string | null;
  /** What the button says that does it. */
  readonly label: string;
  readonly onConfirm: () => void;
  /** Between the facts and the buttons. */
  readonly children?: ReactNode;
}

/** Asks before an action, with what it does spelled out. There is one action at a time. */
export function ConfirmAction(props: ConfirmActionProps) {
  const { opened, onClose, title, facts, whyNot, label, onConfirm, children } = props;
  const isBusy = useStore(calmActions).status === "running";
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="lg"
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <List spacing="xs" size="sm">
          {facts.map((fact) => (
            <List.Item key={fact}>{fact}</List.Item>
          ))}
        </List>
        {children}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <ReasonButton whyNot={whyNot ?? (isBusy ? BUSY : null)} onClick={onConfirm}>
            {label}
          </ReasonButton>
        </Group>
      </Stack>
    </Modal>
  );
}

const BUSY = "Another action is under way. There is only one at a time: wait for its end, or stop it.";
