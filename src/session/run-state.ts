import type { ListedFile } from "../sweep/inventory";
import type { Outcome, RunEvent, Waiting } from "../sweep/outcome";
import type { Plan } from "../sweep/plan";
import { isDeleted, sizeOf } from "../sweep/receipt";
import type { Receipt } from "../sweep/receipt";
import { NO_FILES } from "../sweep/tally";
import type { Tally } from "../sweep/tally";
import type { JournalTrouble } from "./journal-error";

/** The one clean-up of this session, running or ended. */
export type RunState =
  | { readonly status: "none" }
  | {
      readonly status: "running";
      readonly plan: Plan;
      readonly isStopping: boolean;
      /** Whether other tabs are kept from this run; see `HeldLock`. */
      readonly isAcrossTabs: boolean;
      /** Why nothing is deleted just now; null while the run goes on. */
      readonly pause: Pause | null;
      /** Reviewed files of which it is known what became of them. */
      readonly filesDone: number;
      readonly deleted: Tally;
      readonly failed: number;
      /** Why this browser keeps no record of it; null while it does. */
      readonly unrecorded: JournalTrouble | null;
    }
  | {
      readonly status: "ended";
      readonly plan: Plan;
      readonly receipt: Receipt;
      readonly unrecorded: JournalTrouble | null;
    };

export type Running = Extract<RunState, { status: "running" }>;

/** Why a run deletes nothing for a while. A refused token is the session's to tell. */
export type Pause =
  /** An answer was lost, and the lists are being read until they stand still. */
  | { readonly kind: "settling" }
  /** It waits by itself until the homeserver can be reached, or it is stopped. */
  | ({ readonly kind: "waiting" } & Waiting);

/** A run that starts, or goes on after those outcomes. */
export function runningWith(plan: Plan, files: ReadonlyMap<string, ListedFile>, outcomes: Iterable<Outcome>): Running {
  const fresh: Running = {
    status: "running",
    plan,
    isStopping: false,
    isAcrossTabs: true,
    pause: null,
    filesDone: 0,
    deleted: NO_FILES,
    failed: 0,
    unrecorded: null,
  };
  return advance(fresh, { kind: "outcomes", outcomes: [...outcomes] }, files);
}

/** The state after an event of the run; why it pauses is not told by events alone. */
export function advance(state: Running, event: RunEvent, files: ReadonlyMap<string, ListedFile>): Running {
  const outcomes = event.kind === "outcomes" ? event.outcomes : [];
  const entries = outcomes.map((outcome) => ({ outcome, file: files.get(outcome.mediaId) ?? null }));
  const count = (isCounted: (outcome: Outcome) => boolean) =>
    entries.filter(({ outcome }) => isCounted(outcome)).length;
  const deletedBytes = entries
    .filter(({ outcome }) => isDeleted(outcome))
    .reduce((sum, entry) => sum + sizeOf(entry), 0);
  return {
    ...state,
    filesDone: state.filesDone + count(({ what }) => what !== "deleted-unplanned"),
    deleted: { files: state.deleted.files + count(isDeleted), bytes: state.deleted.bytes + deletedBytes },
    failed: state.failed + count(({ what }) => what === "failed"),
  };
}
