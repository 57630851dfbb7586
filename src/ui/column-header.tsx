import { Group, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconArrowsSort } from "@tabler/icons-react";
import { cellClass } from "./cell-class";
import type { Column, Sort } from "./column";
import classes from "./data-table.module.css";

interface ColumnHeaderProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((key: string) => void) | undefined;
}

/** The header of a column; a button where the table can be sorted by it. */
export function ColumnHeader<Row>({ column, sort, onSort }: ColumnHeaderProps<Row>) {
  const { key, header, headerContent, align = "start", isSortable = false, width } = column;
  const dir = sort?.key === key ? sort.dir : undefined;
  const isButton = isSortable && onSort !== undefined;
  return (
    <th
      scope="col"
      className={cellClass(column)}
      style={{ inlineSize: width }}
      aria-sort={isButton ? (dir ?? "none") : undefined}
      aria-label={headerContent === undefined ? undefined : header}
    >
      {isButton ? (
        <UnstyledButton
          className={classes["sort"] ?? ""}
          onClick={() => {
            onSort(key);
          }}
        >
          <Group gap={4} wrap="nowrap" justify={align === "end" ? "flex-end" : "flex-start"}>
            {header}
            <SortIcon dir={dir} />
          </Group>
        </UnstyledButton>
      ) : (
        (headerContent ?? header)
      )}
    </th>
  );
}

function SortIcon({ dir }: { readonly dir: Sort["dir"] | undefined }) {
  if (dir === "ascending") return <IconArrowUp size={16} aria-hidden />;
  if (dir === "descending") return <IconArrowDown size={16} aria-hidden />;
  return <IconArrowsSort size={16} aria-hidden className={classes["unsorted"]} />;
}
