import type { ListedFile } from "../../sweep/inventory";
import { Bytes } from "../../ui/bytes";
import type { Column } from "../../ui/column";
import { Timestamp } from "../../ui/timestamp";
import { UserText } from "../../ui/user-text";
import classes from "./file-columns.module.css";

/** The name of a file, or its ID where it has none: encrypted uploads mostly have no name. */
export function FileName({ file }: { readonly file: Pick<ListedFile, "name" | "mediaId"> }) {
  return (
    <UserText
      text={file.name}
      none={
        <span className={classes["id"]} title={file.mediaId}>
          {file.mediaId}
        </span>
      }
    />
  );
}

/** How a file is called in the name of a control. */
export const nameOf = (file: Pick<ListedFile, "name" | "mediaId">): string => file.name ?? file.mediaId;

/** The columns that tell a file, in every table of the wizard. */
export function fileColumns<Row>(fileOf: (row: Row) => ListedFile): readonly Column<Row>[] {
  return [
    {
      key: "name",
      header: "Name",
      isSortable: true,
      render: (row) => (
        <span className={classes["name"]}>
          <FileName file={fileOf(row)} />
        </span>
      ),
    },
    {
      key: "owner",
      header: "Owner",
      isSortable: true,
      visibleFrom: "md",
      width: "13rem",
      render: (row) => (
        <span className={classes["owner"]}>
          <UserText text={fileOf(row).userId} />
        </span>
      ),
    },
    {
      key: "type",
      header: "Type",
      isSortable: true,
      visibleFrom: "md",
      width: "9rem",
      render: (row) => (
        <span className={classes["type"]}>
          <UserText text={fileOf(row).type} none="unknown" />
        </span>
      ),
    },
    {
      key: "size",
      header: "Size",
      isSortable: true,
      align: "end",
      width: "6rem",
      render: (row) => <Bytes value={fileOf(row).sizeBytes} none="unfinished" />,
    },
    {
      key: "uploaded",
      header: "Uploaded",
      isSortable: true,
      align: "end",
      visibleFrom: "md",
      width: "10.5rem",
      render: (row) => <Timestamp ms={fileOf(row).createdMs} />,
    },
    {
      key: "last-used",
      header: "Last used",
      isSortable: true,
      align: "end",
      visibleFrom: "sm",
      width: "10.5rem",
      render: (row) => <Timestamp ms={fileOf(row).lastAccessMs} none="never" />,
    },
  ];
}
