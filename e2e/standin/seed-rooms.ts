import { type Random, createRandom } from "./random";
import { DAY_MS, KIB, type Scene, lastUse, putFile } from "./seed-media";
import type { People } from "./seed-people";
import type { Account, Room, Store } from "./store";

const names: readonly string[] = [
  "Lobby",
  "Garden & Balcony 🌿",
  "Lesekreis",
  "Familie Müller",
  "Кухня",
  "Шахматный клуб",
  "Παρέα του Σαββάτου",
  "أخبار الحي",
  "מטבח ביתי",
  "क्रिकेट प्रेमी",
  "编程学习",
  "写真部",
  "등산 모임",
  "ชมรมถ่ายภาพ",
  "Ops alerts",
  "Release planning",
  "Vacances 2024",
  "Música en vivo",
  "Retro computing",
  "Offtopic",
];
const ROOMS = 60;

/** Rooms with members, and the pictures that rooms and people wear and wore. Times in ms since 1970. */
export function seedRooms(store: Store, nowMs: number, { present }: People): void {
  const scene = { store, nowMs, random: createRandom("rooms") };
  const rooms = Array.from({ length: ROOMS }, (_, index) => addRoom(scene, present, index));
  for (const person of present) {
    joinSome(scene, person, rooms);
    dress(scene, person);
  }
}

function addRoom(scene: Scene, present: readonly Account[], index: number): Room {
  const { store, random } = scene;
  const creator = present[random.between(0, present.length - 1)]?.name ?? store.userId("admin");
  const unnamed = random.chance(0.5) ? null : `Project ${String(index)}`;
  return store.addRoom(`room${String(index)}${random.letters(8)}`, {
    creator,
    name: names[index] ?? unnamed,
    public: random.chance(0.2),
    encryption: random.chance(0.5) ? "m.megolm.v1.aes-sha2" : null,
    avatar: random.chance(0.6) ? addPicture(scene, creator, random.between(60, 1500)) : null,
    state_events: random.between(8, 900),
  });
}

/** Stores a small picture and returns its mxc URI. */
function addPicture(scene: Scene, owner: string, daysAgo: number): string {
  const { store, nowMs, random } = scene;
  const created_ts = nowMs - daysAgo * DAY_MS - random.between(0, DAY_MS);
  const { media_id } = putFile(scene, {
    media_id: random.letters(24),
    user_id: owner,
    media_type: random.pick(["image/jpeg", "image/png", "image/webp"]),
    media_length: random.between(6 * KIB, 90 * KIB),
    upload_name: random.pick(["avatar.jpg", "me.png", "profile.webp", "image.jpg"]),
    created_ts,
    last_access_ts: lastUse(scene, created_ts),
  });
  return store.mxc(media_id);
}

function joinSome({ store, random }: Scene, { name }: Account, rooms: readonly Room[]): void {
  for (let left = random.between(0, 6); left > 0; left -= 1) {
    const room = rooms[random.between(0, rooms.length - 1)];
    if (room === undefined) continue;
    store.memberships.push({ room_id: room.room_id, user_id: name, membership: "join", avatar_url: null });
  }
}

/** Seven of ten have a picture, some of them their third: the rooms still remember the former ones. */
function dress(scene: Scene, { name }: Account): void {
  if (!scene.random.chance(0.7)) return;
  for (const daysAgo of agesOf(scene.random)) scene.store.setAvatar(name, addPicture(scene, name, daysAgo));
}

/** One to three pictures, the oldest first; ages in days. */
function agesOf(random: Random): number[] {
  const count = random.chance(0.3) ? random.between(2, 3) : 1;
  return Array.from({ length: count }, () => random.between(10, 1800)).sort((a, b) => b - a);
}
