import type { MediaRecord } from "./media-table";
import { type Random, hashOf } from "./random";
import type { Store } from "./store";

export const DAY_MS = 24 * 60 * 60 * 1000;
export const KIB = 1024;
export const MIB = 1024 * 1024;

/** How long ago, in ms, a server of today got the versions that require tokens for media and that keep hashes. */
const AUTHENTICATED_SINCE_MS = 600 * DAY_MS;
const HASHED_SINCE_MS = 400 * DAY_MS;

/** What is being filled, the moment it ends at (ms since 1970), and its randomness. */
export interface Scene {
  readonly store: Store;
  readonly nowMs: number;
  readonly random: Random;
}

/** What a seeded file is; the rest of its row follows from this. Times in ms since 1970, lengths in bytes. */
export type SeededFile = Pick<MediaRecord, "media_id" | "user_id" | "created_ts"> &
  Partial<Omit<MediaRecord, "sha256" | "authenticated">>;

/** Puts a row in place as Synapse would hold it by now: old files are not authenticated and have no hash. */
export function putFile({ store, nowMs }: Pick<Scene, "store" | "nowMs">, file: SeededFile): MediaRecord {
  const ageMs = nowMs - file.created_ts;
  const isHashed = ageMs < HASHED_SINCE_MS && (file.media_length ?? null) !== null;
  // In the order in which the list sends them; a row is sent as it is kept.
  const record: MediaRecord = {
    media_id: file.media_id,
    media_type: file.media_type ?? null,
    media_length: file.media_length ?? null,
    upload_name: file.upload_name ?? null,
    created_ts: file.created_ts,
    url_cache: file.url_cache ?? null,
    last_access_ts: file.last_access_ts ?? null,
    quarantined_by: file.quarantined_by ?? null,
    safe_from_quarantine: file.safe_from_quarantine ?? false,
    user_id: file.user_id,
    authenticated: store.rawFlag(ageMs < AUTHENTICATED_SINCE_MS),
    sha256: isHashed ? fakeHash(file.media_id) : null,
  };
  store.media.put(record);
  return record;
}

/** 64 hex digits, the same for the same ID. */
function fakeHash(mediaId: string): string {
  const digits = hashOf(mediaId).toString(16).padStart(8, "0");
  return digits.repeat(8);
}

interface Kind {
  readonly weight: number;
  readonly type: string;
  /** Length in bytes, usual and highest; a few files are far larger than usual. */
  readonly usual: number;
  readonly most: number;
  readonly name: (random: Random, createdMs: number) => string | null;
}

const two = (value: number): string => String(value).padStart(2, "0");

function stamp(ms: number, separator: string): string {
  const date = new Date(ms);
  const day = [date.getUTCFullYear(), two(date.getUTCMonth() + 1), two(date.getUTCDate())].join(separator);
  return `${day}_${[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join("")}`;
}

const subjects = [
  "Rechnung",
  "invoice",
  "Протокол собрания",
  "Πρόγραμμα",
  "مستند",
  "חוזה",
  "रिपोर्ट",
  "会议记录",
  "報告書",
  "회의록",
  "รายงาน",
  "minutes of the meeting",
  "thesis final v3 (really final)",
  "Einladung Sommerfest",
  "relevé de compte",
] as const;

const document = (extension: string) => (random: Random) =>
  `${random.pick(subjects)} ${String(random.between(1, 99))}.${extension}`;

/** What people send, about as often as they do. */
const kinds: readonly Kind[] = [
  {
    weight: 40,
    type: "image/jpeg",
    usual: 240 * KIB,
    most: 9 * MIB,
    name: (random, ms) => random.pick([`IMG_${stamp(ms, "")}.jpg`, `PXL_${stamp(ms, "")}.jpg`, "image.jpg"]),
  },
  {
    weight: 13,
    type: "image/png",
    usual: 180 * KIB,
    most: 6 * MIB,
    name: (_, ms) => `Screenshot_${stamp(ms, "-")}.png`,
  },
  { weight: 4, type: "image/webp", usual: 60 * KIB, most: 2 * MIB, name: () => "sticker.webp" },
  { weight: 3, type: "image/gif", usual: 900 * KIB, most: 12 * MIB, name: () => "tenor.gif" },
  { weight: 17, type: "application/octet-stream", usual: 300 * KIB, most: 48 * MIB, name: () => null },
  { weight: 6, type: "audio/ogg", usual: 70 * KIB, most: 3 * MIB, name: () => "Voice message.ogg" },
  { weight: 6, type: "video/mp4", usual: 6 * MIB, most: 49 * MIB, name: (_, ms) => `VID_${stamp(ms, "")}.mp4` },
  { weight: 1, type: "video/webm", usual: 3 * MIB, most: 30 * MIB, name: () => "screencast.webm" },
  { weight: 5, type: "application/pdf", usual: 400 * KIB, most: 25 * MIB, name: document("pdf") },
  { weight: 2, type: "text/plain", usual: 3 * KIB, most: MIB, name: document("txt") },
  { weight: 1, type: "application/zip", usual: 8 * MIB, most: 49 * MIB, name: document("zip") },
  {
    weight: 1,
    type: "application/vnd.android.package-archive",
    usual: 22 * MIB,
    most: 49 * MIB,
    name: (random) => `app-release-${String(random.between(100, 480))}.apk`,
  },
  { weight: 1, type: "image/svg+xml", usual: 8 * KIB, most: 300 * KIB, name: () => "logo.svg" },
];
const TOTAL_WEIGHT = kinds.reduce((sum, { weight }) => sum + weight, 0);

/** A file as people upload them: type, name, length in bytes, and when it was last used (null for a third of them). */
export function ordinaryFile(scene: Scene, owner: string, createdMs: number): SeededFile {
  const { random } = scene;
  const kind = pickKind(random);
  return {
    media_id: random.letters(24),
    user_id: owner,
    media_type: kind.type,
    media_length: lengthOf(random, kind),
    upload_name: kind.name(random, createdMs),
    created_ts: createdMs,
    last_access_ts: lastUse(scene, createdMs),
  };
}

/** Most files are looked at for a while after they were sent, few of them years later. */
export function lastUse({ random, nowMs }: Omit<Scene, "store">, createdMs: number): number | null {
  if (random.chance(0.34)) return null;
  return Math.floor(createdMs + (nowMs - createdMs) * random.next() ** 4);
}

/** A moment within `spanMs` before now; more recent ones are likelier, as servers grow. */
export const pastMoment = ({ random, nowMs }: Omit<Scene, "store">, spanMs: number): number =>
  Math.floor(nowMs - spanMs * random.next() ** 1.7);

function pickKind(random: Random): Kind {
  let left = random.next() * TOTAL_WEIGHT;
  const found = kinds.find(({ weight }) => (left -= weight) < 0);
  return found ?? kinds[0] ?? noKind;
}

const noKind: Kind = { weight: 1, type: "application/octet-stream", usual: KIB, most: KIB, name: () => null };

/** Roughly log-normal: usual lengths, few tiny ones, few that are many times as large. */
function lengthOf(random: Random, { usual, most }: Kind): number {
  const bell = random.next() + random.next() + random.next() - 1.5;
  return Math.max(40, Math.min(most, Math.round(usual * Math.exp(bell * 2))));
}
