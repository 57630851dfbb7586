import { notifications } from "@mantine/notifications";
import { forgetReview, runs, session } from "../session/current";
import { queryClient } from "../queries/current-query-client";

/** Resolves once no run is under way; what was asked of the server is waited for. */
export function stopRun(): Promise<void> {
  runs.stop();
  return new Promise((resolve) => {
    const settle = () => {
      if (runs.get().status === "running") return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = runs.subscribe(settle);
    settle();
  });
}

/** Forgets the session and all that was read or done in it. A run has to be stopped before. */
export function forgetSession(): void {
  runs.clear();
  forgetReview();
  session.end();
  void queryClient.cancelQueries();
  queryClient.clear();
  notifications.clean();
}
