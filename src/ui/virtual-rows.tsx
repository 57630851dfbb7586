import { memo, useCallback } from "react";
import type { ReactNode } from "react";
import type { Column } from "./column";
import { RowCells } from "./row-cells";
import type { RowSource } from "./row-source";
import { rowNumberOf, useRowWindow } from "./use-row-window";

interface VirtualRowsProps<Row> {
  readonly rows: RowSource<Row>;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly rowPx: number;
  /** What scrolls. */
  readonly scroller: HTMLElement | null;
}

/** The rows in sight of a long table, between two rows that stand for the others. */
export function VirtualRows<Row>({ rows, rowKey, columns, rowPx, scroller }: VirtualRowsProps<Row>) {
  const { first, end, abovePx, belowPx, isLeap } = useRowWindow({ scroller, count: rows.length, rowPx });
  const renderCells = useCallback(
    (index: number) => {
      const row = rows.at(index);
      return row === undefined ? null : <RowCells row={row} index={index} columns={columns} />;
    },
    [rows, columns],
  );
  return (
    <>
      <SpacerRow heightPx={abovePx} />
      {Array.from({ length: end - first }, (_, offset) => {
        const index = first + offset;
        const row = rows.at(index);
        if (row === undefined) return null;
        // While the thumb is dragged every row is another one in each frame: writing into those on the page is quicker
        // than making new ones.
        const key = isLeap ? `place ${String(offset)}` : rowKey(row);
        return <VirtualRow key={key} index={index} renderCells={renderCells} />;
      })}
      <SpacerRow heightPx={belowPx} />
    </>
  );
}

interface VirtualRowProps {
  readonly index: number;
  readonly renderCells: (index: number) => ReactNode;
}

/** Drawn once, however often the list is scrolled while it is on the page. */
const VirtualRow = memo(function VirtualRow({ index, renderCells }: VirtualRowProps) {
  return <tr aria-rowindex={rowNumberOf(index)}>{renderCells(index)}</tr>;
});

/** As high as the rows that are out of sight. One cell is enough; one over all columns would also make room for hidden ones. */
function SpacerRow({ heightPx }: { readonly heightPx: number }) {
  return heightPx === 0 ? null : (
    <tr aria-hidden>
      <td style={{ blockSize: heightPx, padding: 0, border: 0 }}>{null}</td>
    </tr>
  );
}
