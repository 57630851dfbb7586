import { createRandom } from "./random";
import { DAY_MS, KIB, type SeededFile, lastUse, ordinaryFile, pastMoment, putFile } from "./seed-media";
import { type People, seedPeople } from "./seed-people";
import { seedRoomMedia } from "./seed-room-media";
import { seedRooms } from "./seed-rooms";
import type { Store } from "./store";

const FILES = 20_000;
const FILES_OF_BUSIEST = 5000;
/** Share of the rows that are pictures of URL previews. */
const PREVIEWS = 0.05;

/**
 * What the demo shows: 200 accounts and 20,000 files over six years that end at `nowMs` (ms since 1970); rooms,
 * pictures worn now and before, and everything that Synapse treats in a way of its own.
 */
export function seedDemo(store: Store, nowMs: number): void {
  const people = seedPeople(store, nowMs);
  seedRooms(store, nowMs, people);
  seedOwnerWithoutAccount(store, nowMs);
  seedFiles(store, nowMs, people);
  seedRemoteMedia(store, nowMs);
  seedRoomMedia(store);
}

/** Copies of other servers' files, fetched over two years. */
function seedRemoteMedia(store: Store, nowMs: number): void {
  const scene = { store, nowMs, random: createRandom("remote") };
  for (let index = 0; index < 300; index += 1) {
    const last_access_ts = nowMs - index * 2 * DAY_MS;
    const { media_type, media_length, upload_name } = ordinaryFile(scene, "", last_access_ts);
    store.remoteMedia.push({
      origin: "matrix.example.net",
      media_id: `remote${String(index)}`,
      media_type: media_type ?? null,
      media_length: media_length ?? null,
      upload_name: upload_name ?? null,
      created_ts: last_access_ts - DAY_MS,
      last_access_ts,
      quarantined_by: null,
    });
  }
}

function seedFiles(store: Store, nowMs: number, { uploaders }: People): void {
  const random = createRandom("files");
  const scene = { store, nowMs, random };
  const [busiest, ...others] = uploaders;
  const rank = others.length;
  for (let left = FILES_OF_BUSIEST - store.media.totalsOf(busiest.name).files; left > 0; left -= 1) {
    addFile(busiest.name, busiest.creation_ts);
  }
  while (store.media.size < FILES) {
    // Few people send most of the files.
    const owner = others[Math.floor(rank * random.next() ** 2.6)] ?? busiest;
    addFile(owner.name, owner.creation_ts);
  }

  function addFile(owner: string, sinceMs: number): void {
    const createdMs = pastMoment(scene, nowMs - sinceMs);
    const file = ordinaryFile(scene, owner, createdMs);
    putFile(scene, random.chance(PREVIEWS) ? previewOf(file) : withOddities(file));
  }

  function previewOf(file: SeededFile): SeededFile {
    const day = new Date(file.created_ts).toISOString().slice(0, 10);
    return {
      ...file,
      media_id: `${day}_${random.letters(16)}`,
      media_type: "image/jpeg",
      media_length: random.between(4 * KIB, 300 * KIB),
      upload_name: null,
      last_access_ts: null,
      url_cache: `https://news.example/${String(random.between(1000, 9999))}/cover.jpg`,
    };
  }

  /** A few of a hundred files are unfinished, empty, quarantined or protected. */
  function withOddities(file: SeededFile): SeededFile {
    const dice = random.next();
    if (dice < 0.006) return { ...file, media_type: null, media_length: null, upload_name: null, last_access_ts: null };
    if (dice < 0.009) return { ...file, media_length: 0 };
    if (dice < 0.014) return { ...file, quarantined_by: store.userId("admin") };
    if (dice < 0.016) return { ...file, quarantined_by: "system" };
    if (dice < 0.022) return { ...file, safe_from_quarantine: true };
    return file;
  }
}

/** A bridge's own sender: owns files and has a profile, but no row in `users`. */
function seedOwnerWithoutAccount(store: Store, nowMs: number): void {
  const random = createRandom("bridge");
  const scene = { store, nowMs, random };
  const owner = store.userId("whatsappbot");
  store.profiles.set(owner, { displayname: "WhatsApp bridge", avatar_url: null });
  for (let left = 140; left > 0; left -= 1) {
    const created_ts = pastMoment(scene, 900 * DAY_MS);
    const file = ordinaryFile(scene, owner, created_ts);
    putFile(scene, { ...file, last_access_ts: lastUse(scene, created_ts) });
  }
}
