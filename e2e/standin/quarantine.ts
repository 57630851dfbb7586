import { json, unknownError } from "./answer";
import { type Call, type Route, route } from "./route";
import { type Server, has } from "./server-state";

const V1 = "/_synapse/admin/v1";

/** Quarantines a file in somebody's name, or lifts its quarantine where that is null. An unknown file is no error. */
function setQuarantine({ server, segment }: Call<"serverName" | "mediaId">, by: string | null): Response {
  const origin = segment("serverName");
  const mediaId = segment("mediaId");
  if (origin === server.name) setLocal(server, mediaId, by);
  const cached = server.store.remoteMedia.find((row) => row.origin === origin && row.media_id === mediaId);
  if (cached !== undefined) cached.quarantined_by = by;
  return json({});
}

/** Since 1.128 this reaches every file of the same hash. Protected files stay as they are when quarantining. */
function setLocal(server: Server, mediaId: string, by: string | null): void {
  const { media } = server.store;
  const named = media.get(mediaId);
  if (named === undefined || (by !== null && named.safe_from_quarantine)) return;
  const hash = has(server, [1, 128]) ? named.sha256 : null;
  const alike = hash === null ? [named] : [...media.all()].filter(({ sha256 }) => sha256 === hash);
  for (const record of alike) {
    if (by === null || !record.safe_from_quarantine) media.change(record, { quarantined_by: by });
  }
}

function protect(server: Server, mediaId: string, isSafe: boolean): Response {
  const record = server.store.media.get(mediaId);
  if (record === undefined) throw unknownError(404, "No row found (local_media_repository)");
  server.store.media.change(record, { safe_from_quarantine: isSafe });
  return json({});
}

/** Synapse's admin API documentation, "Quarantine media" and "Protecting media from being quarantined". */
export const quarantineRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: `${V1}/media/quarantine/{serverName}/{mediaId}`,
    access: "admin",
    run: (call) => setQuarantine(call, call.requester().name),
  }),
  route({
    method: "POST",
    path: `${V1}/media/unquarantine/{serverName}/{mediaId}`,
    access: "admin",
    since: [1, 36],
    run: (call) => setQuarantine(call, null),
  }),
  route({
    method: "POST",
    path: `${V1}/media/protect/{mediaId}`,
    access: "admin",
    since: [1, 26],
    run: ({ server, segment }) => protect(server, segment("mediaId"), true),
  }),
  route({
    method: "POST",
    path: `${V1}/media/unprotect/{mediaId}`,
    access: "admin",
    since: [1, 36],
    run: ({ server, segment }) => protect(server, segment("mediaId"), false),
  }),
];
