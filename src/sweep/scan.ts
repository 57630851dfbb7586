import type { MediaOwner } from "../api/statistics";
import type { MediaFile } from "../api/media-page";
import { coverageUpTo, covers } from "./coverage";
import type { Coverage } from "./coverage";
import type { Inventory } from "./inventory";
import { listAllOwners } from "./list-owners";
import { readOwner } from "./list-owner";
import type { ListDeps, ListRequest } from "./list-owner";
import { pool } from "./pool";
import type { Rule } from "./rule";

/** What a scan reports while it goes on; the files themselves are in the inventory by then. */
export type ScanEvent =
  /** The owners that may have matching files; sent once, first. */
  | { readonly kind: "owners"; readonly owners: readonly MediaOwner[] }
  /** An owner's list is known as far as the rule needs. */
  | { readonly kind: "read"; readonly owner: MediaOwner }
  /** An owner could not be read; statistics count these files and bytes for them. */
  | { readonly kind: "unread"; readonly owner: MediaOwner; readonly error: unknown };

/** What a scan is to find, and where it puts it. */
export interface ScanRequest {
  /** Null for everything. */
  readonly rule: Rule | null;
  /** What it holds already is not read again. */
  readonly inventory: Inventory;
  /** Only these owners; everybody where it is left out. */
  readonly isWanted?: ((userId: string) => boolean) | undefined;
  /** Called after each page, when its rows are in the inventory, with their number. */
  readonly onPage?: ((files: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Owners read at once. The server answers each from one thread, so more only lengthens its queue. */
const OWNERS_IN_FLIGHT = 4;
/** Most owners have few files that are large. */
const LARGEST_ROWS = 100;

/**
 * Brings every file that the rule's date and size select into the inventory, or every file there is. No endpoint lists all media, so this asks
 * the statistics for owners and then each owner for their list. Owners that cannot have a match are not asked, nor
 * those known well enough, and lists are read in the order that ends soonest. Throws when the owners cannot be read,
 * and the signal's reason when it aborts.
 */
export async function* scan(deps: ListDeps, request: ScanRequest): AsyncGenerator<ScanEvent> {
  const { rule, inventory, signal } = request;
  const owners = await listOwnersFor(deps, request);
  yield { kind: "owners", owners };
  const isKnown = ({ userId }: MediaOwner): boolean =>
    inventory
      .coveragesOf(userId)
      .some((coverage) => (rule === null ? coverage.kind === "all" : covers(coverage, rule)));
  const [known, unknown] = [owners.filter(isKnown), owners.filter((owner) => !isKnown(owner))];
  for (const owner of known) yield { kind: "read", owner };
  const options = { inFlight: OWNERS_IN_FLIGHT, stop: signal };
  yield* pool(unknown, options, async (owner): Promise<ScanEvent> => {
    try {
      await readInto(deps, owner, request);
      return { kind: "read", owner };
    } catch (error) {
      // What a stop cut short says nothing about the owner, and what was found stays.
      signal?.throwIfAborted();
      // Half a list beside the sums of the whole would be counted twice.
      inventory.drop(owner.userId);
      return { kind: "unread", owner, error };
    }
  });
  signal?.throwIfAborted();
  inventory.trim();
}

async function readInto(deps: ListDeps, owner: MediaOwner, { rule, inventory, signal, onPage }: ScanRequest) {
  const { userId } = owner;
  const earlier = inventory.drop(userId);
  let last: MediaFile | null = null;
  for await (const event of readOwner(deps, { userId, signal, ...orderFor(rule, owner) })) {
    if (event.kind === "again") inventory.drop(userId);
    else if (event.kind === "files") {
      inventory.append(userId, event.files);
      last = event.files.at(-1) ?? last;
      onPage?.(event.files.length);
    } else {
      inventory.cover(userId, coverageOf(event.isWhole ? null : last, rule), earlier);
    }
  }
}

/** What is known of a list that was left after this file; null where it was read to its end. */
const coverageOf = (last: MediaFile | null, rule: Rule | null): Coverage =>
  last === null || rule === null ? { kind: "all" } : coverageUpTo(last, rule);

/**
 * Owners that may have a match. A file's effective time is never before its upload, so owners without an upload
 * before the date have none; and nobody whose files together are not larger than the limit has one that is.
 */
async function listOwnersFor(deps: ListDeps, { rule, isWanted, signal }: ScanRequest): Promise<readonly MediaOwner[]> {
  // `until_ts` is inclusive, the rule's date is not.
  const uploadedUntilMs = rule === null ? undefined : rule.beforeMs - 1;
  const owners = await listAllOwners(deps, { uploadedUntilMs, signal });
  const wanted = owners.filter(({ userId }) => isWanted?.(userId) !== false);
  return rule === null ? wanted : wanted.filter((owner) => owner.bytes > rule.largerThanBytes);
}

/**
 * The order in which an owner's list can be left early. Largest first when there is a limit; rows without a size
 * stand first on PostgreSQL and last on SQLite, so they end nothing. Else oldest first, up to the rule's date.
 */
function orderFor(rule: Rule | null, owner: MediaOwner): Omit<ListRequest, "userId" | "signal"> {
  if (rule === null) return { orderBy: "created_ts", dir: "f" };
  if (rule.largerThanBytes > 0) {
    return {
      orderBy: "media_length",
      dir: "b",
      isPast: (file) => file.sizeBytes !== null && file.sizeBytes <= rule.largerThanBytes,
      firstRows: LARGEST_ROWS,
    };
  }
  const isPast = (file: MediaFile) => file.createdMs >= rule.beforeMs;
  // The statistics count what was uploaded before the date; one more row tells that it is past.
  return { orderBy: "created_ts", dir: "f", isPast, firstRows: owner.files + 1 };
}
