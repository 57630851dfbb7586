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
export const lastUsedMs = (file: MediaFile): number => file.lastAccessMs ?? file.createdMs;

/**
 * Whether the rule's date and size select the file. Both comparisons are strict as in Synapse's query, so an empty
 * file never matches, and neither does one without a size (reserved, never filled).
 * Source: `get_local_media_ids` in Synapse's media repository store, unchanged since 1.61.
 */
export const matchesRule = (rule: Rule, file: MediaFile): boolean =>
  file.sizeBytes !== null && file.sizeBytes > rule.largerThanBytes && lastUsedMs(file) < rule.beforeMs;
