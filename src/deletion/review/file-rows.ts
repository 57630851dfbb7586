import type { ListedFile } from "../../sweep/inventory";
import type { KeepReason } from "../../sweep/plan";
import { reasonAt } from "../../sweep/preview";
import type { Preview } from "../../sweep/preview";
import type { RowSource } from "../../ui/row-source";

/** A file in a table, with its row in the inventory. */
export interface FileRow {
  readonly row: number;
  readonly file: ListedFile;
}

export interface KeptRow extends FileRow {
  readonly reason: KeepReason;
}

/** Its row of the inventory names a file, and stays the same while more are read. */
export const keyOfRow = ({ row }: FileRow): string => String(row);

/** The files of these rows, each made when it is shown. */
export const fileRows = ({ inventory }: Preview, rows: Uint32Array): RowSource<FileRow> => ({
  length: rows.length,
  at: (index) => {
    const row = rows[index];
    return row === undefined ? undefined : { row, file: inventory.fileAt(row) };
  },
});

/** The same for files that stay, each with its reason. */
export function keptRows(preview: Preview, rows: Uint32Array): RowSource<KeptRow> {
  const files = fileRows(preview, rows);
  return {
    length: rows.length,
    at: (index) => {
      const found = files.at(index);
      const reason = found === undefined ? null : reasonAt(preview, found.row);
      return found === undefined || reason === null ? undefined : { ...found, reason };
    },
  };
}
