import { queryOptions } from "@tanstack/react-query";
import { listQuarantineChanges } from "../api/moderation";
import type { QuarantineChange } from "../api/moderation";
import type { Client } from "../api/http";
import { mediaQueries } from "./media";

/** One change with its place in the list, from 1 on. */
export interface NumberedChange extends QuarantineChange {
  readonly number: number;
}

export const quarantineQueries = {
  /** Every change that Synapse keeps, the latest first. Begins like media: what changes those changes this. */
  changes: (client: Client) =>
    queryOptions({
      queryKey: [...mediaQueries.all(client), "quarantine-changes"],
      queryFn: ({ signal }) => readChanges(client, signal),
      structuralSharing: false,
    }),
};

/** Reads page after page, as each says where the next one begins, until one is empty. */
async function readChanges(client: Client, signal: AbortSignal): Promise<readonly NumberedChange[]> {
  const all: NumberedChange[] = [];
  let from = 0;
  for (;;) {
    const { changes, nextFrom } = await listQuarantineChanges(client, from, signal);
    for (const change of changes) all.push({ ...change, number: all.length + 1 });
    // A server that does not move on would be asked for ever.
    if (changes.length === 0 || nextFrom <= from) return all.reverse();
    from = nextFrom;
  }
}
