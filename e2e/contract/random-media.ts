import type { Rule } from "../../src/sweep/rule";
import { DAY_MS, mediaRow } from "../fixtures/media-row";
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

const START_MS = Date.UTC(2021, 0, 1);
const SPAN_MS = 4 * 365 * DAY_MS;

/** Rows of every kind: sizes none, zero, tied and huge; never used, used at once, used late; protected, quarantined. */
export function randomMedia(random: () => number, owners: readonly string[], count: number): MediaRow[] {
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  return Array.from({ length: count }, (_, index): MediaRow => {
    const isPreview = random() < 0.08;
    // Whole days of a month, so that many rows share a moment.
    const created_ts = random() < 0.3 ? START_MS + Math.floor(random() * 30) * DAY_MS : someMoment(random);
    const id = `${String(index).padStart(4, "0")}abcdefghijklmnopqrst`;
    return {
      media_id: isPreview ? `2024-02-03_${id.slice(0, 16)}` : id,
      user_id: mostlyTheFirst(random, owners),
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

/** The first have many files, the last a few: whoever has no file that matches is not asked. */
const mostlyTheFirst = (random: () => number, owners: readonly string[]): string =>
  owners[Math.floor(random() ** 4 * owners.length)] ?? "";

/**
 * A rule whose date and size often are exactly those of a row, where strictness shows. By its number it has a limit or
 * none, and keeps pictures or not, so that a few in a row show everything.
 */
export function randomRule(random: () => number, rows: readonly MediaRow[], number: number): Rule {
  const row = rows[Math.floor(random() * rows.length)];
  // Early dates, that hardly anybody has files before, as well as late ones.
  const someMs = random() < 0.5 ? someMoment(random) : START_MS + Math.floor(random() * 40 * DAY_MS);
  const beforeMs = random() < 0.4 ? someMs : (row?.last_access_ts ?? row?.created_ts ?? START_MS);
  const someBytes = random() < 0.5 ? Math.floor(random() * random() * 20_000_000) : (row?.media_length ?? 0);
  return { beforeMs, largerThanBytes: number % 3 === 0 ? 0 : Math.max(1, someBytes), keepAvatars: number % 4 !== 0 };
}

export interface DecisiveWishes {
  readonly owners: readonly string[];
  /** Owners of one file each, with which they stand or fall. */
  readonly loners: readonly string[];
  /** Media IDs that are pictures in use or were; each is a row that the rule would take otherwise. */
  readonly pictures: readonly string[];
}

/** Rows at the rule's limits, one below and one above, in every combination; never used and used, with many ties. */
export function decisiveMedia(random: () => number, rule: Rule, wishes: DecisiveWishes): MediaRow[] {
  const { owners, loners, pictures } = wishes;
  const rows: MediaRow[] = [];
  const add = (columns: Partial<MediaRow>) => {
    const media_id = `edge${String(rows.length).padStart(4, "0")}abcdefghijklmnop`;
    rows.push(mediaRow({ media_id, user_id: mostlyTheFirst(random, owners), ...columns }));
  };
  const [below, above] = [rule.beforeMs - 1, rule.largerThanBytes + 1];
  const sizes = [null, 0, rule.largerThanBytes - 1, rule.largerThanBytes, above];
  for (const media_length of new Set(sizes.filter((size) => size === null || size >= 0))) {
    for (const ms of [below, rule.beforeMs, rule.beforeMs + 1]) {
      add({ media_length, created_ts: ms, last_access_ts: null });
      add({ media_length, created_ts: ms, last_access_ts: ms });
      add({ media_length, created_ts: ms - 900 * DAY_MS, last_access_ts: ms });
    }
  }
  const taken = { created_ts: below, last_access_ts: null, media_length: above };
  for (const media_id of pictures) add({ ...taken, media_id });
  const ofLoners = [taken, { ...taken, created_ts: rule.beforeMs }, { ...taken, media_length: rule.largerThanBytes }];
  for (const [index, user_id] of loners.entries()) add({ ...ofLoners[index % ofLoners.length], user_id });
  return rows;
}

const someMoment = (random: () => number): number => START_MS + Math.floor(random() * SPAN_MS);
