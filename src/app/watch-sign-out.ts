import { actions, runs, session } from "../session/current";
import { forgetSession } from "./end-session";

/**
 * Follows another tab that signs out of the session of this device. A tab with a run, or with the results of one, stays
 * as it is: only its own dialog asks about those. Lasts as long as the page.
 */
export function watchSignOut(): void {
  addEventListener("storage", () => {
    if (session.isForgotten() && runs.get().status === "none" && actions.get().status === "none") forgetSession();
  });
}
