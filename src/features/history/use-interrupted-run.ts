import { useSession } from "../../queries/use-session";
import { currentDeps, runs } from "../../session/current";
import type { StartResult } from "../../session/run-manager";

export interface InterruptedRunActions {
  /** Goes on with what is left of the plan. */
  readonly resume: () => Promise<StartResult>;
  /** Deletes nothing more: finds out what became of calls under way, and writes the end. */
  readonly close: () => Promise<StartResult>;
}

/** What can be done with a stored run that has no end. Both reject with JournalError where its record cannot be read. */
export function useInterruptedRun(id: string): InterruptedRunActions {
  const { account } = useSession();
  return {
    resume: () => runs.resume(id, { deps: currentDeps(), account }),
    close: () => runs.close(id, { deps: currentDeps(), account }),
  };
}
