import type { ReadonlyStore } from "../lib/store";

interface Work {
  readonly status: string;
}

/** Calls the listener each time that what was running does so no longer, however it ended; returns how to end that. */
export function onEnd<State extends Work>(work: ReadonlyStore<State>, listener: (state: State) => void): () => void {
  let before = work.get().status;
  return work.subscribe(() => {
    const state = work.get();
    const wasRunning = before === "running";
    before = state.status;
    if (wasRunning && state.status !== "running") listener(state);
  });
}
