import { listUsers } from "../api/users";
import type { LocalUser } from "../api/users";
import type { ListDeps } from "./list-owner";
import { readAll } from "./pages";
import { readPatiently } from "./patience";

const PAGE_SIZE = 1000;

/** Reads all local accounts but guests. Throws what `listUsers` throws, after retries. */
export async function listAllUsers(deps: ListDeps, signal?: AbortSignal): Promise<readonly LocalUser[]> {
  const readPage = async (from: number) => {
    const read = () => listUsers(deps.client, { from, limit: PAGE_SIZE, signal });
    const { users, nextFrom } = await readPatiently(read, deps.patience, signal);
    return { rows: users, total: null, nextFrom };
  };
  return [...(await readAll(readPage, ({ userId }) => userId)).values()];
}
