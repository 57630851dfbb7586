import { Checkbox } from "@mantine/core";
import { useMemo, useRef } from "react";
import type { MediaFile } from "../../api/media-page";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { fileColumns, nameOf } from "../parts/file-columns";
import { RowCheckbox } from "../parts/row-checkbox";
import { gapOf, rangeTo } from "../parts/shift-range";
import type { Gap } from "../parts/shift-range";
import type { FileSort } from "../parts/sort-files";

export interface DoomedTableProps {
  readonly files: readonly MediaFile[];
  readonly sort: FileSort;
  readonly onSort: (key: string) => void;
  readonly onTakeOut: (mediaIds: readonly string[]) => void;
}

const keyOf = (file: MediaFile): string => file.mediaId;
const tells = fileColumns<MediaFile>((file) => file);

/** What goes; a row that is unticked moves over to what is kept. */
export function DoomedTable({ files, sort, onSort, onTakeOut }: DoomedTableProps) {
  const gap = useRef<Gap | null>(null);
  const columns = useMemo((): readonly Column<MediaFile>[] => {
    const select: Column<MediaFile> = {
      key: "select",
      header: "Select",
      width: "2.5rem",
      headerContent: (
        <Checkbox
          aria-label="Delete all files shown"
          checked
          onChange={() => {
            onTakeOut(files.map(keyOf));
          }}
        />
      ),
      render: (file, index) => (
        <RowCheckbox
          label={`Delete ${nameOf(file)}`}
          isChecked
          onToggle={(isShift) => {
            const keyAt = (position: number) => files.at(position)?.mediaId;
            const range = rangeTo(index, isShift ? gap.current : null, keyAt);
            gap.current = gapOf(range, keyAt);
            onTakeOut(files.slice(range.first, range.end).map(keyOf));
          }}
        />
      ),
    };
    return [select, ...tells];
  }, [files, onTakeOut]);
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
