import type { QueryClient } from "@tanstack/react-query";
import { mediaQueries } from "../queries/media";
import { statisticsQueries } from "../queries/statistics";
import type { ReadonlyStore } from "../lib/store";
import { actions, expireReview, forgetReview, runs, session } from "../session/current";
import { onEnd } from "../session/on-end";

/**
 * Keeps the rest of the app true to what runs and other actions do: while one goes on the browser asks before the page
 * is left, and after it, however it ended, lists and sums are read again. Lasts as long as the page.
 */
export function watchRuns(queryClient: QueryClient): void {
  watch(runs, () => {
    forgetReview();
    readAgain(queryClient);
  });
  watch(actions, () => {
    expireReview();
    readAgain(queryClient);
  });
}

function watch(work: ReadonlyStore<{ readonly status: string }>, afterwards: () => void): void {
  work.subscribe(() => {
    if (isAnyRunning()) addEventListener("beforeunload", askBeforeLeaving);
    else removeEventListener("beforeunload", askBeforeLeaving);
  });
  onEnd(work, afterwards);
}

const isAnyRunning = (): boolean => runs.get().status === "running" || actions.get().status === "running";

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function readAgain(queryClient: QueryClient): void {
  const state = session.get();
  if (state.status !== "signed-in") return;
  void queryClient.invalidateQueries({ queryKey: mediaQueries.all(state.client) });
  void queryClient.invalidateQueries({ queryKey: statisticsQueries.all(state.client) });
}
