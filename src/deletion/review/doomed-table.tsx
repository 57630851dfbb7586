import { Checkbox } from "@mantine/core";
import { useMemo } from "react";
import { DataTable } from "../../ui/data-table";
import type { Column, RowSource } from "../../ui/data-table";
import { fileColumns, nameOf } from "../parts/file-columns";
import type { FileSort } from "../parts/file-sort";
import { RowCheckbox } from "../parts/row-checkbox";
import type { FileRow } from "./file-rows";

export interface DoomedTableProps {
  readonly files: RowSource<FileRow>;
  /** The same files by their rows. */
  readonly rows: Uint32Array;
  readonly sort: FileSort;
  readonly onSort: (key: string) => void;
  readonly onTakeOut: (rows: Iterable<number>) => void;
}

const keyOf = ({ row }: FileRow): string => String(row);
const tells = fileColumns<FileRow>(({ file }) => file);

/** What goes; a row that is unticked moves over to what is kept. */
export function DoomedTable({ files, rows, sort, onSort, onTakeOut }: DoomedTableProps) {
  const columns = useMemo((): readonly Column<FileRow>[] => {
    const select: Column<FileRow> = {
      key: "select",
      header: "Select",
      width: "2.5rem",
      headerContent: (
        <Checkbox
          aria-label="Delete all files shown"
          checked
          onChange={() => {
            onTakeOut(rows);
          }}
        />
      ),
      render: ({ row, file }) => (
        <RowCheckbox
          label={`Delete ${nameOf(file)}`}
          isChecked
          onToggle={() => {
            onTakeOut([row]);
          }}
        />
      ),
    };
    return [select, ...tells];
  }, [rows, onTakeOut]);
  return (
    <DataTable
      label="Files to delete"
      rows={files}
      rowKey={keyOf}
      columns={columns}
      sort={sort}
      onSort={onSort}
      maxHeight="max(24rem, 60vh)"
    />
  );
}
