import * as v from "valibot";
import type { MediaName } from "../lib/mxc";
import { isNotFound } from "./errors";
import { adminPath, decodeWith } from "./http";
import type { Client } from "./http";
import { mediaFileOf, mediaInfo } from "./media-page";
import type { MediaFile } from "./media-page";

/** A file of another server that this one keeps a copy of. */
export interface CachedFile extends Omit<MediaFile, "userId" | "isProtected" | "isUrlPreview" | "urlPreviewOf"> {
  readonly serverName: string;
}

/** A file as it is asked for by its ID. */
export type KnownFile =
  { readonly origin: "local"; readonly file: MediaFile } | { readonly origin: "remote"; readonly file: CachedFile };

/** A row of either table, unchanged; what only local files have is null for remote ones. */
const queriedInfo = v.object({
  ...mediaInfo.entries,
  media_origin: v.nullish(v.string()),
  user_id: v.nullish(v.string()),
  safe_from_quarantine: v.nullish(v.union([v.boolean(), v.number()])),
});

const decodeKnown = decodeWith(
  v.pipe(
    v.object({ media_info: queriedInfo }),
    v.transform(({ media_info }): KnownFile => knownFileOf(media_info)),
  ),
);

function knownFileOf(info: v.InferOutput<typeof queriedInfo>): KnownFile {
  const { media_origin: serverName, user_id, safe_from_quarantine, ...columns } = info;
  const row = mediaFileOf({ ...columns, safe_from_quarantine: safe_from_quarantine ?? false }, user_id ?? "");
  if (serverName == null) return { origin: "local", file: row };
  const { userId: _userId, isProtected: _isProtected, isUrlPreview: _isUrlPreview, urlPreviewOf: _of, ...file } = row;
  return { origin: "remote", file: { ...file, serverName } };
}

/**
 * What Synapse knows of one file, local or cached; null where it knows none of that name. Asks no other server, and
 * does not count as use. The owner is empty where the row has none.
 * Source: Synapse admin API, "Query a piece of media by ID" (1.140; `M_UNRECOGNIZED` before).
 */
export async function findMedia(
  client: Client,
  { serverName, mediaId }: MediaName,
  signal?: AbortSignal,
): Promise<KnownFile | null> {
  try {
    return await client.get({ path: adminPath`v1/media/${serverName}/${mediaId}`, signal, decode: decodeKnown });
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
