import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Client } from "../api/http";
import { listUserMedia } from "../api/media";
import type { MediaPage } from "../api/media";

export const mediaQueries = {
  all: (client: Client) => [client.scope, "media"] as const,
  /** One page of a user's media. */
  ofUser: (client: Client, userId: string, page: MediaPage) =>
    queryOptions({
      queryKey: [...mediaQueries.all(client), "of-user", userId, page],
      queryFn: ({ signal }) => listUserMedia(client, userId, { ...page, signal }),
      placeholderData: keepPreviousData,
    }),
};
