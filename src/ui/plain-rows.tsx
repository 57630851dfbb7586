import { Table } from "@mantine/core";
import type { Column } from "./data-table";
import { RowCells } from "./row-cells";

interface PlainRowsProps<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
}

/** Every row of a short table. */
export function PlainRows<Row>({ rows, rowKey, columns }: PlainRowsProps<Row>) {
  return rows.map((row) => (
    <Table.Tr key={rowKey(row)}>
      <RowCells row={row} columns={columns} />
    </Table.Tr>
  ));
}
