import { Button, Group, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { MediaFile } from "../../api/media-page";
import { PickedDeletion } from "../../deletion/picked/picked-deletion";
import { createSelection } from "../../files/selection/selection";
import { SelectionTray } from "../../files/selection/selection-tray";
import type { MediaName } from "../../lib/mxc";
import { useFormatter } from "../../ui/formatter-context";
import { ProgressBar } from "../../ui/progress-bar";
import { ReasonButton } from "../../ui/reason-button";
import { FilesTable } from "./files-table";
import { foundText } from "./room-words";
import { BY_ITSELF, useRoomFiles } from "./use-room-files";

interface LocalFilesProps {
  readonly roomId: string;
  readonly roomName: string | null;
  readonly names: readonly MediaName[];
}

interface Deletion {
  readonly files: readonly MediaFile[];
  readonly isOpen: boolean;
}

/** The local files that a room's events show, looked up one by one, and what can be done with them. */
export function LocalFiles({ roomId, roomName, names }: LocalFilesProps) {
  const formatter = useFormatter();
  const { files, isReading, lookUpAll } = useRoomFiles(names);
  const [selection] = useState(createSelection);
  const source = useMemo(() => ({ kind: "room", roomId, name: roomName }) as const, [roomId, roomName]);
  // As they were when the dialog opened; it stays filled while it closes.
  const [deletion, setDeletion] = useState<Deletion>({ files: [], isOpen: false });
  const all = Math.min(names.length, lookUpAll === null ? names.length : BY_ITSELF);
  const done = names.length - files.waiting;
  const text = `${formatter.count(done)} of ${formatter.count(all)} looked up`;
  return (
    <Stack gap="sm">
      {isReading ? <ProgressBar label="Looking up files" share={done / Math.max(all, 1)} text={text} /> : null}
      <Group justify="space-between" gap="sm">
        <Text component="output" size="sm">
          {isReading ? text : foundText(formatter, files)}
        </Text>
        <Group gap="sm">
          {lookUpAll === null ? null : (
            <Button variant="default" size="xs" onClick={lookUpAll}>
              {`Look up all ${formatter.count(names.length)} files`}
            </Button>
          )}
          <ReasonButton
            variant="outline"
            color="red"
            size="xs"
            leftSection={<IconTrash size={16} aria-hidden />}
            whyNot={whyNotAll(isReading, files.found.length)}
            onClick={() => {
              setDeletion({ files: files.found, isOpen: true });
            }}
          >
            Delete the local files
          </ReasonButton>
        </Group>
      </Group>
      <FilesTable rows={files.rows} found={files.found} selection={selection} />
      <SelectionTray source={source} selection={selection} />
      <PickedDeletion
        source={source}
        files={deletion.files}
        opened={deletion.isOpen}
        onClose={() => {
          setDeletion({ ...deletion, isOpen: false });
        }}
      />
    </Stack>
  );
}

/** Why not all local files can be deleted now. */
function whyNotAll(isReading: boolean, found: number): string | null {
  if (isReading) return "The files are being looked up. Wait for the end.";
  return found === 0 ? "There is nothing to delete: none of these files exists any more." : null;
}
