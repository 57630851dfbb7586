import type { Column } from "./column";
import classes from "./data-table.module.css";

/** The class of all cells of a column: where its text stands, and from which width of the screen on there is room. */
export function cellClass({ align, visibleFrom }: Pick<Column<never>, "align" | "visibleFrom">): string | undefined {
  const names = [
    ...(align === "end" ? [classes["end"]] : []),
    ...(visibleFrom === undefined ? [] : [`mantine-visible-from-${visibleFrom}`]),
  ];
  return names.length === 0 ? undefined : names.join(" ");
}
