import * as v from "valibot";
import { adminPath, decodeWith } from "./http";
import type { Client } from "./http";

/** What one owner stores, by their rows in the media table: quarantined files, URL previews and reservations included. */
export interface MediaOwner {
  readonly userId: string;
  readonly displayName: string | null;
  readonly files: number;
  /** Bytes of the original files, without thumbnails; 0 where none has a size yet. */
  readonly bytes: number;
}

export interface OwnerPage {
  readonly from: number;
  readonly limit: number;
  /** Only files uploaded at or after this moment, in ms. */
  readonly uploadedFromMs?: number | undefined;
  /** Only files uploaded at or before this moment, in ms; has to be later than `uploadedFromMs`. */
  readonly uploadedUntilMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface OwnerPageAnswer {
  readonly owners: readonly MediaOwner[];
  readonly total: number;
  readonly nextFrom: number | null;
}

/** A row of these statistics as Synapse sends it. */
export const userMediaStatistics = v.object({
  user_id: v.nullable(v.string()),
  displayname: v.nullish(v.string()),
  media_count: v.number(),
  media_length: v.nullish(v.number()),
});
export type UserMediaStatistics = v.InferOutput<typeof userMediaStatistics>;

const decodeOwners = decodeWith(
  v.pipe(
    v.object({ users: v.array(userMediaStatistics), total: v.number(), next_token: v.optional(v.number()) }),
    v.transform(({ users, total, next_token }): OwnerPageAnswer => ({
      owners: users.flatMap(ownerOf),
      total,
      nextFrom: next_token ?? null,
    })),
  ),
);

/** Rows without an owner cannot be listed by any endpoint. */
function ownerOf(row: UserMediaStatistics): MediaOwner[] {
  if (row.user_id === null) return [];
  return [
    {
      userId: row.user_id,
      displayName: row.displayname ?? null,
      files: row.media_count,
      bytes: row.media_length ?? 0,
    },
  ];
}

/**
 * Lists a page of everybody who owns media, by user ID: the only order without ties, so the only one that pages
 * without losing or repeating owners. Main process only; aggregates the whole media table twice a call.
 * Source: Synapse admin API, "Users' media usage statistics" (1.23).
 */
export const listMediaOwners = async (client: Client, page: OwnerPage): Promise<OwnerPageAnswer> =>
  client.get({
    path: adminPath`v1/statistics/users/media`,
    search: {
      order_by: "user_id",
      dir: "f",
      from: page.from,
      limit: page.limit,
      from_ts: page.uploadedFromMs,
      until_ts: page.uploadedUntilMs,
    },
    signal: page.signal,
    decode: decodeOwners,
  });
