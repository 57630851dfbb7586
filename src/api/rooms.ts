import * as v from "valibot";
import { adminPath, clientPath, decodeWith } from "./http";
import type { Client } from "./http";

/** A room as the list of rooms names it; the list holds no avatar. */
export interface ListedRoom {
  readonly roomId: string;
  readonly name: string | null;
  readonly alias: string | null;
  /** How many are in it now, of any server; null where the answer does not say. */
  readonly members: number | null;
  readonly isEncrypted: boolean;
}

export interface RoomPage {
  readonly rooms: readonly ListedRoom[];
  readonly total: number;
  readonly nextFrom: number | null;
}

const roomInfo = v.object({
  room_id: v.string(),
  name: v.nullish(v.string()),
  canonical_alias: v.nullish(v.string()),
  joined_members: v.nullish(v.number()),
  encryption: v.nullish(v.string()),
});

const listedRoomOf = (room: v.InferOutput<typeof roomInfo>): ListedRoom => ({
  roomId: room.room_id,
  name: room.name ?? null,
  alias: room.canonical_alias ?? null,
  members: room.joined_members ?? null,
  isEncrypted: room.encryption != null,
});

const decodeRooms = decodeWith(
  v.pipe(
    v.object({
      rooms: v.array(roomInfo),
      total_rooms: v.number(),
      next_batch: v.optional(v.number()),
    }),
    v.transform(({ rooms, total_rooms, next_batch }): RoomPage => ({
      rooms: rooms.map(listedRoomOf),
      total: total_rooms,
      nextFrom: next_batch ?? null,
    })),
  ),
);

export interface RoomPageRequest {
  readonly from: number;
  readonly limit: number;
  /** In the name, or in an alias before its colon, in any case; or a whole room ID. Synapse refuses an empty one. */
  readonly searchTerm?: string | undefined;
  /** By name unless given; by joined members the largest come first. */
  readonly orderBy?: "name" | "joined_members";
  readonly signal?: AbortSignal | undefined;
}

/**
 * Lists a page of the rooms the homeserver has statistics of. Pages by `next_batch`, unlike the media lists.
 * Source: Synapse admin API, "List Room API".
 */
export const listRooms = async (client: Client, page: RoomPageRequest): Promise<RoomPage> =>
  client.get({
    path: adminPath`v1/rooms`,
    search: { order_by: page.orderBy ?? "name", from: page.from, limit: page.limit, search_term: page.searchTerm },
    signal: page.signal,
    decode: decodeRooms,
  });

/** What a room shows of itself. */
export interface RoomDetails extends ListedRoom {
  /** mxc URI, from `room_stats_state`: the very column that Synapse's rule looks at. */
  readonly avatarUrl: string | null;
}

const decodeRoom = decodeWith(
  v.pipe(
    v.object({ ...roomInfo.entries, avatar: v.nullish(v.string()) }),
    v.transform(({ avatar, ...room }): RoomDetails => ({ ...listedRoomOf(room), avatarUrl: avatar ?? null })),
  ),
);

/**
 * Details of one room. Throws HttpError 404 `M_NOT_FOUND` where it is gone.
 * Source: Synapse admin API, "Room Details API".
 */
export const getRoom = async (client: Client, roomId: string, signal?: AbortSignal): Promise<RoomDetails> =>
  client.get({ path: adminPath`v1/rooms/${roomId}`, signal, decode: decodeRoom });

/** The picture that somebody's membership of a room shows. */
export interface MemberPicture {
  readonly userId: string;
  /** mxc URI. */
  readonly avatarUrl: string;
}

const decodeMemberPictures = decodeWith(
  v.pipe(
    v.object({ state: v.array(v.object({ type: v.string(), state_key: v.string(), content: v.unknown() })) }),
    v.transform(({ state }): readonly MemberPicture[] =>
      state
        .filter(({ type }) => type === "m.room.member")
        .flatMap(({ state_key, content }) => {
          const avatarUrl = avatarUrlIn(content);
          return avatarUrl === null ? [] : [{ userId: state_key, avatarUrl }];
        }),
    ),
  ),
);

/** What members write into their events is anything: what is no text is no picture. */
function avatarUrlIn(content: unknown): string | null {
  if (typeof content !== "object" || content === null || !("avatar_url" in content)) return null;
  return typeof content.avatar_url === "string" ? content.avatar_url : null;
}

/**
 * Lists the pictures in the current memberships of a room, of those who left as well. Can be tens of MB for a large
 * room. Throws HttpError 404 `M_NOT_FOUND` where it is gone.
 * Source: Synapse admin API, "Room State API" (`type` since 1.123; before that the whole state is sent).
 */
export const listMemberPictures = async (
  client: Client,
  roomId: string,
  signal?: AbortSignal,
): Promise<readonly MemberPicture[]> =>
  client.get({
    path: adminPath`v1/rooms/${roomId}/state`,
    search: { type: "m.room.member" },
    signal,
    decode: decodeMemberPictures,
  });

const decodeAlias = decodeWith(
  v.pipe(
    v.object({ room_id: v.string() }),
    v.transform(({ room_id }) => room_id),
  ),
);

/**
 * The ID of the room behind an alias such as `#lobby:example.org`, of whichever server. Throws HttpError 404
 * `M_NOT_FOUND` where there is none.
 * Source: Client-Server API, `GET /directory/room/{roomAlias}`.
 */
export const resolveRoomAlias = async (client: Client, alias: string, signal?: AbortSignal): Promise<string> =>
  client.get({ path: clientPath`v3/directory/room/${alias}`, signal, decode: decodeAlias });
