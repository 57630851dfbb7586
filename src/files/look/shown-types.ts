/** How the page shows a file. */
export type Kind = "picture" | "video" | "audio";

/**
 * The only types that are ever shown, each with the one the browser is told. Whatever is not here, SVG, HTML and PDF
 * above all, could run scripts on this page's origin: content in a blob has lost the sandbox that Synapse sends along.
 */
const shown: ReadonlyMap<string, readonly [Kind, string]> = new Map([
  ["image/png", ["picture", "image/png"]],
  ["image/apng", ["picture", "image/apng"]],
  ["image/jpeg", ["picture", "image/jpeg"]],
  ["image/jpg", ["picture", "image/jpeg"]],
  ["image/gif", ["picture", "image/gif"]],
  ["image/webp", ["picture", "image/webp"]],
  ["image/avif", ["picture", "image/avif"]],
  ["image/bmp", ["picture", "image/bmp"]],
  ["video/mp4", ["video", "video/mp4"]],
  ["video/webm", ["video", "video/webm"]],
  ["video/ogg", ["video", "video/ogg"]],
  ["video/quicktime", ["video", "video/quicktime"]],
  ["audio/mp4", ["audio", "audio/mp4"]],
  ["audio/webm", ["audio", "audio/webm"]],
  ["audio/aac", ["audio", "audio/aac"]],
  ["audio/mpeg", ["audio", "audio/mpeg"]],
  ["audio/ogg", ["audio", "audio/ogg"]],
  ["audio/wave", ["audio", "audio/wav"]],
  ["audio/wav", ["audio", "audio/wav"]],
  ["audio/x-wav", ["audio", "audio/wav"]],
  ["audio/x-pn-wav", ["audio", "audio/wav"]],
  ["audio/flac", ["audio", "audio/flac"]],
  ["audio/x-flac", ["audio", "audio/flac"]],
]);

/** What Synapse makes thumbnails of. Source: Synapse, `config/repository.py`, `THUMBNAIL_SUPPORTED_MEDIA_FORMAT_MAP`. */
const withThumbnail: ReadonlySet<string> = new Set(["image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp"]);

/** The type in small letters without parameters, as types are compared. */
const bare = (type: string | null): string => (type ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** How a file of that type is shown; null where it is not. */
export const kindOf = (type: string | null): Kind | null => shown.get(bare(type))?.[0] ?? null;

/** What a browser is told that content of that type is; null where it is not shown. */
export const safeTypeOf = (type: string | null): string | null => shown.get(bare(type))?.[1] ?? null;

/** Whether Synapse has small pictures of files of that type. */
export const hasThumbnail = (type: string | null): boolean => withThumbnail.has(bare(type));
