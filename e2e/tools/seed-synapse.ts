import { randomBytes, randomInt } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

import type { MediaRow, Person, Upload } from "../target/homeserver";
import { callServer, serverPath } from "../target/server-call";
import type { Synapse } from "../target/synapse";

const DAY_MS = 24 * 60 * 60 * 1000;
const OLDEST_DAYS = 3 * 365;
const FILES_PER_PERSON = 5;

const PEOPLE: readonly (readonly [localpart: string, displayname: string])[] = [
  ["ann", "Ann Lee"],
  ["bjorn", "Björn Åkesson"],
  ["chidi", "Chidi Okafor"],
  ["dmitri", "Дмитрий Орлов"],
  ["eleni", "Ελένη Παππά"],
  ["fatima", "فاطمة الزهراء"],
  ["gita", "गीता शर्मा"],
  ["haruka", "佐藤 はるか"],
  ["noa", "נועה לוי"],
  ["somchai", "สมชาย ใจดี"],
];

/** Without a name and a type: what an encrypted attachment looks like to the server. */
const FILES: readonly (readonly [name: string, type: string] | null)[] = [
  ["cat on the sofa.png", "image/png"],
  ["IMG_2041.jpg", "image/jpeg"],
  null,
  ["Rechnung März.pdf", "application/pdf"],
  ["harbour at dawn.mp4", "video/mp4"],
  ["会議メモ.pdf", "application/pdf"],
  ["backup-2023-11.bin", "application/octet-stream"],
  ["снимок экрана.png", "image/png"],
  null,
  ["صورة العائلة.jpg", "image/jpeg"],
  ["floor plan.png", "image/png"],
  ["screen-recording.mp4", "video/mp4"],
];

/**
 * Fills a new Synapse with people, their files, pictures in use, protected and quarantined files, and ages of up to
 * three years. Returns how many files there are. Needs `abilities.rows`.
 */
export async function seedSynapse(synapse: Synapse): Promise<number> {
  const people: Person[] = [];
  for (const [localpart, displayname] of PEOPLE) people.push(await synapse.createUser(localpart, { displayname }));
  for (const [index, person] of people.entries()) await seedPerson(synapse, person, index);
  await seedRoom(synapse, people);
  await reserveIfPossible(synapse, people);
  // Last, because the server notes a fetch up to a minute late and would undo it.
  const rows = await synapse.readMedia();
  await synapse.insertMedia(rows.map(withAge));
  return rows.length;
}

async function seedPerson(synapse: Synapse, person: Person, index: number): Promise<void> {
  const mediaIds: string[] = [];
  for (let file = 0; file < FILES_PER_PERSON; file++) {
    mediaIds.push(await synapse.upload(person, uploadOf(index * FILES_PER_PERSON + file)));
  }
  await synapse.setAvatar(person, await synapse.upload(person, picture("avatar.png")));
  const [first, second] = mediaIds;
  if (first !== undefined && index % 3 === 0) await asAdmin(synapse, serverPath`media/protect/${first}`);
  if (second !== undefined && index % 4 === 1) {
    await asAdmin(synapse, serverPath`media/quarantine/${synapse.serverName}/${second}`);
  }
}

async function seedRoom(synapse: Synapse, [owner]: readonly Person[]): Promise<void> {
  if (owner === undefined) return;
  const avatar = await synapse.upload(owner, picture("allotment.png"));
  await synapse.createRoom(owner, { name: "Allotment society", avatar });
}

async function reserveIfPossible(synapse: Synapse, people: readonly Person[]): Promise<void> {
  const owner = people.at(-1);
  if (owner !== undefined && synapse.abilities.reserve) await synapse.reserve(owner);
}

async function asAdmin({ baseUrl, admin }: Synapse, path: string): Promise<void> {
  await callServer(baseUrl, { method: "POST", path: `/_synapse/admin/v1/${path}`, accessToken: admin.accessToken });
}

function uploadOf(index: number): Upload {
  const file = FILES[index % FILES.length];
  const bytes = randomInt(2_000, 200_000);
  if (file === null || file === undefined) return { bytes };
  const [name, type] = file;
  return type === "image/png" ? picture(name) : { bytes, name, type };
}

/** About a third was never fetched since; the others some time after their upload. */
function withAge(row: MediaRow): MediaRow {
  const ageMs = randomInt(1, OLDEST_DAYS) * DAY_MS;
  const createdMs = row.created_ts - ageMs;
  const isFetched = randomInt(3) > 0 && row.media_length !== null;
  return { ...row, created_ts: createdMs, last_access_ts: isFetched ? createdMs + randomInt(ageMs) : null };
}

function picture(name: string): Upload {
  return { bytes: randomPng(randomInt(32, 128)), name, type: "image/png" };
}

/** A square of random grey pixels that can be previewed: https://www.w3.org/TR/png-3/ */
function randomPng(sidePixels: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sidePixels, 0);
  header.writeUInt32BE(sidePixels, 4);
  header.set([8, 0, 0, 0, 0], 8);
  // Each line begins with the number of its filter, of which 0 is none.
  const lines = Array.from({ length: sidePixels }, () => Buffer.concat([Buffer.alloc(1), randomBytes(sidePixels)]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = deflateSync(Buffer.concat(lines));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", image), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
