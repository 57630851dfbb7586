import type { ListDeps } from "./list-owner";
import type { Reach } from "./reach";
import type { RunDeps } from "./run-deps";

/** What an earlier part of the same run left in its journal. */
export interface Past {
  /** Media IDs with an outcome: nothing is done with them again. */
  readonly done: ReadonlySet<string>;
  /** Named by a "calling" event, without an outcome: a call may have taken them. */
  readonly called: ReadonlySet<string>;
}

export const NO_PAST: Past = { done: new Set(), called: new Set() };

/** What the engines of one run share. */
export interface RunContext {
  readonly deps: RunDeps;
  /** The same, for reading lists with a run's patience. */
  readonly lists: ListDeps;
  readonly reach: Reach;
  readonly stop: AbortSignal;
  readonly past: Past;
}
