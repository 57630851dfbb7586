import { Button, Group, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { MediaFile } from "../../api/media-page";
import { PickedDeletion } from "../../deletion/picked/picked-deletion";
import { createSelection } from "../../files/selection/selection";
import { SelectionTray } from "../../files/selection/selection-tray";
import type { MediaName } from "../../lib/mxc";
import { lookUpFiles } from "../../sweep/look-up-files";
import { useFormatter } from "../../ui/formatter-context";
import { ProgressBar } from "../../ui/progress-bar";
import { ReasonButton } from "../../ui/reason-button";
import { FilesTable } from "./files-table";
import { deleteFoundText, foundText, leftOutText, lookUpRestText, whyNotDeleteFound } from "./room-words";
import { useRoomFiles } from "./use-room-files";

interface LocalFilesProps {
  readonly roomId: string;
  readonly roomName: string | null;
  readonly names: readonly MediaName[];
  /** When Synapse named them, in ms since 1970. */
  readonly readMs: number;
}

interface Deletion {
  readonly files: readonly MediaFile[];
  /** What is said of those that are not among them. */
  readonly leftOut: string | null;
  readonly isOpen: boolean;
}

/** The local files that a room's events show, looked up one by one, and what can be done with them. */
export function LocalFiles({ roomId, roomName, names, readMs }: LocalFilesProps) {
  const formatter = useFormatter();
  const { files, isReading, wanted, lookUpRest } = useRoomFiles({ names, readMs, lookUp: lookUpFiles });
  const [selection] = useState(createSelection);
  const source = useMemo(() => ({ kind: "room", roomId, name: roomName }) as const, [roomId, roomName]);
  // As they were when the dialog opened; it stays filled while it closes.
  const [deletion, setDeletion] = useState<Deletion>({ files: [], leftOut: null, isOpen: false });
  const done = names.length - files.waiting;
  const text = `${formatter.count(done)} of ${formatter.count(wanted)} looked up`;
  const more = isReading ? null : lookUpRestText(formatter, files, wanted);
  return (
    <Stack gap="sm">
      {isReading ? <ProgressBar label="Looking up files" share={done / Math.max(wanted, 1)} text={text} /> : null}
      <Group justify="space-between" gap="sm">
        <Text component="output" size="sm">
          {isReading ? text : foundText(formatter, files)}
        </Text>
        <Group gap="sm">
          {more === null ? null : (
            <Button variant="default" size="xs" onClick={lookUpRest}>
              {more}
            </Button>
          )}
          <ReasonButton
            variant="outline"
            color="red"
            size="xs"
            leftSection={<IconTrash size={16} aria-hidden />}
            whyNot={whyNotDeleteFound(formatter, files, isReading)}
            onClick={() => {
              setDeletion({ files: files.found, leftOut: leftOutText(formatter, files), isOpen: true });
            }}
          >
            {deleteFoundText(formatter, files)}
          </ReasonButton>
        </Group>
      </Group>
      <FilesTable rows={files.rows} found={files.found} selection={selection} />
      <SelectionTray source={source} selection={selection} />
      <PickedDeletion
        source={source}
        files={deletion.files}
        leftOut={deletion.leftOut}
        opened={deletion.isOpen}
        onClose={() => {
          setDeletion({ ...deletion, isOpen: false });
        }}
      />
    </Stack>
  );
}
