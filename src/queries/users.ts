import { queryOptions } from "@tanstack/react-query";
import type { Client } from "../api/http";
import { getUser } from "../api/users";

export const userQueries = {
  all: (client: Client) => [client.scope, "users"] as const,
  /** One local account; fails with 404 `M_NOT_FOUND` where there is none. */
  account: (client: Client, userId: string) =>
    queryOptions({
      queryKey: [...userQueries.all(client), "account", userId],
      queryFn: ({ signal }) => getUser(client, userId, signal),
    }),
};
