import { notifications } from "@mantine/notifications";
import { actions, forgetReview, runs, session } from "../session/current";
import { forgetPickedUsers } from "../session/picked-users";
import type { ReadonlyStore } from "../lib/store";
import { queryClient } from "../queries/current-query-client";

/** Resolves once no run and no other action is under way; what was asked of the server is waited for. */
export async function stopRun(): Promise<void> {
  runs.stop();
  actions.stop();
  await Promise.all([untilEnded(runs), untilEnded(actions)]);
}

function untilEnded(work: ReadonlyStore<{ readonly status: string }>): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      if (work.get().status === "running") return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = work.subscribe(settle);
    settle();
  });
}

/** Forgets the session and all that was read or done in it. A run has to be stopped before. */
export function forgetSession(): void {
  runs.clear();
  actions.clear();
  forgetReview();
  forgetPickedUsers();
  session.end();
  void queryClient.cancelQueries();
  queryClient.clear();
  notifications.clean();
}
