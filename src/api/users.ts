import * as v from "valibot";
import { adminPath, decodeWith } from "./http";
import type { Client } from "./http";

/** A local account. */
export interface LocalUser {
  readonly userId: string;
  readonly displayName: string | null;
  /** mxc URI of the profile picture. */
  readonly avatarUrl: string | null;
  readonly isAdmin: boolean;
  readonly isDeactivated: boolean;
}

/** All that Synapse tells of one account. A flag is null where this version does not tell it. */
export interface UserAccount extends LocalUser {
  /** Told since Synapse 1.98. */
  readonly isLocked: boolean | null;
  readonly isShadowBanned: boolean | null;
  readonly isGuest: boolean | null;
  /** The application service that the account belongs to; null where it belongs to none, or that is not told. */
  readonly appserviceId: string | null;
  /** In ms since 1970, to the second; null where it is not told. */
  readonly createdMs: number | null;
}

export interface LocalUserPage {
  readonly users: readonly LocalUser[];
  readonly nextFrom: number | null;
}

/** Flags are 0 or 1 on SQLite before Synapse 1.98. */
const flag = v.optional(v.nullable(v.union([v.boolean(), v.number()])));

const userInfo = v.object({
  name: v.string(),
  displayname: v.nullish(v.string()),
  avatar_url: v.nullish(v.string()),
  admin: flag,
  deactivated: flag,
});

const localUserOf = (row: v.InferOutput<typeof userInfo>): LocalUser => ({
  userId: row.name,
  displayName: row.displayname ?? null,
  avatarUrl: row.avatar_url ?? null,
  isAdmin: Boolean(row.admin),
  isDeactivated: Boolean(row.deactivated),
});

const decodeAccount = decodeWith(
  v.pipe(
    v.object({
      ...userInfo.entries,
      locked: flag,
      shadow_banned: flag,
      is_guest: flag,
      appservice_id: v.nullish(v.string()),
      creation_ts: v.nullish(v.number()),
    }),
    v.transform((row): UserAccount => ({
      ...localUserOf(row),
      isLocked: toldFlag(row.locked),
      isShadowBanned: toldFlag(row.shadow_banned),
      isGuest: toldFlag(row.is_guest),
      appserviceId: row.appservice_id ?? null,
      // In seconds here, unlike in the list.
      createdMs: row.creation_ts == null ? null : row.creation_ts * 1000,
    })),
  ),
);

const toldFlag = (value: v.InferOutput<typeof flag>): boolean | null => (value == null ? null : Boolean(value));

/**
 * Details of one local account. With the caller's own user ID this is the proof of being an admin that works under
 * delegated auth as well: 200 admin, 403 not, 404 `M_UNRECOGNIZED` no admin API there.
 * Throws HttpError 404 `M_NOT_FOUND` where there is no such account.
 * Source: Synapse admin API, "Query User Account".
 */
export const getUser = async (client: Client, userId: string, signal?: AbortSignal): Promise<UserAccount> =>
  client.get({ path: adminPath`v2/users/${userId}`, signal, decode: decodeAccount });

const decodeUsers = decodeWith(
  v.pipe(
    v.object({ users: v.array(userInfo), next_token: v.optional(v.union([v.string(), v.number()])) }),
    v.transform(({ users, next_token }): LocalUserPage => ({
      users: users.map(localUserOf),
      nextFrom: next_token === undefined ? null : Number(next_token),
    })),
  ),
);

/**
 * Lists a page of all local accounts, deactivated and locked ones included, without guests: delegated auth refuses
 * to list those, and Synapse lets no guest set a picture that any media refers to.
 * Synapse sends the next offset as text here, unlike in the media lists.
 * Source: Synapse admin API, "List Accounts" (v2; `locked` since 1.93, ignored before).
 */
export const listUsers = async (
  client: Client,
  page: { readonly from: number; readonly limit: number; readonly signal?: AbortSignal | undefined },
): Promise<LocalUserPage> =>
  client.get({
    path: adminPath`v2/users`,
    search: { from: page.from, limit: page.limit, guests: false, deactivated: true, locked: true },
    signal: page.signal,
    decode: decodeUsers,
  });
