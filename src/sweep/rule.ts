import type { MediaFile } from "../api/media-page";

/** The parameters of Synapse's deletion by date and size. */
export interface Rule {
  /** Files last used before this moment, in ms since 1970. */
  readonly beforeMs: number;
  /** Files larger than this many bytes. */
  readonly largerThanBytes: number;
  readonly keepAvatars: boolean;
}

/**
 * The earliest date Synapse takes, in ms: 14 December 1970. Anything less it holds for seconds given as milliseconds.
 * Source: `BEFORE_TS` check of "Delete local media by date or size" (1.46).
 */
export const EARLIEST_BEFORE_MS = 30_000_000_000;

/** When a file counts as last used, in ms: a file that was never fetched counts from its upload. */
export const lastUsedMs = (file: Pick<MediaFile, "lastAccessMs" | "createdMs">): number =>
  file.lastAccessMs ?? file.createdMs;

/**
 * Whether the rule's date and size select a file of this size (NaN without one) and last use in ms. Both comparisons
 * are strict as in Synapse's query, so an empty file never matches, and neither does one without a size (reserved,
 * never filled).
 * Source: `get_local_media_ids` in Synapse's media repository store, unchanged since 1.61.
 */
export const selects = (rule: Rule, sizeBytes: number, usedMs: number): boolean =>
  sizeBytes > rule.largerThanBytes && usedMs < rule.beforeMs;

/** The same for one file. */
export const matchesRule = (rule: Rule, file: Pick<MediaFile, "sizeBytes" | "lastAccessMs" | "createdMs">): boolean =>
  selects(rule, file.sizeBytes ?? NaN, lastUsedMs(file));
