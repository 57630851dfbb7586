import * as v from "valibot";
import type { MediaName } from "../lib/mxc";
import { adminPath, decodeWith } from "./http";
import type { Client } from "./http";

/** Synapse answers these with an empty object, also for media that it does not know. */
const decodeNothing = decodeWith(
  v.pipe(
    v.object({}),
    v.transform(() => undefined),
  ),
);

/**
 * Quarantines a local or cached remote file: this server hands it out no more, its space is not freed. Since Synapse 1.128
 * every file of the same hash goes with it, whoever owns it. Resolves for unknown media and for protected files too,
 * which stay as they are. Safe to repeat.
 * Source: Synapse admin API, "Quarantining media by ID" (1.9).
 */
export const quarantineMedia = async (
  client: Client,
  { serverName, mediaId }: MediaName,
  signal?: AbortSignal,
): Promise<void> =>
  client.post({ path: adminPath`v1/media/quarantine/${serverName}/${mediaId}`, signal, decode: decodeNothing });

/**
 * Lifts the quarantine of a file, since 1.128 that of every file of the same hash. Resolves for unknown media too. Safe
 * to repeat.
 * Source: Synapse admin API, "Remove media from quarantine by ID" (1.36).
 */
export const unquarantineMedia = async (
  client: Client,
  { serverName, mediaId }: MediaName,
  signal?: AbortSignal,
): Promise<void> =>
  client.post({ path: adminPath`v1/media/unquarantine/${serverName}/${mediaId}`, signal, decode: decodeNothing });

/**
 * Protects a local file: quarantine leaves it alone, and since Synapse 1.61 so do deletion by date and retention;
 * deletion by ID does not. Throws HttpError 404 `M_UNKNOWN` where there is no such file. Safe to repeat.
 * Source: Synapse admin API, "Protecting media from being quarantined" (1.26).
 */
export const protectMedia = async (client: Client, mediaId: string, signal?: AbortSignal): Promise<void> =>
  client.post({ path: adminPath`v1/media/protect/${mediaId}`, signal, decode: decodeNothing });

/**
 * Takes the protection away. Throws HttpError 404 `M_UNKNOWN` where there is no such file. Safe to repeat.
 * Source: Synapse admin API, "Unprotecting media from being quarantined" (1.36).
 */
export const unprotectMedia = async (client: Client, mediaId: string, signal?: AbortSignal): Promise<void> =>
  client.post({ path: adminPath`v1/media/unprotect/${mediaId}`, signal, decode: decodeNothing });

const decodeCount = decodeWith(v.object({ num_quarantined: v.number() }));

/**
 * How many files were set to quarantined, whatever they were before, by the name that Synapse gives to it: records of
 * actions keep that.
 */
export type QuarantineCount = Readonly<Record<"num_quarantined", number>>;

/**
 * Quarantines everything that a local user uploaded and that is not protected; since Synapse 1.128 also every other
 * file of the same hashes, so that the count may exceed what the user has. Resolves with 0 for an unknown user. Takes as
 * long as it takes.
 * Source: Synapse admin API, "Quarantining all media of a user" (1.9); the path says `user`, not `users`.
 */
export const quarantineUserMedia = async (
  client: Client,
  userId: string,
  signal?: AbortSignal,
): Promise<QuarantineCount> =>
  client.post({ path: adminPath`v1/user/${userId}/media/quarantine`, signal, decode: decodeCount });

/**
 * Quarantines what unencrypted events of a room name: local files and cached remote ones, as the list of a room's media
 * does. Resolves with 0 for an unknown room. Reads every event of the room, so takes as long as it takes.
 * Source: Synapse admin API, "Quarantining media in a room" (1.9); the path says `room`, not `rooms`.
 */
export const quarantineRoomMedia = async (
  client: Client,
  roomId: string,
  signal?: AbortSignal,
): Promise<QuarantineCount> =>
  client.post({ path: adminPath`v1/room/${roomId}/media/quarantine`, signal, decode: decodeCount });

/** A file that was quarantined, or of which the quarantine was lifted. When is not told. */
export interface QuarantineChange extends MediaName {
  readonly isQuarantined: boolean;
}

export interface QuarantineChangesPage {
  /** In the order in which they happened. */
  readonly changes: readonly QuarantineChange[];
  readonly nextFrom: number;
}

const decodeChanges = decodeWith(
  v.pipe(
    v.object({
      next_batch: v.number(),
      changes: v.array(
        v.object({
          origin: v.string(),
          media_id: v.string(),
          // 0 or 1 on SQLite.
          quarantined: v.union([v.boolean(), v.number()]),
        }),
      ),
    }),
    v.transform(({ next_batch, changes }) => ({
      nextFrom: next_batch,
      changes: changes.map(({ origin, media_id, quarantined }) => ({
        serverName: origin,
        mediaId: media_id,
        isQuarantined: Boolean(quarantined),
      })),
    })),
  ),
);

/**
 * The next 100 changes of quarantine after `from`, the oldest first. There are no more once a page is empty. Changes
 * from before 1.152 are brought in by a background job, in no order of time.
 * Source: Synapse admin API, "Listing all quarantined media changes" (1.152).
 */
export const listQuarantineChanges = async (
  client: Client,
  from: number,
  signal?: AbortSignal,
): Promise<QuarantineChangesPage> =>
  client.get({ path: adminPath`v1/media/quarantine_changes`, search: { from }, signal, decode: decodeChanges });
