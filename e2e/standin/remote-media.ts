import { json } from "./answer";
import { checkMoment } from "./media";
import { type Route, route } from "./route";

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
