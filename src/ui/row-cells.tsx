import { Table } from "@mantine/core";
import type { Column } from "./data-table";

interface RowCellsProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}

/** The cells of one row. */
export function RowCells<Row>({ row, columns }: RowCellsProps<Row>) {
  return columns.map(({ key, align = "start", visibleFrom, width, render }) => (
    <Table.Td
      key={key}
      ta={align}
      {...(width === undefined ? {} : { w: width })}
      {...(visibleFrom === undefined ? {} : { visibleFrom })}
    >
      {render(row)}
    </Table.Td>
  ));
}
