import { Box, Table } from "@mantine/core";
import type { MantineBreakpoint } from "@mantine/core";
import { useState } from "react";
import type { ReactNode } from "react";
import { ColumnHeader } from "./column-header";
import { PlainRows } from "./plain-rows";
import { VirtualRows } from "./virtual-rows";
import classes from "./data-table.module.css";

export interface Column<Row> {
  readonly key: string;
  /** The name of the column, also for screen readers. */
  readonly header: string;
  /** Shown instead of the name, for instance a checkbox for all rows. */
  readonly headerContent?: ReactNode;
  readonly render: (row: Row) => ReactNode;
  readonly align?: "start" | "end";
  readonly isSortable?: boolean;
  /** Left out on narrower screens. */
  readonly visibleFrom?: Extract<MantineBreakpoint, "sm" | "md" | "lg">;
  readonly width?: string | number;
}

export interface Sort {
  readonly key: string;
  readonly dir: "ascending" | "descending";
}

/** Rows by their index; an array is one. */
export interface RowSource<Row> {
  readonly length: number;
  at(index: number): Row | undefined;
}

export interface DataTableProps<Row> {
  /** The name of the table for screen readers. */
  readonly label: string;
  readonly rows: RowSource<Row>;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly sort?: Sort | undefined;
  /** The header of that column was pressed. */
  readonly onSort?: ((key: string) => void) | undefined;
  readonly maxHeight?: string | number | undefined;
}

/** Beyond this many rows only those in sight are in the page. */
const VIRTUAL_FROM = 300;

/** A native table that scrolls by itself, with as many rows as there are. */
export function DataTable<Row>({ label, rows, rowKey, columns, sort, onSort, maxHeight }: DataTableProps<Row>) {
  // In the state rather than a ref: the rows look for it before a ref of what surrounds them is set.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const isVirtual = rows.length > VIRTUAL_FROM;
  return (
    <Box
      component="section"
      ref={setScroller}
      className={classes["scroller"] ?? ""}
      aria-label={label}
      // A region that scrolls has to be reachable by keyboard.
      tabIndex={0}
      mah={maxHeight ?? (isVirtual ? "70vh" : undefined)}
    >
      <Table
        className={classes["table"] ?? ""}
        aria-label={label}
        aria-rowcount={isVirtual ? rows.length + 1 : undefined}
        stickyHeader
        highlightOnHover
        verticalSpacing="xs"
      >
        <Table.Thead>
          <Table.Tr aria-rowindex={isVirtual ? 1 : undefined}>
            {columns.map((column) => (
              <ColumnHeader key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {isVirtual ? (
            <VirtualRows rows={rows} rowKey={rowKey} columns={columns} scroller={scroller} />
          ) : (
            <PlainRows rows={rows} rowKey={rowKey} columns={columns} />
          )}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
