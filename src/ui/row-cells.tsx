import { cellClass } from "./cell-class";
import type { Column } from "./column";

interface RowCellsProps<Row> {
  readonly row: Row;
  /** Its place in the table, from 0. */
  readonly index: number;
  readonly columns: readonly Column<Row>[];
}

/** The cells of one row. Native elements: there are hundreds, and each scroll makes new ones. */
export function RowCells<Row>({ row, index, columns }: RowCellsProps<Row>) {
  return columns.map((column) => (
    <td key={column.key} className={cellClass(column)}>
      {column.render(row, index)}
    </td>
  ));
}
