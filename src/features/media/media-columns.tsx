import { VisuallyHidden } from "@mantine/core";
import type { MediaFile } from "../../api/media-page";
import type { Store } from "../../lib/store";
import { Bytes } from "../../ui/bytes";
import type { Column } from "../../ui/column";
import { Timestamp } from "../../ui/timestamp";
import { UserText } from "../../ui/user-text";
import { FileCell } from "../../files/file-cell";
import { FileName } from "../../files/file-name";
import { FileStates } from "../../files/file-states";
import { LastUsed } from "../../files/look/last-used";
import { NarrowName } from "./narrow-name";
import { RowActions } from "./row-actions";
import type { Selection } from "../../files/selection/selection";
import { TickFile, TickFiles } from "../../files/selection/tick-box";
import classes from "../../files/file.module.css";

export interface MediaColumnsOptions {
  /** The files on the page, which the box in the header ticks. */
  readonly files: readonly MediaFile[];
  /** The homeserver that they were uploaded to. */
  readonly serverName: string;
  readonly selection: Selection;
  /** The media ID of the file that was ticked or unticked last. */
  readonly lastTicked: Store<string | null>;
  /** No room for a column each: type, dates and state stand below the name. */
  readonly isNarrow: boolean;
  /** Details stand beside the list and tell what it leaves out. */
  readonly isSqueezed: boolean;
  readonly onDetails: (file: MediaFile) => void;
  readonly onDelete: (file: MediaFile) => void;
}

/** The columns of a user's media. */
export function mediaColumns(options: MediaColumnsOptions): readonly Column<MediaFile>[] {
  const { isNarrow, isSqueezed, serverName, onDetails } = options;
  const name: Column<MediaFile> = {
    key: "name",
    header: "Name",
    isSortable: true,
    render: (file) => {
      const cell = (
        <FileCell file={file} serverName={serverName} onDetails={onDetails}>
          <FileName file={file} />
        </FileCell>
      );
      return isNarrow ? <NarrowName file={file} serverName={serverName} cell={cell} /> : cell;
    },
  };
  const size: Column<MediaFile> = {
    key: "size",
    header: "Size",
    isSortable: true,
    align: "end",
    width: "6rem",
    render: ({ sizeBytes }) => <Bytes value={sizeBytes} none="none yet" />,
  };
  const [box, actions] = [boxColumn(options), actionsColumn(options)];
  if (isNarrow) return [box, name, size, actions];
  const between = wideColumns(size, serverName).filter(({ key }) => !isSqueezed || !toldBeside.has(key));
  return [box, name, ...between, actions];
}

/** Left out of the list while the details beside it take their room. */
const toldBeside: ReadonlySet<string> = new Set(["type", "uploaded", "state"]);

const wideColumns = (size: Column<MediaFile>, serverName: string): readonly Column<MediaFile>[] => [
  {
    key: "type",
    header: "Type",
    isSortable: true,
    width: "9rem",
    render: ({ type }) => (
      <div className={classes["cut"]}>
        <UserText text={type} none="unknown" />
      </div>
    ),
  },
  size,
  {
    key: "uploaded",
    header: "Uploaded",
    isSortable: true,
    width: "10.5rem",
    render: ({ createdMs }) => <Timestamp ms={createdMs} />,
  },
  {
    key: "used",
    header: "Last used",
    isSortable: true,
    width: "10.5rem",
    render: ({ mediaId, lastAccessMs }) => <LastUsed file={{ serverName, mediaId, lastAccessMs }} />,
  },
  { key: "state", header: "State", width: "7.5rem", render: (file) => <FileStates file={file} /> },
];

const boxColumn = ({ files, selection, lastTicked }: MediaColumnsOptions): Column<MediaFile> => ({
  key: "select",
  header: "Select",
  headerContent: <TickFiles label="Select all on this page" files={files} selection={selection} />,
  width: "3rem",
  render: (file) => <TickFile file={file} files={files} selection={selection} lastTicked={lastTicked} />,
});

const actionsColumn = ({ isNarrow, onDetails, onDelete }: MediaColumnsOptions): Column<MediaFile> => ({
  key: "actions",
  header: "Actions",
  headerContent: <VisuallyHidden>Actions</VisuallyHidden>,
  align: "end",
  width: isNarrow ? "3.5rem" : "5rem",
  render: (file) => <RowActions file={file} onDetails={onDetails} onDelete={onDelete} />,
});
