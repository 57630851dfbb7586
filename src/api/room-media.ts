import * as v from "valibot";
import { parseMxc } from "../lib/mxc";
import type { MediaName } from "../lib/mxc";
import { adminPath, decodeWith } from "./http";
import type { Client } from "./http";

/** What the readable events of a room refer to, each file once. */
export interface RoomMedia {
  readonly local: readonly MediaName[];
  readonly remote: readonly MediaName[];
}

const decodeRoomMedia = decodeWith(
  v.pipe(
    v.object({ local: v.array(v.string()), remote: v.array(v.string()) }),
    v.transform(({ local, remote }): RoomMedia => ({ local: namesOf(local), remote: namesOf(remote) })),
  ),
);

/** Synapse names a file as often as events do. */
const namesOf = (uris: readonly string[]): readonly MediaName[] =>
  [...new Set(uris)].map(parseMxc).filter((name) => name !== null);

/**
 * Lists the media that a room's events refer to, deleted files included. Of an encrypted room Synapse can read hardly
 * any event; pictures of members are left out; an unknown room has two empty lists. Reads every event of the room, so
 * it is slow in large ones.
 * Source: Synapse admin API, "List all media in a room".
 */
export const listRoomMedia = async (client: Client, roomId: string, signal?: AbortSignal): Promise<RoomMedia> =>
  client.get({ path: adminPath`v1/room/${roomId}/media`, signal, decode: decodeRoomMedia });
