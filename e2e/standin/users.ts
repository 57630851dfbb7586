import { Refusal, json, missingParam, unknownError } from "./answer";
import { isLocal, localAccount } from "./local-user";
import { comparator, like } from "./order";
import type { Params } from "./params";
import { type Route, route } from "./route";
import { type Server, has, keysSince } from "./server-state";
import type { Account, Profile } from "./store";

const orders = [
  "name",
  "displayname",
  "is_guest",
  "admin",
  "deactivated",
  "user_type",
  "avatar_url",
  "shadow_banned",
  "creation_ts",
  "last_seen_ts",
  "locked",
] as const;

type Row = Account & Profile;

const noProfile: Profile = { displayname: null, avatar_url: null };

/** Source of each route: Synapse's admin API documentation, "User Admin API". */
export const userRoutes: readonly Route[] = [
  // "List Accounts (V2)": deactivated and locked accounts only if asked for, guests unless refused.
  route({
    method: "GET",
    path: "/_synapse/admin/v2/users",
    access: "admin",
    run({ server, params }) {
      const from = params.integer("from") ?? 0;
      const limit = params.integer("limit") ?? 100;
      const isWanted = filterOf(params, server);
      const order = params.choice("order_by", orders) ?? "name";
      const direction = params.direction() ?? "f";
      const rows = accountsOf(server).filter(isWanted);
      rows.sort(comparator<Row>({ key: (row) => row[order], tie: (row) => row.name, direction, nulls: server.nulls }));
      const users = rows.slice(from, from + limit).map((row) => listed(server, row));
      // Text here, a number everywhere else.
      const next = from + limit < rows.length ? { next_token: String(from + users.length) } : {};
      return json({ users, total: rows.length, ...next });
    },
  }),
  // "Query User Account".
  route({
    method: "GET",
    path: "/_synapse/admin/v2/users/{userId}",
    access: "admin",
    run: ({ server, segment }) => json(detailed(server, localAccount(server, segment("userId"), "User not found"))),
  }),
  // "Get whether a user is a server administrator or not"; an unknown user is none.
  route({
    method: "GET",
    path: "/_synapse/admin/v1/users/{userId}/admin",
    access: "admin",
    run({ server, segment }) {
      const userId = segment("userId");
      if (!isLocal(server, userId)) throw unknownError(400, "Only local users can be admins of this homeserver");
      return json({ admin: server.store.accounts.get(userId)?.admin ?? false });
    },
  }),
  // Client-Server API, "Set the user's avatar URL".
  route({
    method: "PUT",
    path: "/_matrix/client/v3/profile/{userId}/avatar_url",
    access: "account",
    async run({ server, segment, request, requester }) {
      const userId = segment("userId");
      const body: unknown = await request.json();
      const url = typeof body === "object" && body !== null && "avatar_url" in body ? body.avatar_url : undefined;
      if (url === undefined) throw missingParam("Missing key 'avatar_url'");
      if (requester().name !== userId) throw new Refusal(400, "M_FORBIDDEN", "Cannot set another user's avatar_url");
      server.store.setAvatar(userId, typeof url === "string" && url !== "" ? url : null);
      return json({});
    },
  }),
];

const accountsOf = ({ store }: Server): Row[] =>
  Array.from(store.accounts.values(), (account) => ({
    ...account,
    ...(store.profiles.get(account.name) ?? noProfile),
  }));

function filterOf(params: Params, server: Server): (row: Row) => boolean {
  const userId = params.text("user_id");
  const name = params.unicode("name");
  const withGuests = params.boolean("guests") ?? true;
  const withDeactivated = params.boolean("deactivated") ?? false;
  // Before 1.93 nothing could be locked out of the list.
  const withLocked = has(server, [1, 93]) ? (params.boolean("locked") ?? false) : true;
  const admins = params.boolean("admins");
  const isNamed = nameFilter(server, name, userId);
  return (row) =>
    isNamed(row) &&
    (withGuests || !row.is_guest) &&
    (withDeactivated || !row.deactivated) &&
    (withLocked || !row.locked) &&
    (admins === null || row.admin === admins);
}

function nameFilter({ nulls }: Server, name: string | null, userId: string | null): (row: Row) => boolean {
  if (name !== null && name !== "") {
    const inUserId = like(`@%${name.toLowerCase()}%:%`, nulls);
    const inName = like(`%${name.toLowerCase()}%`, nulls);
    return (row) => inUserId(row.name) || inName(row.displayname?.toLowerCase() ?? null);
  }
  if (userId === null || userId === "") return () => true;
  const inUserId = like(`%${userId.toLowerCase()}%`, nulls);
  return (row) => inUserId(row.name);
}

/** A row of the list; `creation_ts` is in ms here. Before 1.98 its flags came as the database keeps them. */
function listed(server: Server, row: Row): object {
  const flag = (value: boolean) => (has(server, [1, 98]) ? value : server.store.rawFlag(value));
  return {
    name: row.name,
    user_type: row.user_type,
    is_guest: flag(row.is_guest),
    admin: flag(row.admin),
    deactivated: flag(row.deactivated),
    shadow_banned: flag(row.shadow_banned),
    displayname: row.displayname,
    avatar_url: row.avatar_url,
    creation_ts: row.creation_ts,
    ...keysSince(server, [1, 77], { erased: row.erased }),
    ...keysSince(server, [1, 98], { last_seen_ts: row.last_seen_ts }),
    ...keysSince(server, [1, 93], { locked: row.locked }),
    // Sent by 1.98 to 1.140 and not by 1.163.
    ...(has(server, [1, 98]) && !has(server, [1, 163]) ? { approved: true } : {}),
  };
}

/** One account in full; `creation_ts` is in seconds here. */
function detailed(server: Server, account: Account): object {
  const { store } = server;
  const { displayname, avatar_url } = store.profiles.get(account.name) ?? noProfile;
  const flag = (value: boolean) => (has(server, [1, 77]) ? value : store.rawFlag(value));
  return {
    name: account.name,
    admin: flag(account.admin),
    deactivated: flag(account.deactivated),
    shadow_banned: flag(account.shadow_banned),
    creation_ts: Math.floor(account.creation_ts / 1000),
    appservice_id: account.appservice_id,
    consent_server_notice_sent: null,
    consent_version: null,
    user_type: account.user_type,
    is_guest: has(server, [1, 98]) ? account.is_guest : store.rawFlag(account.is_guest),
    displayname,
    avatar_url,
    threepids: [],
    external_ids: [],
    ...keysSince(server, [1, 77], { erased: account.erased, consent_ts: null }),
    ...keysSince(server, [1, 98], { locked: account.locked, last_seen_ts: account.last_seen_ts }),
    ...keysSince(server, [1, 140], { suspended: false }),
  };
}
