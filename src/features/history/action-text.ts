import type { Formatter } from "../../lib/formatter";
import type { ActionHeader } from "../../session/journal-entry";

/** "Quarantine", "Purge remote media": the name of an action as it begins a line. */
export function actionName({ action }: Pick<ActionHeader, "action">): string {
  const words = action.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "Quarantine: mxc://example.org/abc and 2 more" */
export function actionText(formatter: Formatter, header: Pick<ActionHeader, "action" | "on">): string {
  const [first, ...others] = header.on;
  const name = actionName(header);
  if (first === undefined) return name;
  return others.length === 0 ? `${name}: ${first}` : `${name}: ${first} and ${formatter.count(others.length)} more`;
}

/** What became of an action: by Synapse's own counts, or why not. */
export function actionResult(formatter: Formatter, ended: ActionHeader["ended"]): string {
  if (ended === null) return "No answer was noted";
  if (ended.problem !== null) return `Failed: ${ended.problem.title}`;
  const counts = Object.entries(ended.counts).map(([name, count]) => `${name}: ${formatter.count(count)}`);
  return counts.length === 0 ? "Done" : `Done. Synapse counted ${counts.join(", ")}`;
}
