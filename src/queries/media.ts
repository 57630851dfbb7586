import { keepPreviousData, queryOptions, skipToken } from "@tanstack/react-query";
import type { Client } from "../api/http";
import { listUserMedia } from "../api/media";
import type { MediaPage } from "../api/media";
import { findMedia } from "../api/media-info";
import type { MediaFile } from "../api/media-page";
import type { MediaName } from "../lib/mxc";
import { findInList } from "../sweep/find-file";
import { listOwner } from "../sweep/list-owner";
import type { ListDeps } from "../sweep/list-owner";

/** How far the reading of a user's whole list is. */
export interface ListProgress {
  readonly filesRead: number;
  readonly filesTotal: number;
}

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
      queryFn: ({ signal, client: cache }) => {
        const { queryKey } = mediaQueries.progressOfUser(deps.client, userId);
        cache.setQueryData(queryKey, null);
        const onPage = (read: ListProgress) => cache.setQueryData(queryKey, read);
        return listOwner(deps, { userId, orderBy: "created_ts", dir: "f", onPage, signal });
      },
      // The reading itself repeats what may pass.
      retry: false,
      // Comparing tens of thousands of rows one by one takes longer than drawing those in sight.
      structuralSharing: false,
    }),
  /** How far that is; null before its first page. Written by the reading, never asked for. */
  progressOfUser: (client: Client, userId: string) =>
    queryOptions<ListProgress | null>({
      queryKey: [...mediaQueries.all(client), "progress-of-user", userId],
      queryFn: skipToken,
    }),
  /** One file, local or cached; null where Synapse knows none of that name. Since Synapse 1.140. */
  one: (client: Client, name: MediaName) =>
    queryOptions({
      queryKey: [...mediaQueries.all(client), "one", name],
      queryFn: ({ signal }) => findMedia(client, name, signal),
    }),
  /** That file as its owner's list has it; null where it is not there any more. For versions without `one`. */
  inListOf: (deps: ListDeps, { userId, mediaId }: Pick<MediaFile, "userId" | "mediaId">) =>
    queryOptions({
      queryKey: [...mediaQueries.all(deps.client), "in-list-of", userId, mediaId],
      queryFn: ({ signal }) => findInList(deps, { userId, mediaId, signal }),
      retry: false,
    }),
};
