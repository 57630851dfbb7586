import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Client } from "../../api/http";
import { historyQueries } from "../../queries/history";
import { deviceJournal } from "../../session/current";

interface HistoryState {
  /** The journal could be read. */
  readonly isRead: boolean;
  /** A run is under way on this homeserver. */
  readonly isRunning: boolean;
}

/** Reads the history again whenever this or another tab changed it, and when a run is no longer under way. */
export function useHistoryWatch(client: Client, { isRead, isRunning }: HistoryState): void {
  const queryClient = useQueryClient();
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    const left = new AbortController();
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: historyQueries.all(client) });
    if (isRead) void watchJournal(readAgain, left.signal);
    return () => {
      left.abort();
    };
  }, [client, isRead, queryClient]);
  useEffect(() => {
    // A tab that crashed announced nothing.
    if (wasRunning.current && !isRunning) {
      void queryClient.invalidateQueries({ queryKey: historyQueries.all(client) });
    }
    wasRunning.current = isRunning;
  }, [client, isRunning, queryClient]);
}

/** Calls the listener at each change of the journal until the signal aborts. Never rejects. */
async function watchJournal(listener: () => void, until: AbortSignal): Promise<void> {
  try {
    const { changes } = await deviceJournal();
    if (until.aborted) return;
    until.addEventListener("abort", changes.subscribe(listener));
  } catch {
    // The query that reads the journal says why.
  }
}
