import { isNotFound } from "../api/errors";
import { getRoom, listRooms } from "../api/rooms";
import type { ListedRoom } from "../api/rooms";
import { listUsers } from "../api/users";
import type { LocalUser } from "../api/users";
import { mxcOf, parseMxc } from "../lib/mxc";
import type { ListDeps } from "./list-owner";
import { readAll } from "./pages";
import { readPatiently } from "./patience";
import { pool } from "./pool";

/** Where a picture is in use. */
export type AvatarUse =
  | { readonly kind: "profile-picture"; readonly userId: string }
  | { readonly kind: "room-avatar"; readonly roomId: string; readonly roomName: string | null }
  | {
      readonly kind: "member-picture";
      readonly userId: string;
      readonly roomId: string;
      readonly roomName: string | null;
    };

/** Pictures in use, by media ID. One that serves as several names the first use found. */
export type AvatarUses = ReadonlyMap<string, AvatarUse>;

export interface AvatarProgress {
  readonly roomsRead: number;
  readonly roomsTotal: number;
}

export interface AvatarRequest {
  /** The homeserver's own name: only its media can be in the local repository. */
  readonly serverName: string;
  readonly accounts: readonly LocalUser[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: AvatarProgress) => void;
}

const ROOMS_IN_FLIGHT = 6;
const PAGE_SIZE = 1000;

/**
 * Reads which local files are profile pictures or room avatars now: all a client can know of what Synapse keeps. The
 * server also keeps every picture ever worn in a membership, which no endpoint lists; so what this misses is kept by
 * Synapse's rule as well, and a preview counts at most too many deletions, never too few.
 * Throws what the calls throw, after retries: a plan on half of this would be a wrong claim.
 */
export async function readAvatarUses(deps: ListDeps, request: AvatarRequest): Promise<AvatarUses> {
  const uses = new Map<string, AvatarUse>();
  const note = (avatarUrl: string | null, use: AvatarUse) => {
    const media = avatarUrl === null ? null : parseMxc(avatarUrl);
    // Synapse compares the whole text of the URI, so a variant of it does not count.
    if (media?.serverName === request.serverName && mxcOf(media) === avatarUrl && !uses.has(media.mediaId)) {
      uses.set(media.mediaId, use);
    }
  };
  for (const { avatarUrl, userId } of request.accounts) note(avatarUrl, { kind: "profile-picture", userId });
  await readRooms(deps, request, note);
  return uses;
}

type Note = (avatarUrl: string | null, use: AvatarUse) => void;

/** Reads all local accounts but guests. Throws what `listUsers` throws, after retries. */
export async function listAllUsers(deps: ListDeps, signal?: AbortSignal): Promise<readonly LocalUser[]> {
  const readPage = async (from: number) => {
    const read = () => listUsers(deps.client, { from, limit: PAGE_SIZE, signal });
    const { users, nextFrom } = await readPatiently(read, deps.patience, signal);
    return { rows: users, total: null, nextFrom };
  };
  return [...(await readAll(readPage, ({ userId }) => userId)).values()];
}

async function readRooms(deps: ListDeps, { signal, onProgress }: AvatarRequest, note: Note): Promise<void> {
  const rooms = await listAllRooms(deps, signal);
  let roomsRead = 0;
  const readRoom = async ({ roomId }: ListedRoom) => {
    try {
      return await readPatiently(() => getRoom(deps.client, roomId, signal), deps.patience, signal);
    } catch (error) {
      // Deleted since the list was read: it protects nothing any more.
      if (isNotFound(error)) return null;
      throw error;
    }
  };
  for await (const room of pool(rooms, { inFlight: ROOMS_IN_FLIGHT, stop: signal }, readRoom)) {
    roomsRead += 1;
    onProgress?.({ roomsRead, roomsTotal: rooms.length });
    if (room !== null) note(room.avatarUrl, { kind: "room-avatar", roomId: room.roomId, roomName: room.name });
  }
  signal?.throwIfAborted();
}

async function listAllRooms(deps: ListDeps, signal?: AbortSignal): Promise<readonly ListedRoom[]> {
  const readPage = async (from: number) => {
    const read = () => listRooms(deps.client, { from, limit: PAGE_SIZE, signal });
    const { rooms, total, nextFrom } = await readPatiently(read, deps.patience, signal);
    return { rows: rooms, total, nextFrom };
  };
  return [...(await readAll(readPage, ({ roomId }) => roomId)).values()];
}
