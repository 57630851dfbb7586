import { queryOptions } from "@tanstack/react-query";
import { getServerVersion } from "../api/server";
import type { Client } from "../api/http";

export const serverQueries = {
  all: (client: Client) => [client.scope, "server"] as const,
  /** The homeserver's own version. It changes with a restart at most. */
  version: (client: Client) =>
    queryOptions({
      queryKey: [...serverQueries.all(client), "version"],
      queryFn: ({ signal }) => getServerVersion(client, signal),
      staleTime: Infinity,
    }),
};
