import { actionName } from "../../files/act/action-words";
import type { Formatter } from "../../lib/formatter";
import type { ActionHeader } from "../../session/journal-entry";

/** "Quarantine: mxc://example.org/abc and 2 more" */
export function actionText(formatter: Formatter, { action, on }: Pick<ActionHeader, "action" | "on">): string {
  const [first, ...others] = on;
  const name = actionName(action);
  if (first === undefined) return name;
  return others.length === 0 ? `${name}: ${first}` : `${name}: ${first} and ${formatter.count(others.length)} more`;
}
