import type { Homeserver } from "../target/homeserver";

/** Who owns media, and which media IDs are or were pictures. The rows themselves are put in place elsewhere. */
export interface Scene {
  /** User IDs of accounts. */
  readonly owners: readonly string[];
  /** A user ID without an account, as an application service's own user can be. */
  readonly ownerWithoutAccount: string;
  /** Pictures that a profile shows now. */
  readonly profilePictures: ReadonlySet<string>;
  /** Pictures that a room shows now. */
  readonly roomAvatars: ReadonlySet<string>;
  /** Pictures that somebody wore in a room once: Synapse keeps them, and no endpoint lists them. */
  readonly formerPictures: ReadonlySet<string>;
}

const OWNERS = 20;
/** The first owners have a room and have changed their picture since; the next ones only wear a picture. */
const WITH_ROOM = 4;
const WITH_PICTURE = 8;

/** Makes accounts, rooms and pictures, under names that hold `name`. Of the pictures only the IDs exist. */
export async function setTheScene(homeserver: Homeserver, name: string): Promise<Scene> {
  const [owners, profilePictures] = [new Array<string>(), new Set<string>()];
  const [roomAvatars, formerPictures] = [new Set<string>(), new Set<string>()];
  for (let index = 0; index < OWNERS; index += 1) {
    const owner = await homeserver.createUser(`scene-${name}-${String(index)}`);
    owners.push(owner.userId);
    const wear = async (kind: string): Promise<string> => {
      const mediaId = `${kind}${name}n${String(index)}`;
      await homeserver.setAvatar(owner, mediaId);
      return mediaId;
    };
    if (index < WITH_ROOM) {
      // Whoever makes a room joins it in the picture worn at that moment, and the room remembers.
      formerPictures.add(await wear("former"));
      const avatar = `room${name}n${String(index)}`;
      await homeserver.createRoom(owner, { name: `Room ${String(index)} of ${name}`, avatar });
      roomAvatars.add(avatar);
    }
    if (index < WITH_PICTURE) profilePictures.add(await wear("profile"));
  }
  const ownerWithoutAccount = `@scene-${name}-nobody:${homeserver.serverName}`;
  return { owners, ownerWithoutAccount, profilePictures, roomAvatars, formerPictures };
}
