import { json } from "./answer";
import { type Method, type Route, route } from "./route";
import type { Version } from "./version";

/** Endpoints of Synapse's admin API that nothing here needed so far; below `/_synapse/admin/`. */
const admin = [
  "v1/account_validity/validity",
  "v1/auth_providers/**",
  "v1/background_updates/**",
  "v1/deactivate/{userId}",
  "v1/event_reports/**",
  "v1/experimental_features/{userId}",
  "v1/federation/**",
  "v1/fetch_event/{eventId}",
  "v1/join/{room}",
  "v1/purge_history/**",
  "v1/purge_history_status/{purgeId}",
  "v1/registration_tokens/**",
  "v1/reset_password/{userId}",
  "v1/rooms/{room}/**",
  "v1/scheduled_tasks",
  "v1/search_users/{userId}",
  "v1/send_server_notice/**",
  "v1/suspend/{userId}",
  "v1/threepid/**",
  "v1/user/{userId}/redact",
  "v1/user/redact_status/{redactId}",
  "v1/user_reports/**",
  "v1/username_available",
  "v1/users/{userId}/_allow_cross_signing_replacement_without_uia",
  "v1/users/{userId}/accountdata",
  "v1/users/{userId}/cumulative_joined_room_count",
  "v1/users/{userId}/joined_rooms",
  "v1/users/{userId}/login",
  "v1/users/{userId}/memberships",
  "v1/users/{userId}/override_ratelimit",
  "v1/users/{userId}/pushers",
  "v1/users/{userId}/sent_invite_count",
  "v1/users/{userId}/shadow_ban",
  "v1/whois/{userId}",
  "v2/rooms/**",
  "v2/users/{userId}/**",
] as const;

/** First words of the Client-Server API's paths, as far as Synapse serves them. */
const client = [
  "account",
  "capabilities",
  "createRoom",
  "delete_devices",
  "devices",
  "directory",
  "events",
  "join",
  "joined_rooms",
  "keys",
  "knock",
  "login",
  "logout",
  "notifications",
  "presence",
  "profile",
  "publicRooms",
  "pushers",
  "pushrules",
  "refresh",
  "register",
  "room_keys",
  "rooms",
  "search",
  "sendToDevice",
  "sync",
  "thirdparty",
  "user",
  "user_directory",
  "voip",
] as const;

const everyMethod: readonly Method[] = ["GET", "POST", "PUT", "DELETE"];

/** Methods of paths that the stand-in knows for another one. */
const missingMethods: readonly (readonly [Method, string])[] = [
  ["PUT", "/_synapse/admin/v2/users/{userId}"],
  ["PUT", "/_synapse/admin/v1/users/{userId}/admin"],
  ["DELETE", "/_synapse/admin/v1/rooms/{roomId}"],
  ["GET", "/_matrix/client/v3/profile/{userId}/avatar_url"],
];

/** All paths that are lacking for every method, and who may learn so. */
const paths: readonly (readonly [path: string, access: Route["access"], since?: Version])[] = [
  ["/_synapse/admin/v1/statistics/database/rooms", "admin", [1, 83]],
  ["/_synapse/admin/v3/users", "admin", [1, 103]],
  ["/_synapse/admin/v1/register", "anyone"],
  ...admin.map((path) => [`/_synapse/admin/${path}`, "admin"] as const),
  ...["r0", "v1", "v3", "unstable"].flatMap((version) =>
    client.map((word) => [`/_matrix/client/${version}/${word}/**`, "anyone"] as const),
  ),
  ["/_matrix/client/v1/media/preview_url", "account"],
  ["/_matrix/media/v3/preview_url", "account"],
  ["/_matrix/media/v3/upload/{serverName}/{mediaId}", "account"],
];

function lacks(method: Method, path: string, gates: Pick<Route, "access" | "since">): Route {
  const error = `Synapse answers this, the stand-in does not: ${method} ${path}`;
  return route({ method, path, ...gates, run: () => json({ errcode: "M_UNKNOWN", error }, 501) });
}

/**
 * Answers 501 for what Synapse has and the stand-in does not, so that a gap is never taken for Synapse's own 404.
 * Listed last: what is served comes first.
 */
export const lackingRoutes: readonly Route[] = [
  ...missingMethods.map(([method, path]) => lacks(method, path, { access: "account" })),
  ...everyMethod.flatMap((method) =>
    paths.map(([path, access, since = [1, 0]]) => lacks(method, path, { access, since })),
  ),
];
