import type { Homeserver } from "../target/homeserver";
import { type Question, adminPaths } from "./ask";

/** A request that the app makes, in a form that is harmless, and its parameters turned to nonsense. */
export interface Endpoint {
  readonly name: string;
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly search: NonNullable<Question["search"]>;
  readonly nonsense: NonNullable<Question["search"]>;
}

/** Every endpoint of the admin API that the app calls with a token. `search` is right and takes nothing away. */
export function adminEndpoints({ serverName, admin }: Homeserver): readonly Endpoint[] {
  const get = { method: "GET", nonsense: { from: -1, limit: "x", order_by: "?" } } as const;
  // Of the first day that is taken, long before any upload.
  const harmless = { before_ts: 30_000_000_000 };
  const post = { method: "POST", search: harmless, nonsense: { before_ts: "x", keep_profiles: "perhaps" } } as const;
  return [
    { ...get, name: "user media", path: adminPaths.userMedia(admin.userId), search: { limit: 1 } },
    { ...get, name: "statistics", path: adminPaths.statistics(), search: { limit: 1 } },
    { ...get, name: "users", path: adminPaths.users(), search: { guests: false, limit: 1 } },
    { ...get, name: "user", path: adminPaths.user(admin.userId), search: {} },
    { ...get, name: "rooms", path: adminPaths.rooms(), search: { limit: 1 } },
    { ...get, name: "room", path: adminPaths.room(`!neverMade:${serverName}`), search: {} },
    { ...get, name: "room media", path: adminPaths.roomMedia(`!neverMade:${serverName}`), search: {} },
    { ...post, name: "purge remote media", path: adminPaths.purgeRemoteMedia() },
    { ...post, name: "delete by rule", path: adminPaths.legacyDeleteByRule(serverName) },
    { ...post, name: "quarantine media", path: adminPaths.quarantineMedia(serverName, "neverUploaded") },
    {
      ...post,
      name: "quarantine user media",
      path: adminPaths.quarantineUserMedia(`@nobody-at-all:${serverName}`),
    },
    { ...post, name: "quarantine room media", path: adminPaths.quarantineRoomMedia(`!neverMade:${serverName}`) },
    {
      name: "delete media",
      method: "DELETE",
      path: adminPaths.media(serverName, "neverUploaded"),
      search: {},
      nonsense: { limit: "x" },
    },
    {
      name: "delete user media",
      method: "DELETE",
      path: adminPaths.userMedia(`@nobody-at-all:${serverName}`),
      search: { limit: 1 },
      nonsense: { order_by: "?", limit: -1 },
    },
  ];
}
