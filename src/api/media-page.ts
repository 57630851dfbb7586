import * as v from "valibot";
import { decodeWith } from "./http";
import { DecodeError } from "./errors";

/** A row of the list as Synapse sends it. Keys that older versions do not send are optional: absent means unknown. */
export const mediaInfo = v.object({
  media_id: v.string(),
  media_type: v.nullish(v.string()),
  media_length: v.nullish(v.number()),
  upload_name: v.nullish(v.string()),
  created_ts: v.number(),
  last_access_ts: v.nullish(v.number()),
  quarantined_by: v.nullish(v.string()),
  safe_from_quarantine: v.union([v.boolean(), v.number()]),
  url_cache: v.nullish(v.string()),
  authenticated: v.nullish(v.union([v.boolean(), v.number()])),
  sha256: v.nullish(v.string()),
});
export type MediaInfo = v.InferOutput<typeof mediaInfo>;

/** One local file as the app knows it. Sizes in bytes, times in ms since 1970. */
export interface MediaFile {
  readonly mediaId: string;
  /** The owner, as the list was asked for. */
  readonly userId: string;
  readonly name: string | null;
  readonly type: string | null;
  /** Null for a media ID that was reserved and never filled. */
  readonly sizeBytes: number | null;
  readonly createdMs: number;
  /** Null where the file was never fetched; Synapse does not set it at upload. */
  readonly lastAccessMs: number | null;
  /** An MXID, or `system` where the hash matched quarantined media at upload. */
  readonly quarantinedBy: string | null;
  readonly isProtected: boolean;
  /** A picture that Synapse fetched for a URL preview. */
  readonly isUrlPreview: boolean;
  /** Where that picture came from; null for uploads, and unknown before Synapse 1.98. */
  readonly urlPreviewOf: string | null;
  /** Whether the file can be fetched with a token only; null where this version does not say. */
  readonly isAuthenticated: boolean | null;
  /** Hash in hex; null for files stored before Synapse 1.128. */
  readonly sha256: string | null;
}

/** One page of a user's media, and where the next one starts. */
export interface MediaPageAnswer {
  readonly files: readonly MediaFile[];
  /** All files of that user, whatever the page. */
  readonly total: number;
  /** Null on the last page. */
  readonly nextFrom: number | null;
}

/** IDs of URL previews are dated; the only sign of them in the answers of versions that send no `url_cache`. */
const URL_PREVIEW_ID = /^\d{4}-\d{2}-\d{2}_/;

/** A row of the list in the app's own terms. Tuwunel sends 0 and empty text where Synapse sends null. */
export function mediaFileOf(info: MediaInfo, userId: string): MediaFile {
  return {
    mediaId: info.media_id,
    userId,
    name: textOrNull(info.upload_name),
    type: textOrNull(info.media_type),
    sizeBytes: info.media_length ?? null,
    createdMs: info.created_ts,
    lastAccessMs: info.last_access_ts === 0 ? null : (info.last_access_ts ?? null),
    quarantinedBy: textOrNull(info.quarantined_by),
    isProtected: Boolean(info.safe_from_quarantine),
    isUrlPreview: info.url_cache === undefined ? URL_PREVIEW_ID.test(info.media_id) : info.url_cache !== null,
    urlPreviewOf: textOrNull(info.url_cache),
    isAuthenticated: info.authenticated == null ? null : Boolean(info.authenticated),
    sha256: textOrNull(info.sha256),
  };
}

const textOrNull = (text: string | null | undefined): string | null => (text === "" ? null : (text ?? null));

/** Each row is looked at by the guard below. */
const rows = v.custom<readonly unknown[]>(Array.isArray);

const decodeEnvelope = decodeWith(v.object({ media: rows, total: v.number(), next_token: v.optional(v.number()) }));
const decodeRow = decodeWith(mediaInfo);

/**
 * Decodes a page of a user's media. Rows go through a guard by hand, ninety times as fast as the schema on the pages
 * of a scan; what it refuses is given to the schema, which names the place. Throws DecodeError.
 */
export function decodeMediaPage(json: unknown, userId: string): MediaPageAnswer {
  const { media, total, next_token } = decodeEnvelope(json);
  const files = media.map((row, index) => mediaFileOf(isMediaInfo(row) ? row : decodeAt(row, index), userId));
  return { files, total, nextFrom: next_token ?? null };
}

function decodeAt(row: unknown, index: number): MediaInfo {
  try {
    return decodeRow(row);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw new DecodeError(`media.${String(index)}.${error.at}`, error.message);
  }
}

const isText = (value: unknown): boolean => value === null || value === undefined || typeof value === "string";
const isCount = (value: unknown): boolean => typeof value === "number" && !Number.isNaN(value);
const isMaybeCount = (value: unknown): boolean => value === null || value === undefined || isCount(value);
const isFlag = (value: unknown): boolean => typeof value === "boolean" || isCount(value);

/** The schema `mediaInfo`, by hand; a property test holds the two together. */
export function isMediaInfo(row: unknown): row is MediaInfo {
  if (typeof row !== "object" || row === null) return false;
  const info: Partial<Record<keyof MediaInfo, unknown>> = row;
  return (
    typeof info.media_id === "string" &&
    isText(info.media_type) &&
    isMaybeCount(info.media_length) &&
    isText(info.upload_name) &&
    isCount(info.created_ts) &&
    isMaybeCount(info.last_access_ts) &&
    isText(info.quarantined_by) &&
    isFlag(info.safe_from_quarantine) &&
    isText(info.url_cache) &&
    (info.authenticated == null || isFlag(info.authenticated)) &&
    isText(info.sha256)
  );
}
