import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../lib/paths";
import { deviceJournal } from "../../session/current";
import { ErrorNotice } from "../../ui/error-notice";
import { ReasonButton } from "../../ui/reason-button";
import { describeJournalProblem } from "./describe-journal-problem";

interface DeleteEntryProps {
  readonly id: string;
  /** Why it cannot be deleted now; null where it can. */
  readonly whyNot?: string | null;
  /** What is lost with it, beside the record; null where nothing is. */
  readonly loss?: string | null;
}

/** A button that removes an entry from this device once the admin has confirmed it. */
export function DeleteEntry({ id, whyNot = null, loss = null }: DeleteEntryProps) {
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const removal = useMutation({
    mutationFn: async () => (await deviceJournal()).remove(id),
    networkMode: "always",
    onSuccess: () => navigate(paths.history(), { replace: true }),
  });
  const close = () => {
    if (removal.isPending) return;
    setIsOpen(false);
    removal.reset();
  };
  return (
    <>
      <ReasonButton
        variant="default"
        whyNot={whyNot}
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        Delete this entry
      </ReasonButton>
      <Modal
        opened={isOpen}
        onClose={close}
        title="Delete this entry?"
        centered
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Stack gap="md">
          <Text size="sm">
            Only the record in this browser goes, for good. On the server nothing changes, and receipts that you
            downloaded stay.
          </Text>
          {loss === null ? null : (
            <Text size="sm" fw={600}>
              {loss}
            </Text>
          )}
          {removal.error === null ? null : <ErrorNotice error={describeJournalProblem(removal.error)} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close} data-autofocus>
              Cancel
            </Button>
            <Button
              color="red"
              loading={removal.isPending}
              onClick={() => {
                removal.mutate();
              }}
            >
              Delete this entry
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
