import type { MediaName } from "../lib/mxc";
import { clientPath, legacyMediaPath } from "./http";
import type { Client, Content, ContentCall, Search } from "./http";
import { supports } from "./synapse-version";

/** What both calls of this file need to know. */
interface Fetching {
  /** As `getServerVersion` tells it: decides which endpoint there is. */
  readonly serverVersion: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Download extends Fetching {
  /** Hands out a quarantined file as well: to admins, since Synapse 1.145. */
  readonly bypassesQuarantine: boolean;
}

/** The size to fit, in pixels; Synapse picks the nearest of those it has made. */
export interface Thumbnail extends Fetching {
  readonly widthPx: number;
  readonly heightPx: number;
  /** `crop` fills the size, `scale` keeps the proportions. */
  readonly method: "crop" | "scale";
}

/**
 * Fetches a whole file. This counts as use: within a minute Synapse sets the access time to now. Where the file is of
 * another server, Synapse fetches it from there first.
 * Throws HttpError 404 `M_NOT_FOUND` for a file that is unknown, has no content or is quarantined, which then is not
 * counted as use, and 504 `M_NOT_YET_UPLOADED` for a reserved ID without content, after up to 20 s.
 * Source: Client-Server API, "Content repository"; Synapse admin API, "Quarantine media" (the bypass).
 */
export const downloadMedia = (client: Client, name: MediaName, options: Download): Promise<Content> => {
  const { serverVersion, signal, bypassesQuarantine } = options;
  return client.content({
    ...targetOf("download", name, serverVersion),
    search: { admin_unsafely_bypass_quarantine: bypassesQuarantine ? true : undefined },
    signal,
  });
};

/**
 * Fetches a small picture of a picture. This counts as use, as `downloadMedia` does, and so do its refusals: 400 where
 * Synapse has no thumbnail (of anything but JPEG, PNG, GIF and WebP), 404 where the file is quarantined. Before 1.64
 * it is 404 for both.
 * Source: Client-Server API, "Content repository".
 */
export const fetchThumbnail = (client: Client, name: MediaName, options: Thumbnail): Promise<Content> => {
  const { serverVersion, signal, widthPx, heightPx, method } = options;
  return client.content({
    ...targetOf("thumbnail", name, serverVersion),
    search: { width: widthPx, height: heightPx, method } satisfies Search,
    signal,
  });
};

/** Of the older paths `r0` is the one that every version serves. They take no token, so none is sent. */
function targetOf(
  what: "download" | "thumbnail",
  { serverName, mediaId }: MediaName,
  serverVersion: string,
): Pick<ContentCall, "path" | "anonymous"> {
  return supports(serverVersion, "authenticatedMedia")
    ? { path: clientPath`v1/media/${what}/${serverName}/${mediaId}` }
    : { path: legacyMediaPath`r0/${what}/${serverName}/${mediaId}`, anonymous: true };
}
