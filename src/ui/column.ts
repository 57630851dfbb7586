import type { MantineBreakpoint } from "@mantine/core";
import type { ReactNode } from "react";

/** A column of a table. */
export interface Column<Row> {
  readonly key: string;
  /** The name of the column, also for screen readers. */
  readonly header: string;
  /** Shown instead of the name, for instance a checkbox for all rows. */
  readonly headerContent?: ReactNode;
  /** In a table of virtual rows on as many lines as a row has; what is longer is cut. */
  readonly render: (row: Row, index: number) => ReactNode;
  readonly align?: "start" | "end";
  readonly isSortable?: boolean;
  /** Left out on narrower screens. */
  readonly visibleFrom?: Extract<MantineBreakpoint, "sm" | "md" | "lg">;
  /** As CSS has it. In a table of virtual rows the columns without one share what the others leave. */
  readonly width?: string;
}

export interface Sort {
  readonly key: string;
  readonly dir: "ascending" | "descending";
}
