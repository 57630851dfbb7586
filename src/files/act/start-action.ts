import { actions, currentDeps, currentSession } from "../../session/current";
import type { Action } from "../../sweep/action";

/** Starts an action in the name of whoever is signed in. How it goes on is shown by `ActionStatus`. */
export const startAction = (action: Action): Promise<void> =>
  actions.start(action, { deps: currentDeps(), account: currentSession().account });
