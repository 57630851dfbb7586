import { DecodeError, HttpError, ListChangedError, UnreachableError, UnsettledError } from "../api/errors";
import type { ListedFile } from "./inventory";
import { listOwner } from "./list-owner";
import type { ListDeps } from "./list-owner";
import { pool } from "./pool";

/**
 * Whether a deletion that threw this may have been carried out all the same: no answer, an unreadable one, or an
 * error of Synapse or a proxy half-way. A client error says that it was refused.
 */
export const isAnswerLost = (error: unknown): boolean =>
  error instanceof UnreachableError ||
  error instanceof DecodeError ||
  (error instanceof HttpError && error.status >= 500);

/** What the lists are asked about. */
export type Owned = Pick<ListedFile, "mediaId" | "userId">;

/** Waits between readings of the lists, in ms; the last one repeats. */
const READING_DELAYS_MS = [1000, 2000, 4000, 8000, 15_000];
const MAX_READINGS = 40;

/**
 * After a lost answer: which of these files are still listed, read again until two readings agree, because Synapse
 * carries a deletion on when nobody listens. A list of several pages moves under the reader while it does: such a
 * reading says nothing but that it is too early. Throws UnsettledError where the lists never stand still, and what
 * `listOwner` throws otherwise.
 */
export async function settle(deps: ListDeps, files: readonly Owned[]): Promise<ReadonlySet<string>> {
  let before = await listedUnlessMoving(deps, files);
  for (let reading = 0; reading < MAX_READINGS; reading += 1) {
    if (before?.size === 0) return before;
    await deps.patience.wait(READING_DELAYS_MS[reading] ?? READING_DELAYS_MS.at(-1) ?? 0);
    const now = await listedUnlessMoving(deps, files);
    // Files only ever leave, so equal numbers are equal sets.
    if (now !== null && now.size === before?.size) return now;
    before = now;
  }
  throw new UnsettledError("The lists of files did not stand still");
}

/** As `stillListed`; null where a list changed while its pages were read. */
async function listedUnlessMoving(deps: ListDeps, files: readonly Owned[]): Promise<ReadonlySet<string> | null> {
  try {
    return await stillListed(deps, files);
  } catch (error) {
    if (error instanceof ListChangedError) return null;
    throw error;
  }
}

/** Which of these files their owners' lists still name. Throws what `listOwner` throws. */
export async function stillListed(deps: ListDeps, files: readonly Owned[]): Promise<ReadonlySet<string>> {
  const asked = new Set(files.map((file) => file.mediaId));
  const owners = [...new Set(files.map((file) => file.userId))];
  const listed = new Set<string>();
  const read = (userId: string) => listOwner(deps, { userId, orderBy: "created_ts", dir: "f" });
  for await (const owned of pool(owners, { inFlight: 4 }, read)) {
    for (const { mediaId } of owned) if (asked.has(mediaId)) listed.add(mediaId);
  }
  return listed;
}
