import { json, notFound } from "./answer";
import { checkMoment } from "./check-moment";
import { type Route, route } from "./route";
import type { Server } from "./server-state";

/**
 * A cached file as the query by ID sends it: without an owner, and without what only local files have. Throws Refusal
 * 404 where there is no copy; the other server is never asked.
 */
export function queriedRemote({ store }: Server, origin: string, mediaId: string): object {
  const cached = store.remoteMedia.find((row) => row.origin === origin && row.media_id === mediaId);
  if (cached === undefined) throw notFound("Unknown media");
  const { media_id, media_type, media_length, upload_name, created_ts, last_access_ts, quarantined_by } = cached;
  return {
    media_origin: origin,
    user_id: null,
    media_id,
    media_type,
    media_length,
    upload_name,
    created_ts,
    filesystem_id: `of-${media_id}`,
    url_cache: null,
    last_access_ts,
    quarantined_by,
    authenticated: store.rawFlag(false),
    safe_from_quarantine: null,
    sha256: null,
  };
}

/**
 * Synapse's admin API documentation, "Purge Remote Media API": cached files last used before that moment go, unless
 * quarantined; a file never used stays. The answer is a mere count.
 */
export const remoteMediaRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/_synapse/admin/v1/purge_media_cache",
    access: "admin",
    run({ server, params }) {
      const beforeMs = params.requiredInteger("before_ts");
      checkMoment(server, beforeMs);
      const { remoteMedia } = server.store;
      const kept = remoteMedia.filter(
        (row) => row.quarantined_by !== null || row.last_access_ts === null || row.last_access_ts >= beforeMs,
      );
      const deleted = remoteMedia.length - kept.length;
      remoteMedia.splice(0, remoteMedia.length, ...kept);
      return json({ deleted });
    },
  }),
];
