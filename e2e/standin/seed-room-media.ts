import { createRandom } from "./random";
import type { Store } from "./store";

/** How many files a room shows at most, and how many of a hundred are gone or another server's. */
const MOST = 80;
const GONE = 0.05;
const REMOTE = 0.2;

/** Aliases of rooms, and what their readable events show. Of encrypted rooms nothing can be read. */
export function seedRoomMedia(store: Store): void {
  const random = createRandom("room-media");
  const local = Array.from(store.media.all()).filter(({ url_cache }) => url_cache === null);
  const pick = <T>(list: readonly T[]): T | undefined => list[random.between(0, list.length - 1)];
  const show = (): string | undefined => {
    if (random.chance(GONE)) return store.mxc(random.letters(24));
    const cached = random.chance(REMOTE) ? pick(store.remoteMedia) : undefined;
    if (cached !== undefined) return `mxc://${cached.origin}/${cached.media_id}`;
    const file = pick(local);
    return file === undefined ? undefined : store.mxc(file.media_id);
  };
  for (const room of store.rooms.values()) {
    const word = room.name?.toLowerCase().match(/^[a-z]+/)?.[0];
    if (word !== undefined && random.chance(0.6))
      room.canonical_alias = `#${word}-${random.letters(3)}:${store.serverName}`;
    if (room.encryption !== null) continue;
    for (let left = random.between(0, MOST); left > 0; left -= 1) {
      const url = show();
      if (url !== undefined) store.mediaEvents.push({ room_id: room.room_id, urls: [url] });
    }
  }
}
