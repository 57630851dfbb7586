import { CloseButton, Group, Stack, Text } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
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
import classes from "./details.module.css";

interface DetailsPanelProps {
  readonly file: MediaFile;
  /** The homeserver that the file was uploaded to. */
  readonly serverName: string;
  readonly neighbours: Neighbours;
  readonly onOpen: (file: MediaFile) => void;
  readonly onClose: () => void;
}

/** Everything that is known of one file, and the file itself once it is asked for. */
export function DetailsPanel({ file, serverName, neighbours, onOpen, onClose }: DetailsPanelProps) {
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
      <LookPanel key={file.mediaId} file={look} label={labelOf(file)} />
      <DownloadButton key={`download ${file.mediaId}`} file={look} />
      <FileActions key={`act ${file.mediaId}`} file={{ ...file, serverName }} />
      <FileFacts file={file} serverName={serverName} />
    </Stack>
  );
}

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
