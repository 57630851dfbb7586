import { useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import type { LocalUser } from "../../api/users";
import { userQueries } from "../../queries/users";
import { currentDeps } from "../../session/current";
import type { PickedUsers } from "../../session/picked-users";

export interface Accounts {
  /** Null until they are read. */
  readonly accounts: readonly LocalUser[] | null;
  /** User IDs of closed ones; empty until then. */
  readonly deactivated: ReadonlySet<string>;
}

/** All accounts, read once somebody is ticked: looking at the list needs none of them. */
export function useAccounts(picked: PickedUsers): Accounts {
  const isWanted = useSyncExternalStore(picked.subscribe, () => picked.size() > 0);
  const { data } = useQuery({ ...userQueries.accounts(currentDeps()), enabled: isWanted });
  return useMemo(() => {
    const closed = (data ?? []).filter(({ isDeactivated }) => isDeactivated);
    return { accounts: data ?? null, deactivated: new Set(closed.map(({ userId }) => userId)) };
  }, [data]);
}
