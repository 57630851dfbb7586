import { Box, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { CachedFile } from "../../api/media-info";
import { FileStates } from "../../files/file-states";
import { LastUsed } from "../../files/look/last-used";
import type { MediaName } from "../../lib/mxc";
import { lookUpCopies } from "../../sweep/look-up-files";
import { Bytes } from "../../ui/bytes";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/data-table";
import { UserText } from "../../ui/user-text";
import { LookUpHead } from "./look-up-head";
import { LookedUpState } from "./looked-up-state";
import { mxcColumn } from "./media-names";
import type { RoomRow } from "./room-files";
import { useRoomFiles } from "./use-room-files";

interface RemoteFilesProps {
  readonly names: readonly MediaName[];
  /** When Synapse named them, in ms since 1970. */
  readonly readMs: number;
}

/** The files of other servers that a room's events show, each with what Synapse knows of its copy. */
export function RemoteFiles({ names, readMs }: RemoteFilesProps) {
  const lookUp = useRoomFiles({ names, readMs, lookUp: lookUpCopies });
  return (
    <Stack gap="sm">
      <LookUpHead label="Looking up copies" lookUp={lookUp} goneWord="without a copy here" />
      <DataTable label="Files of other servers" rows={lookUp.files.rows} rowKey={({ mxc }) => mxc} columns={columns} />
    </Stack>
  );
}

type Row = RoomRow<CachedFile>;

const onlyFound =
  (render: (file: CachedFile) => ReactNode) =>
  ({ known }: Row): ReactNode =>
    known?.what === "found" ? render(known.file) : null;

const columns: readonly Column<Row>[] = [
  { ...mxcColumn, render: ({ name }) => mxcColumn.render(name) },
  {
    key: "name",
    header: "Name",
    visibleFrom: "lg",
    render: onlyFound(({ name }) => <UserText text={name} none="–" />),
  },
  {
    key: "type",
    header: "Type",
    visibleFrom: "lg",
    render: onlyFound(({ type }) => <UserText text={type} none="unknown" />),
  },
  {
    key: "size",
    header: "Size",
    align: "end",
    width: "6rem",
    visibleFrom: "sm",
    render: onlyFound(({ sizeBytes }) => <Bytes value={sizeBytes} />),
  },
  {
    key: "used",
    header: "Last used",
    visibleFrom: "md",
    width: "10.5rem",
    render: onlyFound((file) => <LastUsed file={file} />),
  },
  {
    key: "state",
    header: "State",
    width: "8rem",
    render: ({ known }) => (
      <Box miw="7rem">
        <LookedUpState known={known} gone="No copy here">
          {(file) => <FileStates file={{ ...file, ...NEVER_OF_COPIES }} />}
        </LookedUpState>
      </Box>
    ),
  },
];

/** States that Synapse keeps of its own users' files alone. */
const NEVER_OF_COPIES = { userId: "", isProtected: false, isUrlPreview: false, urlPreviewOf: null } as const;
