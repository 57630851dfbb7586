import { Stack } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { MediaFile } from "../../api/media-page";
import { PickedDeletion } from "../../deletion/picked/picked-deletion";
import { createSelection } from "../../files/selection/selection";
import { SelectionTray } from "../../files/selection/selection-tray";
import type { MediaName } from "../../lib/mxc";
import { lookUpFiles } from "../../sweep/look-up-files";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import { FilesTable } from "./files-table";
import { LookUpHead } from "./look-up-head";
import { deleteFoundText, leftOutText, whyNotDeleteFound } from "./room-words";
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
  const lookUp = useRoomFiles({ names, readMs, lookUp: lookUpFiles });
  const { files, isReading } = lookUp;
  const [selection] = useState(createSelection);
  const source = useMemo(() => ({ kind: "room", roomId, name: roomName }) as const, [roomId, roomName]);
  // As they were when the dialog opened; it stays filled while it closes.
  const [deletion, setDeletion] = useState<Deletion>({ files: [], leftOut: null, isOpen: false });
  return (
    <Stack gap="sm">
      <LookUpHead label="Looking up files" lookUp={lookUp} goneWord="gone already">
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
      </LookUpHead>
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
