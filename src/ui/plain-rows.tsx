import type { Column } from "./column";
import { RowCells } from "./row-cells";
import type { RowSource } from "./row-source";

interface PlainRowsProps<Row> {
  readonly rows: RowSource<Row>;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
}

/** Every row of a short table. */
export function PlainRows<Row>({ rows, rowKey, columns }: PlainRowsProps<Row>) {
  return Array.from({ length: rows.length }, (_, index) => {
    const row = rows.at(index);
    return row === undefined ? null : (
      <tr key={rowKey(row)}>
        <RowCells row={row} index={index} columns={columns} />
      </tr>
    );
  });
}
