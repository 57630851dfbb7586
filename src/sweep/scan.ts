import { listMediaOwners } from "../api/statistics";
import type { MediaOwner } from "../api/statistics";
import type { MediaFile } from "../api/media-page";
import { PAGE_SIZE, listOwner } from "./list-owner";
import type { ListDeps, ListRequest } from "./list-owner";
import { pages } from "./pages";
import { readPatiently } from "./patience";
import { pool } from "./pool";
import { matchesRule } from "./rule";
import type { Rule } from "./rule";

/** What a scan reports while it goes on. */
export type ScanEvent =
  /** The owners that may have matching files; sent once, first. */
  | { readonly kind: "owners"; readonly owners: readonly MediaOwner[] }
  /** An owner was read to the end; the files are those that match the rule's date and size. */
  | { readonly kind: "read"; readonly owner: MediaOwner; readonly files: readonly MediaFile[] }
  /** An owner could not be read; statistics count these files and bytes for them. */
  | { readonly kind: "unread"; readonly owner: MediaOwner; readonly error: unknown };

/** Owners read at once. The server answers each from one thread, so more only lengthens its queue. */
const OWNERS_IN_FLIGHT = 4;

/**
 * Finds every file that the rule's date and size select. No endpoint lists all media, so this asks the statistics for
 * owners and then each owner for their list. Owners that cannot have a match are not asked, and lists are read in the
 * order that ends soonest. Throws when the owners cannot be read, and the signal's reason when it aborts.
 */
export async function* scan(deps: ListDeps, rule: Rule, signal?: AbortSignal): AsyncGenerator<ScanEvent> {
  const owners = await listOwnersFor(deps, rule, signal);
  yield { kind: "owners", owners };
  yield* pool(owners, { inFlight: OWNERS_IN_FLIGHT, stop: signal }, async (owner): Promise<ScanEvent> => {
    try {
      const files = await listOwner(deps, { userId: owner.userId, signal, ...orderFor(rule) });
      return { kind: "read", owner, files: files.filter((file) => matchesRule(rule, file)) };
    } catch (error) {
      // What a stop cut short says nothing about the owner.
      signal?.throwIfAborted();
      return { kind: "unread", owner, error };
    }
  });
  signal?.throwIfAborted();
}

/**
 * Owners that may have a match. A file's effective time is never before its upload, so owners without an upload
 * before the date have none; and nobody whose files together are not larger than the limit has one that is.
 */
async function listOwnersFor(deps: ListDeps, rule: Rule, signal?: AbortSignal): Promise<readonly MediaOwner[]> {
  // `until_ts` is inclusive, the rule's date is not.
  const owners = await listAllOwners(deps, { uploadedUntilMs: rule.beforeMs - 1, signal });
  return owners.filter((owner) => owner.bytes > rule.largerThanBytes);
}

/** Reads the statistics of all owners, page after page. Throws what `listMediaOwners` throws, after retries. */
export async function listAllOwners(
  deps: ListDeps,
  range: {
    uploadedFromMs?: number | undefined;
    uploadedUntilMs?: number | undefined;
    signal?: AbortSignal | undefined;
  },
): Promise<readonly MediaOwner[]> {
  const owners = new Map<string, MediaOwner>();
  const limit = deps.pageSize ?? PAGE_SIZE;
  const readPage = (from: number) =>
    readPatiently(() => listMediaOwners(deps.client, { ...range, from, limit }), deps.patience, range.signal);
  for await (const page of pages(readPage)) for (const owner of page.owners) owners.set(owner.userId, owner);
  return [...owners.values()];
}

/**
 * The order in which an owner's list can be left early. Largest first when there is a limit; rows without a size
 * stand first on PostgreSQL and last on SQLite, so they end nothing. Else oldest first, up to the rule's date.
 */
function orderFor(rule: Rule): Pick<ListRequest, "orderBy" | "dir" | "isPast"> {
  if (rule.largerThanBytes > 0) {
    return {
      orderBy: "media_length",
      dir: "b",
      isPast: (file) => file.sizeBytes !== null && file.sizeBytes <= rule.largerThanBytes,
    };
  }
  return { orderBy: "created_ts", dir: "f", isPast: (file) => file.createdMs >= rule.beforeMs };
}
