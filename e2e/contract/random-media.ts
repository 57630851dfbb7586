import type { Rule } from "../../src/sweep/rule";
import { DAY_MS } from "../fixtures/media-row";
import type { MediaRow } from "../target/homeserver";

/** A number from 0 to below 1; the same seed gives the same numbers (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface MediaWishes {
  readonly owners: readonly string[];
  /** Media IDs that are pictures in use or were; each becomes a row as well. */
  readonly pictures: readonly string[];
  readonly count: number;
}

const START_MS = Date.UTC(2021, 0, 1);
const SPAN_MS = 4 * 365 * DAY_MS;

/** Rows of every kind: sizes none, zero, tied and huge; never used, used at once, used late; protected, quarantined. */
export function randomMedia(random: () => number, { owners, pictures, count }: MediaWishes): MediaRow[] {
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  return Array.from({ length: count }, (_, index): MediaRow => {
    const picture = pictures[index];
    const isPreview = picture === undefined && random() < 0.08;
    // Whole days of a month, so that many rows share a moment.
    const created_ts = random() < 0.3 ? START_MS + Math.floor(random() * 30) * DAY_MS : someMoment(random);
    const id = `${String(index).padStart(4, "0")}abcdefghijklmnopqrst`;
    return {
      media_id: picture ?? (isPreview ? `2024-02-03_${id.slice(0, 16)}` : id),
      // The first owners have many files, the last a few: whoever has no file that matches is not asked.
      user_id: owners[Math.floor(random() ** 4 * owners.length)] ?? "",
      created_ts,
      last_access_ts: random() < 0.5 ? null : created_ts + Math.floor(random() * random() * SPAN_MS),
      media_type: pick(["image/png", "video/mp4", "application/octet-stream", null]),
      media_length: pick([null, 0, 1, 1000, 1000, Math.floor(random() * 5000), Math.floor(random() * 50_000_000)]),
      upload_name: pick([null, "photo.jpg", "дом.png", "資料.pdf"]),
      quarantined_by: random() < 0.06 ? pick(["@admin:example.org", "system"]) : null,
      safe_from_quarantine: random() < 0.06,
      url_cache: isPreview ? "https://example.org/preview.png" : null,
    };
  });
}

/** A rule whose date and size often are exactly those of a row, where strictness shows. */
export function randomRule(random: () => number, rows: readonly MediaRow[]): Rule {
  const row = rows[Math.floor(random() * rows.length)];
  // Early dates, that hardly anybody has files before, as well as late ones.
  const someMs = random() < 0.5 ? someMoment(random) : START_MS + Math.floor(random() * 40 * DAY_MS);
  const beforeMs = random() < 0.4 ? someMs : (row?.last_access_ts ?? row?.created_ts ?? START_MS);
  const someBytes = random() < 0.5 ? Math.floor(random() * random() * 20_000_000) : (row?.media_length ?? 0);
  return { beforeMs, largerThanBytes: random() < 0.4 ? 0 : someBytes, keepAvatars: random() < 0.7 };
}

const someMoment = (random: () => number): number => START_MS + Math.floor(random() * SPAN_MS);
