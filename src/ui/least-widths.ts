import type { Column } from "./column";

/** What a column without a width keeps at least, so that it can be read: the table scrolls sideways rather. */
const LEAST_WIDTH = "9rem";

/** As wide as the columns need that a screen of that width shows. */
type LeastWidths = Readonly<Record<"--least-base" | "--least-sm" | "--least-md" | "--least-lg", string>>;

/** How wide a table has to be at least on screens of each width, as custom properties. */
export function leastWidths(columns: readonly Pick<Column<never>, "width" | "visibleFrom">[]): LeastWidths {
  const sumOf = (...shownFrom: readonly Column<never>["visibleFrom"][]): string => {
    const shown = columns.filter(({ visibleFrom }) => shownFrom.includes(visibleFrom));
    return `calc(${["0px", ...shown.map(({ width = LEAST_WIDTH }) => width)].join(" + ")})`;
  };
  return {
    "--least-base": sumOf(undefined),
    "--least-sm": sumOf(undefined, "sm"),
    "--least-md": sumOf(undefined, "sm", "md"),
    "--least-lg": sumOf(undefined, "sm", "md", "lg"),
  };
}
