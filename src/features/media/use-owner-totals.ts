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

export interface OwnerTotalsRead {
  /** Null while they are not known. */
  readonly totals: OwnerTotals | null;
  readonly error: Error | null;
  readonly readAgain: () => unknown;
}

/**
 * What statistics count for an owner, and for everybody. Read anew after each run, and where those read before do not
 * name this owner, who may have uploaded since.
 */
export function useOwnerTotals(userId: string): OwnerTotalsRead {
  const { data, error, fetchStatus, refetch } = useQuery({
    ...statisticsQueries.owners(currentDeps(), { fromMs: null, untilMs: null }),
    staleTime: ({ state }) => (ownerIn(state.data, userId) === undefined ? 0 : FRESH_MS),
  });
  const isAnswer = fetchStatus === "idle" && error === null;
  const totals = useMemo(() => {
    const owner = ownerIn(data, userId) ?? (isAnswer ? { userId, displayName: null, files: 0, bytes: 0 } : undefined);
    if (data === undefined || owner === undefined) return null;
    return { owner, wholeBytes: data.reduce((sum, { bytes }) => sum + bytes, 0) };
  }, [data, isAnswer, userId]);
  return { totals, error: fetchStatus === "idle" ? error : null, readAgain: refetch };
}

const ownerIn = (owners: readonly MediaOwner[] | undefined, userId: string): MediaOwner | undefined =>
  owners?.find((owner) => owner.userId === userId);
