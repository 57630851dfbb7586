import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Client } from "../api/http";
import type { ListDeps } from "../sweep/list-owner";
import { listAllOwners } from "../sweep/list-owners";

/** Both in ms and inclusive; null where the range is open. */
export interface UploadRange {
  readonly fromMs: number | null;
  readonly untilMs: number | null;
}

export const statisticsQueries = {
  all: (client: Client) => [client.scope, "statistics"] as const,
  /** Everybody who owns media uploaded in that range, read whole: the server's own orders lose rows between pages. */
  owners: (deps: ListDeps, { fromMs, untilMs }: UploadRange) =>
    queryOptions({
      queryKey: [...statisticsQueries.all(deps.client), "owners", { fromMs, untilMs }],
      queryFn: ({ signal }) =>
        listAllOwners(deps, { uploadedFromMs: fromMs ?? undefined, uploadedUntilMs: untilMs ?? undefined, signal }),
      placeholderData: keepPreviousData,
      // The reading itself repeats what may pass.
      retry: false,
    }),
};
