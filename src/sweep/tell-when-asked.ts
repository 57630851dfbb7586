import { describeError } from "../api/describe-error";
import type { Patience } from "./patience";
import type { RunDeps } from "./run-deps";

/** Shorter waits are over before anybody has read of them. */
const WORTH_TELLING_MS = 1000;

/** The same, but whoever watches the run is told while calls wait because the homeserver asked for it. */
export function tellWhenAsked(deps: RunDeps): RunDeps {
  const { patience, onWaiting } = deps;
  let waiting = 0;
  const waitAsAsked: Patience["waitAsAsked"] = async (refusal, ms, signal) => {
    if (ms < WORTH_TELLING_MS) return patience.wait(ms, signal);
    waiting += 1;
    onWaiting?.({ why: "asked", problem: describeError(refusal) });
    try {
      await patience.wait(ms, signal);
    } finally {
      waiting -= 1;
      if (waiting === 0) onWaiting?.(null);
    }
  };
  return onWaiting === undefined ? deps : { ...deps, patience: { ...patience, waitAsAsked } };
}
