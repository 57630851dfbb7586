import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Client } from "../api/http";
import { listUserMedia } from "../api/media";
import type { MediaPage } from "../api/media";
import { listOwner } from "../sweep/list-owner";
import type { ListDeps } from "../sweep/list-owner";

export const mediaQueries = {
  all: (client: Client) => [client.scope, "media"] as const,
  /** One page of a user's media. */
  ofUser: (client: Client, userId: string, page: MediaPage) =>
    queryOptions({
      queryKey: [...mediaQueries.all(client), "of-user", userId, page],
      queryFn: ({ signal }) => listUserMedia(client, userId, { ...page, signal }),
      placeholderData: keepPreviousData,
    }),
  /** Everything a user has, oldest first: what filters, totals by type and by month are counted from. */
  allOfUser: (deps: ListDeps, userId: string) =>
    queryOptions({
      queryKey: [...mediaQueries.all(deps.client), "all-of-user", userId],
      queryFn: ({ signal }) => listOwner(deps, { userId, orderBy: "created_ts", dir: "f", signal }),
      // The reading itself repeats what may pass.
      retry: false,
      // Comparing tens of thousands of rows one by one takes longer than drawing those in sight.
      structuralSharing: false,
    }),
};
