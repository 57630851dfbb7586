import type { QueryClient } from "@tanstack/react-query";
import { historyQueries } from "../queries/history";
import { onJournalChange, runs, session } from "../session/current";

/** Keeps what is shown of the journal true to what this tab and the others write into it. Lasts as long as the page. */
export function watchHistory(queryClient: QueryClient): void {
  const readAgain = () => {
    const state = session.get();
    if (state.status === "signed-in")
      void queryClient.invalidateQueries({ queryKey: historyQueries.all(state.client) });
  };
  let status = runs.get().status;
  runs.subscribe(() => {
    // The lock is taken and given back with it.
    if (runs.get().status !== status) readAgain();
    status = runs.get().status;
  });
  onJournalChange(readAgain);
}
