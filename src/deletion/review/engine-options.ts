import { supports } from "../../api/synapse-version";
import type { Engine, Source } from "../../sweep/plan";
import { canSynapseSelect } from "./review-choices";
import type { Choices } from "./review-choices";

/** One way to delete, as it is offered. */
export interface EngineOption {
  readonly engine: Engine;
  readonly label: string;
  /** One sentence: who selects, and what that means. */
  readonly description: string;
  /** Why it cannot be chosen; null where it can. */
  readonly whyNot: string | null;
}

export const engineLabels: Readonly<Record<Engine, string>> = {
  "synapse-rule": "Synapse's rule",
  "exact-list": "Exactly this list",
  "whole-user": "Everything this user has, also what arrives meanwhile",
};

const descriptions: Readonly<Record<Engine, string>> = {
  "synapse-rule":
    "Synapse itself selects by date and size; it also keeps every picture ever worn in a room, which no list names.",
  "exact-list": "The files below are deleted one by one, by their IDs, and nothing else.",
  "whole-user":
    "Synapse deletes whatever it lists for this user until nothing is left: meant for wiping the account of a spammer.",
};

/** The ways to delete what this source asks for. */
export function enginesFor(source: Source, choices: Choices, serverVersion: string | null): readonly EngineOption[] {
  const notWithUnticked =
    choices.unticked.size > 0 ? "Not while files are taken out: it cannot spare single files." : null;
  const list = offer("exact-list", null);
  if (source.kind === "rule") {
    const notWithFilter = canSynapseSelect(source) ? null : "Not with further conditions: it knows date and size only.";
    return [offer("synapse-rule", notWithFilter ?? notWithUnticked), list];
  }
  if (source.kind === "user") return [list, offer("whole-user", whyNotWholeUser(serverVersion) ?? notWithUnticked)];
  return [list];
}

const offer = (engine: Engine, whyNot: string | null): EngineOption => ({
  engine,
  label: engineLabels[engine],
  description: descriptions[engine],
  whyNot,
});

function whyNotWholeUser(serverVersion: string | null): string | null {
  if (serverVersion === null) return "The server's version is not known yet.";
  if (supports(serverVersion, "deleteUserMedia")) return null;
  return `Needs Synapse 1.41 or newer; this server runs ${serverVersion}.`;
}
