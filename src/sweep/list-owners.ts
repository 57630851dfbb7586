import { listMediaOwners } from "../api/statistics";
import type { MediaOwner } from "../api/statistics";
import { PAGE_SIZE } from "./list-owner";
import type { ListDeps } from "./list-owner";
import { readAll } from "./pages";
import { readPatiently } from "./patience";

export interface OwnersRequest {
  /** Only what was uploaded from this moment on, in ms. */
  readonly uploadedFromMs?: number | undefined;
  /** Only what was uploaded up to this moment, itself included, in ms. */
  readonly uploadedUntilMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the statistics of all owners, ordered by user ID, the only order without ties. Throws what `listMediaOwners`
 * throws, after retries.
 */
export async function listAllOwners(deps: ListDeps, range: OwnersRequest): Promise<readonly MediaOwner[]> {
  const limit = deps.pageSize ?? PAGE_SIZE;
  const readPage = async (from: number) => {
    const read = () => listMediaOwners(deps.client, { ...range, from, limit });
    const { owners, nextFrom } = await readPatiently(read, deps.patience, range.signal);
    // Their total is no help: rows without an owner may or may not count.
    return { rows: owners, total: null, nextFrom };
  };
  return [...(await readAll(readPage, ({ userId }) => userId)).values()];
}
