/** How an interrupted run came to go on: here, or not because a run is under way elsewhere. */
export type Continuation = "started" | "elsewhere";

export interface InterruptedRunActions {
  /** Goes on with what is left of the plan. */
  readonly resume: () => Promise<Continuation>;
  /** Deletes nothing more: finds out what became of calls under way, and writes the end. */
  readonly close: () => Promise<Continuation>;
}

/** What can be done with a stored run that has no end. */
export function useInterruptedRun(id: string): InterruptedRunActions {
  const notWired = (): Promise<Continuation> => Promise.reject(new Error(`not wired: ${id}`));
  return { resume: notWired, close: notWired };
}
