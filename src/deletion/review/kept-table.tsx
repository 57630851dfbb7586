import { useMemo } from "react";
import type { RowSet } from "../../sweep/row-set";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/column";
import type { RowSource } from "../../ui/row-source";
import { TickBox } from "../../ui/tick-box";
import { fileColumns, nameOf } from "../parts/file-columns";
import type { FileSort } from "../parts/file-sort";
import { ReasonCell } from "../parts/reason-cell";
import { RowCheckbox } from "../parts/row-checkbox";
import { keyOfRow } from "./file-rows";
import type { KeptRow } from "./file-rows";

export interface KeptTableProps {
  readonly files: RowSource<KeptRow>;
  /** The same files by their rows. */
  readonly rows: Uint32Array;
  /** What the admin took out. */
  readonly unticked: RowSet;
  /** Null where the files stand as they were found. */
  readonly sort: FileSort | null;
  readonly onSort: (key: string) => void;
  readonly onPutBack: (rows: Iterable<number>) => void;
}

const [name, ...tells] = fileColumns<KeptRow>(({ file }) => file);
const why: Column<KeptRow> = {
  key: "reason",
  header: "Reason",
  width: "12.5rem",
  render: ({ reason }) => <ReasonCell reason={reason} />,
};

/** The reason stands beside the name: on a narrow screen the rest has to be scrolled to. */
const columnsBesideSelect: readonly Column<KeptRow>[] = [...(name === undefined ? [] : [name]), why, ...tells];

/** What matches and stays, each file with its reason. Only those the admin took out can be put back here. */
export function KeptTable({ files, rows, unticked, sort, onSort, onPutBack }: KeptTableProps) {
  const columns = useMemo((): readonly Column<KeptRow>[] => {
    if (unticked.size === 0) return columnsBesideSelect;
    const select: Column<KeptRow> = {
      key: "select",
      header: "Select",
      width: "2.5rem",
      headerContent: (
        <TickBox
          label="Put back all files taken out by you"
          isTicked={false}
          onTick={() => {
            onPutBack(rows.filter((row) => unticked.has(row)));
          }}
        />
      ),
      render: ({ row, file }) =>
        unticked.has(row) ? (
          <RowCheckbox
            label={`Delete ${nameOf(file)}`}
            isChecked={false}
            onToggle={() => {
              onPutBack([row]);
            }}
          />
        ) : null,
    };
    return [select, ...columnsBesideSelect];
  }, [rows, unticked, onPutBack]);
  return (
    <DataTable
      label="Kept"
      rows={files}
      rowKey={keyOfRow}
      columns={columns}
      sort={sort ?? undefined}
      onSort={onSort}
      maxHeight="30rem"
    />
  );
}
