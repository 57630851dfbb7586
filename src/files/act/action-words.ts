import type { Formatter } from "../../lib/formatter";
import type { ActionEnd, Missed } from "../../session/journal-entry";

/** "Quarantine", "Purge remote media": the name of an action as it begins a line. */
export function actionName(kind: string): string {
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What became of an action: by Synapse's own counts, and how many of those it was meant for it missed. */
export function actionResult(formatter: Formatter, total: number, { counts, missed }: ActionEnd): string {
  const named = Object.entries(counts).map(([name, count]) => `${name}: ${formatter.count(count)}`);
  const counted = named.length === 0 ? "" : ` Synapse counted ${named.join(", ")}.`;
  const [only] = missed;
  if (only === undefined) return `Done.${counted}`;
  if (total === 1) return missedText(only);
  const sums = missedSums.flatMap(([what, words]) => {
    const count = missed.filter((miss) => miss.what === what).length;
    return count === 0 ? [] : [words.replace("{count}", formatter.count(count))];
  });
  const done = formatter.count(total - missed.length);
  return `Done to ${done} of ${formatter.count(total)}: ${sums.join(", ")}.${counted}`;
}

const missedSums = [
  ["failed", "{count} failed"],
  ["unknown", "{count} unknown"],
  ["not-attempted", "{count} not attempted"],
] as const satisfies readonly (readonly [Missed["what"], string])[];

/** Why an action missed something. */
export function missedText(missed: Missed): string {
  if (missed.what === "not-attempted") return "Not attempted: it was stopped before.";
  return missed.what === "failed" ? `Failed: ${missed.problem.title}` : `Unknown: ${missed.problem.title}`;
}
