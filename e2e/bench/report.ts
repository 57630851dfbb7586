import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { PROJECT_FOLDER } from "../tools/run-tool";
import { type Finding, type Result, resultOf } from "./measure";

const FILE = join(PROJECT_FOLDER, "bench-results.json");

/** All results so far. */
export class Report {
  readonly #results: Result[] = [];

  /** Adds what was found and writes all results anew, so that a run that ends early leaves those it had. */
  async add(...findings: readonly Finding[]): Promise<void> {
    for (const finding of findings) {
      const result = resultOf(finding);
      this.#results.push(result);
      console.log(`  ${cellsOf(result).join(" | ")}`);
    }
    await writeFile(FILE, `${JSON.stringify(this.#results, null, 2)}\n`);
  }

  /** In Markdown, padded so that a terminal shows it as a table too. */
  table(): string {
    const rows = [["what", "value", "floor", "ratio", "goal", "met"], ...this.#results.map(cellsOf)];
    const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
    const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
    lines.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
    return lines.join("\n");
  }
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
