import { invalidParam, json, unknownError } from "./answer";
import type { MediaRecord } from "./media-table";
import { mxcUrisIn } from "./room-media";
import { type Call, type Route, type Work, route } from "./route";
import { type Server, has } from "./server-state";

const V1 = "/_synapse/admin/v1";

type NamedCall = Call<"serverName" | "mediaId">;

/** Quarantines a file in somebody's name, or lifts its quarantine where that is null. An unknown file is no error. */
function setQuarantine({ server, segment }: NamedCall, by: string | null): Response {
  setByName(server, [{ origin: segment("serverName"), mediaId: segment("mediaId") }], by);
  return json({});
}

interface Name {
  readonly origin: string;
  readonly mediaId: string;
}

/** Returns how many files of this server and cached ones it was done to, whether or not that changed them. */
function setByName(server: Server, names: readonly Name[], by: string | null): number {
  const local = names.filter(({ origin }) => origin === server.name);
  const count = setLocal(server, new Set(local.map(({ mediaId }) => mediaId)), by);
  const cached = server.store.remoteMedia.filter((row) =>
    names.some(({ origin, mediaId }) => row.origin === origin && row.media_id === mediaId),
  );
  for (const row of cached) {
    row.quarantined_by = by;
    note(server, { origin: row.origin, mediaId: row.media_id }, by);
  }
  return count + cached.length;
}

/**
 * Since 1.128 this reaches every file of the same hashes. When quarantining, protected files stay as they are, and where
 * they are named their hash is not looked at either.
 */
function setLocal(server: Server, ids: ReadonlySet<string>, by: string | null): number {
  const { media } = server.store;
  const isReached = (record: MediaRecord) => by === null || !record.safe_from_quarantine;
  const named = new Set([...media.all()].filter((record) => ids.has(record.media_id) && isReached(record)));
  const hashes = new Set(has(server, [1, 128]) ? Array.from(named, ({ sha256 }) => sha256) : []);
  hashes.delete(null);
  const reached = [...media.all()].filter(
    (record) => (named.has(record) || hashes.has(record.sha256)) && isReached(record),
  );
  for (const record of reached) {
    media.change(record, { quarantined_by: by });
    note(server, { origin: server.name, mediaId: record.media_id }, by);
  }
  return reached.length;
}

function note(server: Server, { origin, mediaId }: Name, by: string | null): void {
  server.store.quarantineChanges.push({ origin, media_id: mediaId, quarantined: by !== null });
}

/** Everything of a user that is not quarantined yet. A user who does not exist has nothing. */
function quarantineUser({ server, segment, requester }: Call<"userId">): Response {
  const rows = [...server.store.media.rowsOf(segment("userId"))].filter(
    ({ quarantined_by }) => quarantined_by === null,
  );
  const names = rows.map(({ media_id }) => ({ origin: server.name, mediaId: media_id }));
  return json({ num_quarantined: setByName(server, names, requester().name) });
}

/** What the room's events name, each once. An unknown room names nothing. */
function quarantineRoom({ server, segment, requester }: Call<"roomId">): Response {
  const uris = new Set(mxcUrisIn(server.store, segment("roomId")));
  const names = Array.from(uris, (uri) => {
    const [origin = "", mediaId = ""] = uri.slice("mxc://".length).split("/");
    return { origin, mediaId };
  });
  return json({ num_quarantined: setByName(server, names, requester().name) });
}

const CHANGES_PER_PAGE = 100;

/** Every call leaves a line for each file it reached; an upload that comes in quarantined leaves none. */
function listChanges({ server, params }: Work): Response {
  const from = params.integer("from") ?? 0;
  const { store } = server;
  if (from > store.quarantineChanges.length) throw invalidParam("Query parameter from is in the future");
  const page = store.quarantineChanges.slice(from, from + CHANGES_PER_PAGE);
  const changes = page.map(({ quarantined, ...name }) => ({ ...name, quarantined: store.rawFlag(quarantined) }));
  return json({ next_batch: from + page.length, changes });
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
    method: "GET",
    path: `${V1}/media/quarantine_changes`,
    access: "admin",
    since: [1, 152],
    run: listChanges,
  }),
  route({ method: "POST", path: `${V1}/user/{userId}/media/quarantine`, access: "admin", run: quarantineUser }),
  ...([`${V1}/room/{roomId}/media/quarantine`, `${V1}/quarantine_media/{roomId}`] as const).map((path) =>
    route({ method: "POST", path, access: "admin", run: quarantineRoom }),
  ),
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
