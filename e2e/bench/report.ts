import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { PROJECT_FOLDER } from "../tools/run-tool";
import type { Result } from "./measure";

/** Writes `bench-results.json` into the project's folder. */
export const writeResults = (results: readonly Result[]): Promise<void> =>
  writeFile(join(PROJECT_FOLDER, "bench-results.json"), `${JSON.stringify(results, null, 2)}\n`);

/** The results as a table in Markdown, padded so that a terminal shows it as one too. */
export function tableOf(results: readonly Result[]): string {
  const rows = [["what", "value", "floor", "ratio", "goal", "met"], ...results.map(cellsOf)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  lines.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
  return lines.join("\n");
}

const cellsOf = ({ name, value, floor, ratio, goal, met }: Result): string[] => [
  name,
  shown(value),
  shown(floor),
  shown(ratio),
  shown(goal),
  met ? "yes" : "no",
];

const precise = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

const shown = (value: number): string => (value < 1000 ? precise : whole).format(value);
