import { namesOf } from "../sweep/action";
import type { Action, Counts } from "../sweep/action";
import type { ActionEnd } from "./journal-entry";
import type { JournalTrouble } from "./journal-error";

/** The one action of this session besides a clean-up: under way, or ended and not yet put away. */
export type ActionState =
  | { readonly status: "none" }
  | ({ readonly status: "running"; readonly isStopping: boolean } & ActionProgress)
  | ({ readonly status: "ended"; readonly end: ActionEnd } & ActionProgress);

export interface ActionProgress {
  /** Of its entry in the journal. */
  readonly id: string;
  readonly kind: string;
  /** What it is done to, in the order of its start. */
  readonly on: readonly string[];
  /** How many of those it was done to, and how many not; the names of the latter come with the end. */
  readonly done: number;
  readonly missed: number;
  /** Why this browser keeps no record of it; null while it does. */
  readonly unrecorded: JournalTrouble | null;
}

export type RunningAction = Extract<ActionState, { status: "running" }>;

/** An action that starts. */
export const actionOfStart = (id: string, action: Action): RunningAction => ({
  id,
  status: "running",
  isStopping: false,
  kind: action.kind,
  on: namesOf(action),
  done: 0,
  missed: 0,
  unrecorded: null,
});

/** Sums by name. */
export function addCounts(sums: Counts, counts: Counts): Counts {
  const next: Record<string, number> = { ...sums };
  for (const [name, count] of Object.entries(counts)) next[name] = (next[name] ?? 0) + count;
  return next;
}
