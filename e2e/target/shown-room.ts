import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";

import type { Person, RoomWish } from "./homeserver";
import { ServerCallError, callServer, serverPath } from "./server-call";

const POLL_MS = 25;
const LIMIT_MS = 30_000;

const createdRoom = v.object({ room_id: v.string() });
const roomDetails = v.object({
  name: v.nullable(v.string()),
  avatar: v.nullable(v.string()),
  canonical_alias: v.nullable(v.string()),
  encryption: v.nullable(v.string()),
});

const MEGOLM = "m.megolm.v1.aes-sha2";

/**
 * Creates a room and waits until the admin API shows all that it was to have: Synapse fills the statistics that both
 * come from a moment later, and a deletion that keeps profile pictures looks there too. Throws after 30 s, or
 * `ServerCallError`.
 * https://element-hq.github.io/synapse/latest/admin_api/rooms.html#room-details-api
 */
export async function createShownRoom(
  { baseUrl, admin, serverName }: { baseUrl: string; admin: Person; serverName: string },
  { accessToken }: Person,
  { name, avatar: mediaId, alias, isEncrypted = false }: RoomWish,
): Promise<string> {
  const avatar = mediaId === undefined ? null : `mxc://${serverName}/${mediaId}`;
  const encryption = isEncrypted ? MEGOLM : null;
  const canonical_alias = alias === undefined ? null : `#${alias}:${serverName}`;
  const initial_state = [
    ...(avatar === null ? [] : [{ type: "m.room.avatar", content: { url: avatar } }]),
    ...(encryption === null ? [] : [{ type: "m.room.encryption", content: { algorithm: encryption } }]),
  ];
  const json = { name, initial_state, ...(alias === undefined ? {} : { room_alias_name: alias }) };
  const call = { path: "/_matrix/client/v3/createRoom", accessToken, json };
  const { room_id } = v.parse(createdRoom, await callServer(baseUrl, { method: "POST", ...call }));
  const deadlineMs = Date.now() + LIMIT_MS;
  while (Date.now() < deadlineMs) {
    const shown = await readRoom(baseUrl, admin, room_id);
    if (isDeepStrictEqual(shown, { name, avatar, canonical_alias, encryption })) return room_id;
    await delay(POLL_MS);
  }
  throw new Error(`The admin API does not show the room ${room_id} as created within ${LIMIT_MS / 1000} s.`);
}

/** Null while the room has no row in the statistics. */
async function readRoom(
  baseUrl: string,
  admin: Person,
  roomId: string,
): Promise<v.InferOutput<typeof roomDetails> | null> {
  const path = serverPath`/_synapse/admin/v1/rooms/${roomId}`;
  try {
    return v.parse(roomDetails, await callServer(baseUrl, { method: "GET", path, accessToken: admin.accessToken }));
  } catch (error) {
    if (error instanceof ServerCallError && error.status === 404) return null;
    throw error;
  }
}

/** Sends an event to a room that the sender is in. Throws `ServerCallError`. */
export async function sendEvent(
  baseUrl: string,
  { accessToken }: Person,
  { roomId, type, content }: { readonly roomId: string; readonly type: string; readonly content: object },
): Promise<void> {
  const path = serverPath`/_matrix/client/v3/rooms/${roomId}/send/${type}/${randomUUID()}`;
  await callServer(baseUrl, { method: "PUT", path, accessToken, json: content });
}

/** Invites somebody to a room, joins it as them and leaves it. Throws `ServerCallError`. */
export async function visitRoom(
  baseUrl: string,
  visitor: Person,
  { owner, roomId }: { readonly owner: Person; readonly roomId: string },
): Promise<void> {
  const change = (how: "invite" | "join" | "leave", { accessToken }: Person, json: object = {}) =>
    callServer(baseUrl, {
      method: "POST",
      path: serverPath`/_matrix/client/v3/rooms/${roomId}/${how}`,
      accessToken,
      json,
    });
  await change("invite", owner, { user_id: visitor.userId });
  await change("join", visitor);
  await change("leave", visitor);
}
