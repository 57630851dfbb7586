import { useMemo, useState } from "react";
import type { CSSProperties } from "react";
import type { Column, Sort } from "./column";
import { ColumnHeader } from "./column-header";
import { leastWidths } from "./least-widths";
import { PlainRows } from "./plain-rows";
import type { RowSource } from "./row-source";
import { VirtualRows } from "./virtual-rows";
import classes from "./data-table.module.css";

export interface DataTableProps<Row> {
  /** The name of the table for screen readers. */
  readonly label: string;
  /** Another object where any row is another; a table of virtual rows asks for those in sight only. */
  readonly rows: RowSource<Row>;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly sort?: Sort | undefined;
  /** The header of that column was pressed. */
  readonly onSort?: ((key: string) => void) | undefined;
  readonly maxHeight?: string | undefined;
  /** The height of every row of a table of virtual rows, in rem: one line where nothing else is said. */
  readonly rowRem?: number | undefined;
}

/** Beyond this many rows only those in sight are in the page. */
const VIRTUAL_FROM = 300;

const ONE_LINE_REM = 2.625;

/** A native table that scrolls by itself, with as many rows as there are. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, columns, sort, onSort, maxHeight, rowRem = ONE_LINE_REM } = props;
  // In the state rather than a ref: the rows look for it before a ref of what surrounds them is set.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const widths = useMemo(() => leastWidths(columns), [columns]);
  const isVirtual = rows.length > VIRTUAL_FROM;
  const rowPx = Math.round(rowRem * remPx());
  const sizes: CSSProperties & Readonly<Record<`--${string}`, string>> = {
    ...widths,
    "--row-size": `${String(rowPx)}px`,
  };
  return (
    <section
      ref={setScroller}
      className={classes["scroller"]}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls has to be reachable by keyboard.
      tabIndex={0}
      style={{ maxBlockSize: maxHeight ?? (isVirtual ? "70vh" : undefined) }}
    >
      <table
        className={classes["table"]}
        aria-label={label}
        aria-rowcount={isVirtual ? rows.length + 1 : undefined}
        data-virtual={isVirtual || undefined}
        style={isVirtual ? sizes : undefined}
      >
        <thead>
          <tr aria-rowindex={isVirtual ? 1 : undefined}>
            {columns.map((column) => (
              <ColumnHeader key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {isVirtual ? (
            <VirtualRows rows={rows} rowKey={rowKey} columns={columns} rowPx={rowPx} scroller={scroller} />
          ) : (
            <PlainRows rows={rows} rowKey={rowKey} columns={columns} />
          )}
        </tbody>
      </table>
    </section>
  );
}

/** The admin's browser may have larger letters than 16 pixels. */
const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
