import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import type { MediaFile } from "../api/media-page";
import { listAllOwners } from "./list-owners";
import { readOwner } from "./list-owner";
import type { ListDeps } from "./list-owner";
import { pool } from "./pool";

/** What a search through users' lists reports. */
export type FindEvent =
  | { readonly kind: "owners"; readonly total: number }
  /** One more list was read to its end. */
  | { readonly kind: "read" }
  /** A list that could not be read may hold the file. */
  | { readonly kind: "unread"; readonly userId: string; readonly problem: ErrorText }
  /** Last. */
  | { readonly kind: "found"; readonly file: MediaFile };

export interface FindRequest {
  readonly mediaId: string;
  /** Whose lists are read; everybody's who owns media where null. */
  readonly userIds: readonly string[] | null;
  /** Whoever has seen enough aborts it: what is under way is read to its end otherwise. */
  readonly signal: AbortSignal;
}

const LISTS_IN_FLIGHT = 4;

/**
 * Looks for a file in the lists of its owner's files, a few at a time: the only way to one by its ID before Synapse
 * 1.140. Ends at the file. Throws what `listAllOwners` throws, after retries; once aborted the signal's reason.
 */
export async function* findFile(deps: ListDeps, request: FindRequest): AsyncGenerator<FindEvent> {
  const { mediaId, signal } = request;
  const userIds = request.userIds ?? (await listAllOwners(deps, { signal })).map(({ userId }) => userId);
  yield { kind: "owners", total: userIds.length };
  const inFlight = { inFlight: LISTS_IN_FLIGHT, stop: signal };
  for await (const event of pool(userIds, inFlight, async (userId) => lookInto(deps, { userId, mediaId, signal }))) {
    signal.throwIfAborted();
    yield event;
    if (event.kind === "found") return;
  }
}

/** A file by its ID, and in whose list it is looked for. */
export interface Place extends Pick<FindRequest, "mediaId" | "signal"> {
  readonly userId: string;
}

/** A file as its owner's list has it, which is read no further than that; null where it is not there. Throws what `readOwner` throws. */
export async function findInList(deps: ListDeps, { userId, mediaId, signal }: Place): Promise<MediaFile | null> {
  const isIt = (file: MediaFile) => file.mediaId === mediaId;
  const list = readOwner(deps, { userId, orderBy: "created_ts", dir: "f", isPast: isIt, signal });
  for await (const event of list) {
    const file = event.kind === "files" ? event.files.find(isIt) : undefined;
    if (file !== undefined) return file;
  }
  return null;
}

async function lookInto(deps: ListDeps, place: Place): Promise<FindEvent> {
  try {
    const file = await findInList(deps, place);
    return file === null ? { kind: "read" } : { kind: "found", file };
  } catch (error) {
    return { kind: "unread", userId: place.userId, problem: describeError(error) };
  }
}
