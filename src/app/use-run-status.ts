import { useSyncExternalStore } from "react";
import { runs } from "../session/current";
import type { RunState } from "../session/run-state";

const readStatus = (): RunState["status"] => runs.get().status;

/** Whether there is a run; renders when that changes rather than with each deleted file. */
export const useRunStatus = (): RunState["status"] => useSyncExternalStore(runs.subscribe, readStatus);
