import * as v from "valibot";
import { adminPath, decodeWith } from "./http";
import type { Client } from "./http";

/** A room as the list of rooms names it; the list holds no avatar. */
export interface ListedRoom {
  readonly roomId: string;
  readonly name: string | null;
}

export interface RoomPage {
  readonly rooms: readonly ListedRoom[];
  readonly total: number;
  readonly nextFrom: number | null;
}

const decodeRooms = decodeWith(
  v.pipe(
    v.object({
      rooms: v.array(v.object({ room_id: v.string(), name: v.nullish(v.string()) })),
      total_rooms: v.number(),
      next_batch: v.optional(v.number()),
    }),
    v.transform(({ rooms, total_rooms, next_batch }): RoomPage => ({
      rooms: rooms.map((room) => ({ roomId: room.room_id, name: room.name ?? null })),
      total: total_rooms,
      nextFrom: next_batch ?? null,
    })),
  ),
);

/**
 * Lists a page of the rooms the homeserver has statistics of. Pages by `next_batch`, unlike the media lists.
 * Source: Synapse admin API, "List Room API".
 */
export const listRooms = async (
  client: Client,
  page: { readonly from: number; readonly limit: number; readonly signal?: AbortSignal | undefined },
): Promise<RoomPage> =>
  client.get({
    path: adminPath`v1/rooms`,
    search: { order_by: "name", from: page.from, limit: page.limit },
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
    v.object({ room_id: v.string(), name: v.nullish(v.string()), avatar: v.nullish(v.string()) }),
    v.transform(({ room_id, name, avatar }): RoomDetails => ({
      roomId: room_id,
      name: name ?? null,
      avatarUrl: avatar ?? null,
    })),
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
