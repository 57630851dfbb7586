import type { QueryClient } from "@tanstack/react-query";
import { mediaQueries } from "../queries/media";
import { statisticsQueries } from "../queries/statistics";
import { forgetReview, runs, session } from "../session/current";

/**
 * Keeps the rest of the app true to what a run does: while one goes on the browser asks before the page is left, and
 * after it, however it ended, lists and sums are read again. Lasts as long as the page.
 */
export function watchRuns(queryClient: QueryClient): void {
  let status = runs.get().status;
  runs.subscribe(() => {
    const before = status;
    status = runs.get().status;
    if (status === before) return;
    if (status === "running") addEventListener("beforeunload", askBeforeLeaving);
    else removeEventListener("beforeunload", askBeforeLeaving);
    if (before === "running") forgetWhatWasRead(queryClient);
  });
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function forgetWhatWasRead(queryClient: QueryClient): void {
  forgetReview();
  const state = session.get();
  if (state.status !== "signed-in") return;
  void queryClient.invalidateQueries({ queryKey: mediaQueries.all(state.client) });
  void queryClient.invalidateQueries({ queryKey: statisticsQueries.all(state.client) });
}
