import { Alert, CloseButton, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { MediaFile } from "../../api/media-page";
import { ReasonButton } from "../../ui/reason-button";
import { FileActions } from "../act/file-actions";
import { labelOf } from "../file-words";
import { DownloadButton } from "../look/download-button";
import { lookFileOf } from "../look/look-file";
import { LookPanel } from "../look/look-panel";
import { FileFacts } from "./file-facts";
import type { Neighbours } from "./neighbours";
import type { Doubt } from "./use-opened-file";
import classes from "./details.module.css";

interface DetailsPanelProps {
  readonly file: MediaFile;
  /** Why this may not be true any more; null where it is as Synapse tells it. */
  readonly doubt: Doubt | null;
  /** The homeserver that the file was uploaded to. */
  readonly serverName: string;
  readonly neighbours: Neighbours;
  readonly onOpen: (file: MediaFile) => void;
  readonly onClose: () => void;
}

/** Everything that is known of one file, and the file itself once it is asked for. */
export function DetailsPanel({ file, doubt, serverName, neighbours, onOpen, onClose }: DetailsPanelProps) {
  const { previous, next, whyNotPrevious, whyNotNext } = neighbours;
  const look = lookFileOf(file, serverName);
  const step = (to: MediaFile | null) => () => {
    if (to !== null) onOpen(to);
  };
  return (
    <Stack gap="md">
      <div className={classes["head"]}>
        <Text fw={600} className={classes["title"] ?? ""}>
          Details of <bdi>{labelOf(file)}</bdi>
        </Text>
        <Group gap={4} wrap="nowrap">
          <StepButton label="Previous file" whyNot={whyNotPrevious} onClick={step(previous)}>
            <IconChevronUp size={18} aria-hidden />
          </StepButton>
          <StepButton label="Next file" whyNot={whyNotNext} onClick={step(next)}>
            <IconChevronDown size={18} aria-hidden />
          </StepButton>
          <CloseButton aria-label="Close details" title="Close details" onClick={onClose} />
        </Group>
      </div>
      {doubt === null ? null : (
        <Alert color="yellow" role="note" icon={<IconAlertTriangle aria-hidden />} title={doubts[doubt].title}>
          {doubts[doubt].advice}
        </Alert>
      )}
      <LookPanel key={file.mediaId} file={look} label={labelOf(file)} />
      <DownloadButton key={`download ${file.mediaId}`} file={look} />
      {doubt === null ? <FileActions key={`act ${file.mediaId}`} file={{ ...file, serverName }} /> : null}
      <FileFacts file={file} serverName={serverName} />
    </Stack>
  );
}

const doubts: Readonly<Record<Doubt, { readonly title: string; readonly advice: string }>> = {
  gone: {
    title: "Synapse knows this file no more",
    advice: "It was deleted. What stands below is what was known of it before.",
  },
  "not-known": {
    title: "As it was before",
    advice:
      "This file is not in the list shown any more, so what stands below may have changed since. Find it in the list again to see it as it is and to act on it.",
  },
};

interface StepButtonProps {
  readonly label: string;
  readonly whyNot: string | null;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

const StepButton = ({ label, whyNot, onClick, children }: StepButtonProps) => (
  <ReasonButton variant="default" size="xs" px={6} aria-label={label} title={label} whyNot={whyNot} onClick={onClick}>
    {children}
  </ReasonButton>
);
