import * as v from "valibot";
import { adminPath, decodeWith } from "./http";
import type { Client } from "./http";
import { decodeMediaPage } from "./media-page";
import type { MediaPageAnswer } from "./media-page";
import type { MediaName } from "../lib/mxc";

/** Every order Synapse offers for a user's media. Ties are broken by media ID, ascending. */
export const mediaOrders = [
  "created_ts",
  "last_access_ts",
  "media_length",
  "upload_name",
  "media_type",
  "media_id",
  "quarantined_by",
  "safe_from_quarantine",
] as const;
export type MediaOrder = (typeof mediaOrders)[number];

/** `f` ascending, `b` descending. */
export type Direction = "f" | "b";

/**
 * One page of a user's media. Order and direction are both required: given only one of them, Synapse fills in the
 * other with a default that differs from the one it uses when neither is given.
 */
export interface MediaPage {
  readonly orderBy: MediaOrder;
  readonly dir: Direction;
  readonly from: number;
  /** At least 1: a limit of 0 makes `next_token` point at itself. Synapse has no maximum. */
  readonly limit: number;
}

/** Where a page of a user's media is listed (GET) or deleted (DELETE). */
export const userMediaTarget = (userId: string, page: MediaPage) => ({
  path: adminPath`v1/users/${userId}/media`,
  search: { order_by: page.orderBy, dir: page.dir, from: page.from, limit: page.limit },
});

/**
 * Lists a page of a local user's media, without touching any access time.
 * Where a value is null its place in the order is the database's: first or last, SQLite and PostgreSQL differ.
 * Throws HttpError 404 `M_NOT_FOUND` for an owner without a row in `users`, although statistics count such owners.
 * Source: Synapse admin API, "List media uploaded by a user" (1.23).
 */
export const listUserMedia = async (
  client: Client,
  userId: string,
  page: MediaPage & { readonly signal?: AbortSignal | undefined },
): Promise<MediaPageAnswer> =>
  client.get({
    ...userMediaTarget(userId, page),
    signal: page.signal,
    decode: (json) => decodeMediaPage(json, userId),
  });

/** What a deletion says it removed. `total` is the number of these IDs, never of what remains. */
export interface DeletedMedia {
  readonly deletedIds: readonly string[];
  readonly total: number;
}

const decodeDeleted = decodeWith(
  v.pipe(
    v.object({ deleted_media: v.array(v.string()), total: v.number() }),
    v.transform(({ deleted_media, total }): DeletedMedia => ({ deletedIds: deleted_media, total })),
  ),
);

/** Where one local file is deleted (DELETE). */
export const mediaTarget = ({ serverName, mediaId }: MediaName) => ({
  path: adminPath`v1/media/${serverName}/${mediaId}`,
});

/**
 * Deletes one local file, whatever protects it. Resolves with `total: 0` where the server could not remove the file.
 * Throws HttpError 404 `M_NOT_FOUND` where it is already gone.
 * Source: Synapse admin API, "Delete a specific local media" (1.23).
 */
export const deleteMedia = async (client: Client, name: MediaName, signal?: AbortSignal): Promise<DeletedMedia> =>
  client.delete({ ...mediaTarget(name), signal, decode: decodeDeleted });

/** The parameters of Synapse's own selection. */
export interface DeleteByRule {
  /** Files last used before this moment, in ms since 1970, strictly. Synapse refuses less than 30,000,000,000. */
  readonly beforeMs: number;
  /** Files larger than this many bytes, strictly; so 0 leaves empty files alone. */
  readonly largerThanBytes: number;
  /** Leave out every picture that a profile or room shows, or ever showed in a membership. */
  readonly keepAvatars: boolean;
  /** For servers before 1.78, whose path holds the server's name; null for the path without. */
  readonly legacyServerName: string | null;
}

/** Where Synapse selects and deletes by itself (POST). */
export const ruleTarget = (rule: DeleteByRule) => ({
  path:
    rule.legacyServerName === null ? adminPath`v1/media/delete` : adminPath`v1/media/${rule.legacyServerName}/delete`,
  search: { before_ts: rule.beforeMs, size_gt: rule.largerThanBytes, keep_profiles: rule.keepAvatars },
});

/**
 * Has Synapse select and delete media of the whole server. Answers only when all of it is done, and goes on when
 * nobody waits for the answer any more.
 * Source: Synapse admin API, "Delete local media by date or size" (1.23; without server name since 1.78).
 */
export const deleteMediaByRule = async (
  client: Client,
  rule: DeleteByRule,
  signal?: AbortSignal,
): Promise<DeletedMedia> => client.post({ ...ruleTarget(rule), signal, decode: decodeDeleted });

/**
 * Deletes one page of a user's media, whatever protects it: the page that `listUserMedia` would list.
 * A file that cannot be removed stays in the list and is missing from the answer.
 * Source: Synapse admin API, "Delete media uploaded by a user" (1.41).
 */
export const deleteUserMedia = async (
  client: Client,
  userId: string,
  page: MediaPage & { readonly signal?: AbortSignal | undefined },
): Promise<DeletedMedia> =>
  client.delete({ ...userMediaTarget(userId, page), signal: page.signal, decode: decodeDeleted });
