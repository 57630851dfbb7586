import type { ListDeps } from "./list-owner";
import { listAllOwners } from "./list-owners";
import { NO_FILES } from "./tally";
import type { Tally } from "./tally";

/** How long a run may wait for its server's sums, in ms: they prove something, and nothing depends on them. */
const LIMIT_MS = 10_000;

/** What the server's statistics count of all media; null where they do not say so in time. Never throws. */
export async function totalsOf(deps: ListDeps, stop: AbortSignal): Promise<Tally | null> {
  const limit = new AbortController();
  const limiting = AbortSignal.any([limit.signal, stop]);
  const isOver = deps.patience.wait(LIMIT_MS, limiting).then(
    () => null,
    () => null,
  );
  // Without a token there is nothing to wait for.
  const patience = { ...deps.patience, untilRenewed: () => Promise.reject(new Error("No token")) };
  const sum = async () => {
    const owners = await listAllOwners({ ...deps, patience }, { signal: limiting });
    return owners.reduce(
      (sums, { files, bytes }) => ({ files: sums.files + files, bytes: sums.bytes + bytes }),
      NO_FILES,
    );
  };
  try {
    return await Promise.race([sum(), isOver]);
  } catch {
    return null;
  } finally {
    limit.abort();
  }
}
