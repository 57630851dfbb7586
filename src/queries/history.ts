import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Client } from "../api/http";
import { deviceJournal, runLock, runs } from "../session/current";

/** On this device, so neither a network nor a second try is of any use. Kept true by `app/watch-history`. */
const ON_THIS_DEVICE = { networkMode: "always", retry: false, staleTime: Infinity, gcTime: 0 } as const;

export const historyQueries = {
  all: (client: Client) => [client.scope, "history"] as const,
  /** Runs and other actions of this account on this device, the newest first. */
  entries: (client: Client) =>
    queryOptions({
      queryKey: [...historyQueries.all(client), "entries"],
      queryFn: async () => (await deviceJournal()).entries(client.scope),
      ...ON_THIS_DEVICE,
    }),
  /**
   * One of them with all that belongs to it; null where there is none. It is read again where a run is no longer under
   * way: a tab that crashed announced nothing.
   */
  entry: (client: Client, id: string, { isRunning }: { readonly isRunning: boolean }) =>
    queryOptions({
      queryKey: [...historyQueries.all(client), "entry", id, { isRunning }],
      queryFn: async () => (await deviceJournal()).read(id),
      placeholderData: keepPreviousData,
      ...ON_THIS_DEVICE,
    }),
  /** Whether a run of this or another tab is under way on this homeserver. */
  isRunning: (client: Client) =>
    queryOptions({
      queryKey: [...historyQueries.all(client), "is-running"],
      // A lock that the browser cannot give tells not even of this tab's run.
      queryFn: async () => runs.get().status === "running" || runLock.isHeld(client.homeserver),
      ...ON_THIS_DEVICE,
      // A tab that crashes tells nobody.
      refetchInterval: 5000,
    }),
};
