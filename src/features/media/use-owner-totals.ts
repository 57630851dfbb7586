import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MediaOwner } from "../../api/statistics";
import { statisticsQueries } from "../../queries/statistics";
import { currentDeps } from "../../session/current";

/** Statistics add up the whole media table at each call, and a head is no reason to do that for every user looked at. */
const FRESH_MS = 10 * 60_000;

export interface OwnerTotals {
  readonly owner: MediaOwner;
  /** Bytes of everybody's files. */
  readonly wholeBytes: number;
}

/** What statistics count for an owner, and for everybody; null while that is not known. Read anew after each run. */
export function useOwnerTotals(userId: string): OwnerTotals | null {
  const everything = statisticsQueries.owners(currentDeps(), { fromMs: null, untilMs: null });
  const { data: owners } = useQuery({ ...everything, staleTime: FRESH_MS });
  return useMemo(() => {
    if (owners === undefined) return null;
    const none = { userId, displayName: null, files: 0, bytes: 0 };
    return {
      owner: owners.find((owner) => owner.userId === userId) ?? none,
      wholeBytes: owners.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }, [owners, userId]);
}
