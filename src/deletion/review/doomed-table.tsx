import { useMemo, useRef } from "react";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/column";
import type { RowSource } from "../../ui/row-source";
import { TickBox } from "../../ui/tick-box";
import { fileColumns, nameOf } from "../parts/file-columns";
import type { FileSort } from "../parts/file-sort";
import { RowCheckbox } from "../parts/row-checkbox";
import { gapOf, rangeTo } from "../parts/shift-range";
import type { Gap } from "../parts/shift-range";
import { keyOfRow } from "./file-rows";
import type { FileRow } from "./file-rows";

export interface DoomedTableProps {
  readonly files: RowSource<FileRow>;
  /** The same files by their rows. */
  readonly rows: Uint32Array;
  /** Null where the files stand as they were found. */
  readonly sort: FileSort | null;
  readonly onSort: (key: string) => void;
  readonly onTakeOut: (rows: Iterable<number>) => void;
}

const tells = fileColumns<FileRow>(({ file }) => file);

/** What goes; a row that is unticked moves over to what is kept. */
export function DoomedTable({ files, rows, sort, onSort, onTakeOut }: DoomedTableProps) {
  const gap = useRef<Gap | null>(null);
  const columns = useMemo((): readonly Column<FileRow>[] => {
    const select: Column<FileRow> = {
      key: "select",
      header: "Select",
      width: "2.5rem",
      headerContent: (
        <TickBox
          label="Delete all files shown"
          isTicked
          onTick={() => {
            onTakeOut(rows);
          }}
        />
      ),
      render: ({ file }, index) => (
        <RowCheckbox
          label={`Delete ${nameOf(file)}`}
          isChecked
          onToggle={(isShift) => {
            const keyAt = (position: number) => rows[position]?.toString();
            const range = rangeTo(index, isShift ? gap.current : null, keyAt);
            gap.current = gapOf(range, keyAt);
            onTakeOut(rows.subarray(range.first, range.end));
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
      rowKey={keyOfRow}
      columns={columns}
      sort={sort ?? undefined}
      onSort={onSort}
      maxHeight="max(24rem, 60vh)"
    />
  );
}
