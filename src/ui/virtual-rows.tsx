import { Table } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { Column, RowSource } from "./data-table";
import { RowCells } from "./row-cells";

interface VirtualRowsProps<Row> {
  readonly rows: RowSource<Row>;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** What scrolls. */
  readonly scroller: HTMLElement | null;
}

const ESTIMATED_ROW_PX = 40;

/** The rows in sight of a long table, between two rows that stand for the others. */
export function VirtualRows<Row>({ rows, rowKey, columns, scroller }: VirtualRowsProps<Row>) {
  // oxlint-disable-next-line react/incompatible-library -- Nothing here is memoised by a compiler.
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ESTIMATED_ROW_PX,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <SpacerRow height={before} columns={columns.length} />
      {items.map(({ index }) => {
        const row = rows.at(index);
        return row === undefined ? null : (
          <Table.Tr
            key={rowKey(row)}
            ref={virtualizer.measureElement}
            data-index={index}
            // The header is row 1.
            aria-rowindex={index + 2}
          >
            <RowCells row={row} columns={columns} />
          </Table.Tr>
        );
      })}
      <SpacerRow height={after} columns={columns.length} />
    </>
  );
}

/** As high as the rows that are out of sight, in pixels. */
function SpacerRow({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden>
      <td colSpan={columns} style={{ blockSize: height, padding: 0 }}>
        {null}
      </td>
    </tr>
  );
}
