import { Checkbox } from "@mantine/core";
import { useMemo } from "react";
import type { KeptFile } from "../../sweep/plan";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { fileColumns, nameOf } from "../parts/file-columns";
import { ReasonCell } from "../parts/reason-cell";
import { RowCheckbox } from "../parts/row-checkbox";
import type { FileSort } from "../parts/sort-files";

export interface KeptTableProps {
  readonly kept: readonly KeptFile[];
  readonly sort: FileSort;
  readonly onSort: (key: string) => void;
  readonly onPutBack: (mediaIds: readonly string[]) => void;
}

const keyOf = ({ file }: KeptFile): string => file.mediaId;
const isTakenOut = ({ reason }: KeptFile): boolean => reason.kind === "unticked";
const [name, ...tells] = fileColumns<KeptFile>(({ file }) => file);
const why: Column<KeptFile> = {
  key: "reason",
  header: "Reason",
  width: "12.5rem",
  render: ({ reason }) => <ReasonCell reason={reason} />,
};

/** The reason stands beside the name: on a narrow screen the rest has to be scrolled to. */
const columnsBesideSelect: readonly Column<KeptFile>[] = [...(name === undefined ? [] : [name]), why, ...tells];

/** What matches and stays, each file with its reason. Only those the admin took out can be put back here. */
export function KeptTable({ kept, sort, onSort, onPutBack }: KeptTableProps) {
  const columns = useMemo((): readonly Column<KeptFile>[] => {
    const takenOut = kept.filter(isTakenOut).map(keyOf);
    if (takenOut.length === 0) return columnsBesideSelect;
    const select: Column<KeptFile> = {
      key: "select",
      header: "Select",
      width: "2.5rem",
      headerContent: (
        <Checkbox
          aria-label="Put back all files taken out by you"
          checked={false}
          onChange={() => {
            onPutBack(takenOut);
          }}
        />
      ),
      render: (row) =>
        isTakenOut(row) ? (
          <RowCheckbox
            label={`Delete ${nameOf(row.file)}`}
            isChecked={false}
            onToggle={() => {
              onPutBack([row.file.mediaId]);
            }}
          />
        ) : null,
    };
    return [select, ...columnsBesideSelect];
  }, [kept, onPutBack]);
  return (
    <DataTable
      label="Kept"
      rows={kept}
      rowKey={keyOf}
      columns={columns}
      sort={sort}
      onSort={onSort}
      maxHeight="30rem"
    />
  );
}
