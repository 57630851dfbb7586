import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { isNotFound } from "../api/errors";
import type { Client } from "../api/http";
import { listRoomMedia } from "../api/room-media";
import { getRoom, listRooms, resolveRoomAlias } from "../api/rooms";
import type { ListedRoom, RoomPage } from "../api/rooms";
import { isRoomAlias, isRoomId } from "../lib/matrix-id";

/** Rooms of one answer, the largest first; whoever looks for another one types more of its name. */
export const ROOMS_SHOWN = 100;

export const roomQueries = {
  all: (client: Client) => [client.scope, "rooms"] as const,
  /** Rooms that a text names: by a part of the name or alias, by a whole alias, or by ID. All of them for none. */
  search: (client: Client, text: string) =>
    queryOptions({
      queryKey: [...roomQueries.all(client), "search", text],
      queryFn: ({ signal }) => findRooms(client, text, signal),
      placeholderData: keepPreviousData,
      // Of an alias of another server Synapse asks that server, which is not pestered.
      ...(isRoomAlias(text) ? { retry: false } : {}),
    }),
  /** One room; null where Synapse has no statistics of it. */
  one: (client: Client, roomId: string) =>
    queryOptions({
      queryKey: [...roomQueries.all(client), "one", roomId],
      queryFn: ({ signal }) => orNull(getRoom(client, roomId, signal)),
    }),
  /**
   * The media that a room's events name. Synapse reads every event of the room for it, and nothing that is done to
   * media changes an event: only the admin has it read again.
   */
  media: (client: Client, roomId: string) =>
    queryOptions({
      queryKey: [...roomQueries.all(client), "media", roomId],
      queryFn: ({ signal }) => listRoomMedia(client, roomId, signal),
      staleTime: Infinity,
    }),
};

async function findRooms(client: Client, text: string, signal: AbortSignal): Promise<RoomPage> {
  if (isRoomId(text)) return pageOf(await orNull(getRoom(client, text, signal)));
  if (isRoomAlias(text)) {
    const roomId = await orNull(resolveRoomAlias(client, text, signal));
    return pageOf(roomId === null ? null : await orNull(getRoom(client, roomId, signal)));
  }
  const searchTerm = text === "" ? undefined : text;
  return listRooms(client, { from: 0, limit: ROOMS_SHOWN, orderBy: "joined_members", searchTerm, signal });
}

const pageOf = (room: ListedRoom | null): RoomPage => ({
  rooms: room === null ? [] : [room],
  total: room === null ? 0 : 1,
  nextFrom: null,
});

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
