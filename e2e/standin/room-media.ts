import { json, notFound, unknownError } from "./answer";
import { type Route, route } from "./route";
import type { Store } from "./store";

const MXC = /^mxc:\/\/([^/]+)\/([^/#?]+)/;

/** Every mxc URI that the room's events hold, the newest event first, as often as they do; none for an unknown room. */
export function mxcUrisIn({ rooms, mediaEvents }: Store, roomId: string): readonly string[] {
  const sent = mediaEvents.filter(({ room_id }) => room_id === roomId).flatMap(({ urls }) => urls);
  const avatar = rooms.get(roomId)?.avatar ?? null;
  const uris = [...sent.toReversed(), ...(avatar === null ? [] : [avatar])];
  return uris.flatMap((uri) => MXC.exec(uri)?.[0] ?? []);
}

/**
 * The mxc URIs that the content of an event holds, in `url` and for its thumbnail; none where it is encrypted. Never
 * throws: what clients send is anything.
 */
export function mediaUrlsIn(content: unknown): readonly string[] {
  const url = propertyOf(content, "url");
  const thumbnail = propertyOf(propertyOf(content, "info"), "thumbnail_url");
  return [url, thumbnail].filter((uri) => typeof uri === "string");
}

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** Synapse's admin API documentation, "List all media in a room"; resolving an alias is the Client-Server API's. */
export const roomMediaRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/_synapse/admin/v1/room/{roomId}/media",
    access: "admin",
    run({ server, segment }) {
      const uris = mxcUrisIn(server.store, segment("roomId"));
      const isLocal = (uri: string) => uri.startsWith(`mxc://${server.name}/`);
      return json({ local: uris.filter(isLocal), remote: uris.filter((uri) => !isLocal(uri)) });
    },
  }),
  route({
    method: "GET",
    path: "/_matrix/client/v3/directory/room/{alias}",
    access: "anyone",
    run({ server, segment }) {
      const alias = segment("alias");
      const room = [...server.store.rooms.values()].find(({ canonical_alias }) => canonical_alias === alias);
      // Synapse asks an alias's own server, and no other server answers the stand-in.
      if (room === undefined && !alias.endsWith(`:${server.name}`)) throw unknownError(502, "Failed to fetch alias");
      if (room === undefined) throw notFound(`Room alias ${alias} not found`);
      return json({ room_id: room.room_id, servers: [server.name] });
    },
  }),
];
