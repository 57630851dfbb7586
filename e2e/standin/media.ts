import { json, notFound, unknownError } from "./answer";
import { checkMoment } from "./check-moment";
import { deleteFiles } from "./deletion";
import type { MediaRecord } from "./media-table";
import { queriedRemote } from "./remote-media";
import { type Route, type Work, route } from "./route";
import { vanishFiles } from "./sentinels";
import { type Server, has } from "./server-state";

const V1 = "/_synapse/admin/v1";

interface Rule {
  /** Files last used before this moment, in ms since 1970, strictly. */
  readonly beforeMs: number;
  /** Files larger than this many bytes, strictly. */
  readonly largerThanBytes: number;
  readonly keepProfiles: boolean;
}

function ruleOf({ params, server }: Work, serverName: string | null): Rule {
  const beforeMs = params.requiredInteger("before_ts");
  const largerThanBytes = params.integer("size_gt") ?? 0;
  const keepProfiles = params.boolean("keep_profiles") ?? true;
  checkMoment(server, beforeMs);
  if (serverName !== null && serverName !== server.name) throw unknownError(400, "Can only delete local media");
  return { beforeMs, largerThanBytes, keepProfiles };
}

/**
 * The IDs that Synapse's rule selects. Both comparisons are strict; a file never used counts from its upload; one
 * without a length never matches. Protected and quarantined files are left out since 1.61 only.
 */
export function selectByRule(server: Server, { beforeMs, largerThanBytes, keepProfiles }: Rule): string[] {
  const { store } = server;
  const worn = keepProfiles ? store.wornAvatars() : new Set<string>();
  const spares = has(server, [1, 61]);
  const isSpared = (row: MediaRecord) => spares && (row.quarantined_by !== null || row.safe_from_quarantine);
  const selected: string[] = [];
  for (const row of store.media.all()) {
    const isOld = (row.last_access_ts ?? row.created_ts) < beforeMs;
    const isLarge = row.media_length !== null && row.media_length > largerThanBytes;
    if (isOld && isLarge && !isSpared(row) && !worn.has(store.mxc(row.media_id))) selected.push(row.media_id);
  }
  return selected;
}

function deleteByRule(call: Work, serverName: string | null): Promise<Response> {
  const rule = ruleOf(call, serverName);
  vanishFiles(call.server);
  return deleteFiles(call, selectByRule(call.server, rule));
}

function deleteOne(call: Work, serverName: string, mediaId: string): Promise<Response> {
  if (serverName !== call.server.name) throw unknownError(400, "Can only delete local media");
  if (call.server.store.media.get(mediaId) === undefined) throw notFound("Unknown media");
  return deleteFiles(call, [mediaId]);
}

/** A row as the query by ID sends it: the owner's server only for remote files, both flags as the database keeps them. */
function queried(server: Server, record: MediaRecord): object {
  const { media_id, user_id, media_type, media_length, upload_name, created_ts } = record;
  const { url_cache, last_access_ts, quarantined_by, sha256 } = record;
  return {
    media_origin: null,
    user_id,
    media_id,
    media_type,
    media_length,
    upload_name,
    created_ts,
    filesystem_id: null,
    url_cache,
    last_access_ts,
    quarantined_by,
    authenticated: server.store.rawFlag(record.authenticated),
    safe_from_quarantine: server.store.rawFlag(record.safe_from_quarantine),
    sha256,
  };
}

/**
 * Synapse's admin API documentation, "Delete local media by date or size", "Delete a specific local media" and "Query
 * a piece of media by ID". The order matters: `/media/{serverName}/delete` is never taken for a file called "delete".
 */
export const mediaRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: `${V1}/media/delete`,
    access: "admin",
    since: [1, 78],
    run: (call) => deleteByRule(call, null),
  }),
  route({
    method: "POST",
    path: `${V1}/media/{serverName}/delete`,
    access: "admin",
    run: (call) => deleteByRule(call, call.segment("serverName")),
  }),
  route({
    method: "DELETE",
    path: `${V1}/media/{serverName}/{mediaId}`,
    access: "admin",
    run: (call) => deleteOne(call, call.segment("serverName"), call.segment("mediaId")),
  }),
  route({
    method: "GET",
    path: `${V1}/media/{serverName}/{mediaId}`,
    access: "admin",
    since: [1, 140],
    run({ server, segment }) {
      const [origin, mediaId] = [segment("serverName"), segment("mediaId")];
      if (origin !== server.name) return json({ media_info: queriedRemote(server, origin, mediaId) });
      const record = server.store.media.get(mediaId);
      if (record === undefined) throw notFound("Unknown media");
      return json({ media_info: queried(server, record) });
    },
  }),
];
