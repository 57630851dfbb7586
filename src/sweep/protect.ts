import { getRoom, listMemberPictures } from "../api/rooms";
import type { LocalUser } from "../api/users";
import { mxcOf, parseMxc } from "../lib/mxc";
import type { ListDeps } from "./list-owner";
import { readEveryRoom } from "./list-rooms";
import type { RoomProgress } from "./list-rooms";

/** Where a picture is in use. */
export type AvatarUse =
  | { readonly kind: "profile-picture"; readonly userId: string }
  | { readonly kind: "room-avatar"; readonly roomId: string; readonly roomName: string | null }
  | { readonly kind: "member-picture"; readonly userId: string };

/** Pictures in use, by media ID. One that serves as several names the first use found. */
export type AvatarUses = ReadonlyMap<string, AvatarUse>;

export interface PicturesRequest {
  /** The homeserver's own name: only its media can be in the local repository. */
  readonly serverName: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RoomProgress) => void) | undefined;
}

const ROOMS_IN_FLIGHT = 6;
/** The memberships of a large room are tens of MB. */
const LARGE_ROOMS_IN_FLIGHT = 2;

/**
 * Reads which local files are profile pictures or room avatars now. The server also keeps every picture ever worn in a
 * membership; so what this misses is kept by Synapse's rule as well, and a preview counts at most too many deletions,
 * never too few. Throws what the calls throw, after retries: a plan on half of this would be a wrong claim.
 */
export async function readAvatarUses(
  deps: ListDeps,
  request: PicturesRequest & { readonly accounts: readonly LocalUser[] },
): Promise<AvatarUses> {
  const uses = new Uses(request.serverName);
  for (const { avatarUrl, userId } of request.accounts) uses.note(avatarUrl, { kind: "profile-picture", userId });
  const read = ({ roomId }: { roomId: string }) => getRoom(deps.client, roomId, request.signal);
  for await (const room of readEveryRoom(deps, { ...request, inFlight: ROOMS_IN_FLIGHT, read })) {
    uses.note(room.avatarUrl, { kind: "room-avatar", roomId: room.roomId, roomName: room.name });
  }
  return uses.found;
}

/**
 * Reads which local files are in the current memberships of rooms, of those who left as well: more of what Synapse
 * keeps, and still not all of it, because pictures worn earlier stand in no list. Throws what the calls throw, after
 * retries.
 */
export async function readMemberPictures(deps: ListDeps, request: PicturesRequest): Promise<AvatarUses> {
  const uses = new Uses(request.serverName);
  const read = ({ roomId }: { roomId: string }) => listMemberPictures(deps.client, roomId, request.signal);
  for await (const members of readEveryRoom(deps, { ...request, inFlight: LARGE_ROOMS_IN_FLIGHT, read })) {
    for (const { userId, avatarUrl } of members) uses.note(avatarUrl, { kind: "member-picture", userId });
  }
  return uses.found;
}

/** Gathers uses of pictures of this server. */
class Uses {
  readonly found = new Map<string, AvatarUse>();
  readonly #serverName: string;

  constructor(serverName: string) {
    this.#serverName = serverName;
  }

  note(avatarUrl: string | null, use: AvatarUse): void {
    const media = avatarUrl === null ? null : parseMxc(avatarUrl);
    // Synapse compares the whole text of the URI, so a variant of it does not count.
    if (media?.serverName !== this.#serverName || mxcOf(media) !== avatarUrl) return;
    if (!this.found.has(media.mediaId)) this.found.set(media.mediaId, use);
  }
}
