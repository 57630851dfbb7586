import { ConnectionDropped, forbidden, internalError, limited } from "./answer";
import { sleep } from "./clock";
import type { MediaRecord } from "./media-table";
import type { Server } from "./server-state";

const REFUSED_TIMES = 2;
const RETRY_AFTER_MS = 700;
const SLOW_MS = 3000;

/**
 * Failures that lie in the data, so that they can be seen by hand: an ID (or the localpart of a user ID) that begins
 * with one of these prefixes fails in every call whose path names it.
 */
const sentinels: readonly (readonly [
  prefix: string,
  meet: (server: Server, key: string) => Error | Promise<void> | null,
])[] = [
  ["fail-500-", () => internalError()],
  ["fail-403-", () => forbidden("You are not a server admin")],
  ["limit-429-", limit],
  ["slow-", () => sleep(SLOW_MS)],
  ["drop-", () => new ConnectionDropped("The stand-in drops this connection")],
];

/** Null where no segment of the path is a sentinel; else throws what it stands for, or returns what to wait for. */
export function checkSentinels(server: Server, method: string, segments: readonly string[]): Promise<void> | null {
  for (const segment of segments) {
    const name = bareName(segment);
    const meet = sentinels.find(([prefix]) => name.startsWith(prefix))?.[1];
    const met = meet?.(server, `${method} ${segment}`) ?? null;
    if (met instanceof Error) throw met;
    if (met !== null) return met;
    if (method === "DELETE" && name.startsWith("gone-")) vanish(server, segment);
  }
  return null;
}

/** A file that cannot be unlinked: its own ID or its owner's begins with `stuck-`. */
export const isStuck = ({ media_id, user_id }: MediaRecord): boolean =>
  media_id.startsWith("stuck-") || (user_id !== null && user_id.startsWith("@stuck-"));

/** Removes every file named `gone-…`, as if somebody else had just deleted it. */
export function vanishFiles({ store }: Server): void {
  for (const { media_id } of store.media.all()) if (media_id.startsWith("gone-")) store.media.delete(media_id);
}

const bareName = (id: string): string => (id.startsWith("@") ? id.slice(1) : id);

/** Refuses each kind of request for each ID twice and then lets it through. */
function limit({ met }: Server, key: string): Error | null {
  const times = (met.get(key) ?? 0) + 1;
  met.set(key, times);
  return times > REFUSED_TIMES ? null : limited(RETRY_AFTER_MS);
}

/** Between the list and the deletion the user or the file has gone. */
function vanish({ store }: Server, id: string): void {
  if (id.startsWith("@")) store.accounts.delete(id);
  else store.media.delete(id);
}
