import type { Homeserver, Person } from "../target/homeserver";

/** Who owns media, and which media IDs are or were pictures. The rows themselves are put in place elsewhere. */
export interface Scene {
  /** User IDs of accounts. */
  readonly owners: readonly string[];
  /** User IDs of more accounts, for owners of a single file. */
  readonly loners: readonly string[];
  /** A user ID without an account, as an application service's own user can be. */
  readonly ownerWithoutAccount: string;
  /** Pictures that a profile shows now. */
  readonly profilePictures: ReadonlySet<string>;
  /** Pictures that a room shows now. */
  readonly roomAvatars: ReadonlySet<string>;
  /**
   * Pictures that somebody wore once in a room that they are in still, or have left: Synapse keeps them, and no
   * endpoint lists them.
   */
  readonly formerPictures: ReadonlySet<string>;
}

const OWNERS = 20;
const LONERS = 3;
/** The first owners have a room, the next ones have visited one; both have changed their picture since. */
const WITH_ROOM = 4;
const VISITORS = 4;
/** Of the others some wear a picture. */
const WITH_PICTURE = 12;

/** Makes accounts, rooms and pictures, under names that hold `name`. Of the pictures only the IDs exist. */
export async function setTheScene(homeserver: Homeserver, name: string): Promise<Scene> {
  const create = (index: number) => homeserver.createUser(`scene-${name}-${String(index)}`);
  const wear = async (person: Person, mediaId: string) => {
    await homeserver.setAvatar(person, mediaId);
    return mediaId;
  };
  const [owners, rooms] = [new Array<string>(), new Array<{ owner: Person; roomId: string }>()];
  const [profilePictures, roomAvatars, formerPictures] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (let index = 0; index < OWNERS; index += 1) {
    const owner = await create(index);
    owners.push(owner.userId);
    const pictureOf = (kind: string) => `${kind}${name}n${String(index)}`;
    if (index < WITH_ROOM) {
      // Whoever makes a room joins it in the picture worn at that moment, and the room remembers.
      formerPictures.add(await wear(owner, pictureOf("former")));
      const avatar = pictureOf("room");
      const roomId = await homeserver.createRoom(owner, { name: `Room ${String(index)} of ${name}`, avatar });
      rooms.push({ owner, roomId });
      roomAvatars.add(avatar);
    }
    const room = rooms[index - WITH_ROOM];
    if (room !== undefined && index < WITH_ROOM + VISITORS) {
      formerPictures.add(await wear(owner, pictureOf("left")));
      await homeserver.visitRoom(owner, room);
    }
    if (index < WITH_PICTURE) profilePictures.add(await wear(owner, pictureOf("profile")));
  }
  const loners: string[] = [];
  for (let index = 0; index < LONERS; index += 1) loners.push((await create(OWNERS + index)).userId);
  const ownerWithoutAccount = `@scene-${name}-nobody:${homeserver.serverName}`;
  return { owners, loners, ownerWithoutAccount, profilePictures, roomAvatars, formerPictures };
}
