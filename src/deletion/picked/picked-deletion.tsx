import { Alert, Modal } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { MediaFile } from "../../api/media-page";
import { forgetPickedReview } from "../../session/current";
import type { HandPicked } from "../../sweep/plan";
import { PickedReview } from "./picked-review";

export interface PickedDeletionProps {
  readonly source: HandPicked;
  /** As they stand on the list they were picked from. */
  readonly files: readonly MediaFile[];
  /** Of what could not be picked though it may be expected among them; null where there is nothing to say. */
  readonly leftOut?: string | null;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onStarted?: (() => void) | undefined;
}

/** Reviews and confirms files that were picked by hand, in one dialog. */
export function PickedDeletion({ source, files, leftOut = null, opened, onClose, onStarted }: PickedDeletionProps) {
  const close = () => {
    forgetPickedReview();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Delete the selected files"
      size="xl"
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {leftOut === null ? null : (
        <Alert color="yellow" role="note" icon={<IconInfoCircle aria-hidden />} mb="md">
          {leftOut}
        </Alert>
      )}
      {opened ? <PickedReview source={source} files={files} onCancel={close} onStarted={onStarted} /> : null}
    </Modal>
  );
}
