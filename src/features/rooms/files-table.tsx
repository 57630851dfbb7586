import { Anchor, Box } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { MediaFile } from "../../api/media-page";
import { FileName } from "../../files/file-name";
import { FileStates } from "../../files/file-states";
import { LastUsed } from "../../files/look/last-used";
import type { Selection } from "../../files/selection/selection";
import { TickFile, TickFiles } from "../../files/selection/tick-box";
import { paths } from "../../lib/paths";
import { createStore } from "../../lib/store";
import { Bytes } from "../../ui/bytes";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/data-table";
import { Timestamp } from "../../ui/timestamp";
import { UserText } from "../../ui/user-text";
import { LookedUpState } from "./looked-up-state";
import type { RoomRow } from "./room-files";

interface FilesTableProps {
  readonly rows: readonly RoomRow<MediaFile>[];
  /** Those of them that are known to exist: only these can be ticked. */
  readonly found: readonly MediaFile[];
  readonly selection: Selection;
}

/** The local files of a room, dead ones included. */
export function FilesTable({ rows, found, selection }: FilesTableProps) {
  const [lastTicked] = useState(() => createStore<string | null>(null));
  const columns = useMemo(() => {
    const list = { files: found, selection };
    const box: Column<RoomRow<MediaFile>> = {
      key: "select",
      header: "Select",
      headerContent: <TickFiles label="Select all found" {...list} />,
      width: "3rem",
      render: onlyFound((file) => <TickFile file={file} lastTicked={lastTicked} {...list} />),
    };
    return [box, nameColumn, ...factColumns];
  }, [found, selection, lastTicked]);
  return <DataTable label="Files of this server" rows={rows} rowKey={({ mxc }) => mxc} columns={columns} />;
}

/** Nothing for what is gone or not known yet. */
const onlyFound =
  (render: (file: MediaFile) => ReactNode) =>
  ({ known }: RoomRow<MediaFile>): ReactNode =>
    known?.what === "found" ? render(known.file) : null;

const nameColumn: Column<RoomRow<MediaFile>> = {
  key: "name",
  header: "Name",
  render: ({ mxc, name, known }) => (
    <Anchor component={Link} to={paths.lookupMedia(mxc)} inherit>
      {known?.what === "found" ? <FileName file={known.file} /> : <UserText text={name.mediaId} />}
    </Anchor>
  ),
};

const factColumns: readonly Column<RoomRow<MediaFile>>[] = [
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
    render: onlyFound(({ sizeBytes }) => <Bytes value={sizeBytes} none="none yet" />),
  },
  {
    key: "owner",
    header: "Owner",
    visibleFrom: "md",
    render: onlyFound(({ userId }) => (
      <Anchor component={Link} to={paths.user(userId)} inherit>
        <UserText text={userId} none="unknown" />
      </Anchor>
    )),
  },
  {
    key: "uploaded",
    header: "Uploaded",
    visibleFrom: "lg",
    width: "10.5rem",
    render: onlyFound(({ createdMs }) => <Timestamp ms={createdMs} />),
  },
  {
    key: "used",
    header: "Last used",
    visibleFrom: "md",
    width: "10.5rem",
    render: ({ name, known }) =>
      known?.what === "found" ? <LastUsed file={{ ...known.file, serverName: name.serverName }} /> : null,
  },
  {
    key: "state",
    header: "State",
    width: "8rem",
    render: ({ known }) => (
      // On a phone the names are cut rather than these words.
      <Box miw="7rem">
        <LookedUpState known={known} gone="Gone already">
          {(file) => <FileStates file={file} />}
        </LookedUpState>
      </Box>
    ),
  },
];
