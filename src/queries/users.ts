import { queryOptions } from "@tanstack/react-query";
import type { Client } from "../api/http";
import { getUser } from "../api/users";
import type { ListDeps } from "../sweep/list-owner";
import { listAllUsers } from "../sweep/list-users";

export const userQueries = {
  all: (client: Client) => [client.scope, "users"] as const,
  /** One local account; fails with 404 `M_NOT_FOUND` where there is none. */
  account: (client: Client, userId: string) =>
    queryOptions({
      queryKey: [...userQueries.all(client), "account", userId],
      queryFn: ({ signal }) => getUser(client, userId, signal),
    }),
  /** All local accounts but guests, who can upload nothing. */
  accounts: (deps: ListDeps) =>
    queryOptions({
      queryKey: [...userQueries.all(deps.client), "accounts"],
      queryFn: ({ signal }) => listAllUsers(deps, signal),
      // The reading itself repeats what may pass.
      retry: false,
      // Comparing tens of thousands of accounts one by one takes longer than what follows from them.
      structuralSharing: false,
    }),
};
