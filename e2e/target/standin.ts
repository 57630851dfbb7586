import { type Standin, type StandinOptions, createStandin } from "../standin/handle";
import { startNodeHost } from "../standin/host-node";
import type { MediaRecord } from "../standin/media-table";
import type { Scenario } from "../standin/seed";
import { ADMIN_TOKEN } from "../standin/store";
import { storeReservation, storeUpload } from "../standin/upload";
import { mediaUrlsIn } from "../standin/room-media";
import type { Homeserver, MediaRow, Person, Upload } from "./homeserver";
import { hasReservations } from "./reservations";

/** As `StandinOptions`, on a free port unless told which; the scenario is "empty" unless given, as a new Synapse is. */
export interface StandinTargetOptions extends StandinOptions {
  readonly port?: number;
}

/** A stand-in at an address of its own, in this process. */
export interface StandinHomeserver extends Homeserver {
  readonly kind: "standin";
  readonly standin: Standin;
  /** Starts anew with that scenario, or the first one; the address and the admin's token stay. */
  reset(scenario?: Scenario): void;
}

/** Starts a stand-in on the loopback address. The caller stops it. Rejects if the port is taken. */
export async function startStandin(options: StandinTargetOptions = {}): Promise<StandinHomeserver> {
  const { port = 0, ...wishes } = options;
  const standin = createStandin({ scenario: "empty", ...wishes });
  const host = await startNodeHost((request) => standin.handle(request), port);
  const admin = { userId: standin.store.userId("admin"), accessToken: ADMIN_TOKEN };
  return {
    kind: "standin",
    version: standin.version,
    database: options.nullOrder === "postgres" ? "postgresql" : "sqlite",
    baseUrl: host.url,
    serverName: standin.serverName,
    admin,
    abilities: { rows: true, faults: true, reserve: hasReservations(standin.version) },
    standin,
    reset: (scenario) => standin.reset(scenario),
    ...accounts(standin),
    ...files(standin),
    log: () => standin.requests.map(({ method, path, search }) => `${method} ${path}${search}`).join("\n"),
    stop: () => host.close(),
  };
}

function accounts(
  standin: Standin,
): Pick<Homeserver, "createUser" | "setAvatar" | "disable" | "createRoom" | "sendEvent" | "visitRoom"> {
  return {
    createUser(localpart, { displayname = localpart, admin = false } = {}) {
      const { store, server } = standin;
      const { name } = store.addAccount(localpart, { displayname, admin, creation_ts: server.now() });
      return Promise.resolve({ userId: name, accessToken: store.issueToken(name) });
    },
    setAvatar({ userId }, mediaId) {
      standin.store.setAvatar(userId, standin.store.mxc(mediaId));
      return Promise.resolve();
    },
    disable({ userId }, how) {
      const account = standin.store.accounts.get(userId);
      if (account !== undefined) account[how] = true;
      return Promise.resolve();
    },
    createRoom({ userId }, { name, avatar, alias, isEncrypted = false }) {
      const { store } = standin;
      const picture = avatar === undefined ? null : store.mxc(avatar);
      const canonical_alias = alias === undefined ? null : `#${alias}:${store.serverName}`;
      const encryption = isEncrypted ? "m.megolm.v1.aes-sha2" : null;
      const room = store.openRoom({ creator: userId, name, avatar: picture, canonical_alias, encryption });
      return Promise.resolve(room.room_id);
    },
    sendEvent(_sender, roomId, { content }) {
      standin.store.mediaEvents.push({ room_id: roomId, urls: mediaUrlsIn(content) });
      return Promise.resolve();
    },
    visitRoom({ userId }, { roomId }) {
      const { memberships, profiles } = standin.store;
      const avatar_url = profiles.get(userId)?.avatar_url ?? null;
      memberships.push({ room_id: roomId, user_id: userId, membership: "join", avatar_url });
      memberships.push({ room_id: roomId, user_id: userId, membership: "leave", avatar_url: null });
      return Promise.resolve();
    },
  };
}

function files(
  standin: Standin,
): Pick<Homeserver, "upload" | "reserve" | "insertMedia" | "insertRemoteMedia" | "readMedia" | "clearMedia"> {
  return {
    upload: (owner, upload) => storeUpload(standin.server, fileOf(owner, upload)),
    reserve: ({ userId }) => Promise.resolve(storeReservation(standin.server, userId)),
    insertMedia(rows) {
      for (const row of rows) standin.store.media.put(recordOf(standin, row));
      return Promise.resolve();
    },
    insertRemoteMedia(rows) {
      for (const { media_origin: origin, ...row } of rows) standin.store.remoteMedia.push({ origin, ...row });
      return Promise.resolve();
    },
    readMedia: () => Promise.resolve(Array.from(standin.store.media.all(), rowOf)),
    clearMedia() {
      standin.store.media.clear();
      standin.store.remoteMedia.length = 0;
      return Promise.resolve();
    },
  };
}

function fileOf({ userId }: Person, { bytes, name, type = "application/octet-stream" }: Upload) {
  const content = typeof bytes === "number" ? randomContent(bytes) : Uint8Array.from(bytes);
  return { owner: userId, bytes: content, type, name: name ?? null };
}

/** Filled in steps, as one call gives 65,536 bytes at most. */
function randomContent(length: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(length);
  for (let start = 0; start < length; start += 65_536) crypto.getRandomValues(content.subarray(start, start + 65_536));
  return content;
}

/** Columns that a row does not name keep what they hold, or Synapse's defaults. */
function recordOf({ store }: Standin, row: MediaRow): MediaRecord {
  const { authenticated = store.rawFlag(false), sha256 = null } = store.media.get(row.media_id) ?? {};
  return {
    media_id: row.media_id,
    media_type: row.media_type,
    media_length: row.media_length,
    upload_name: row.upload_name,
    created_ts: row.created_ts,
    url_cache: row.url_cache,
    last_access_ts: row.last_access_ts,
    quarantined_by: row.quarantined_by,
    safe_from_quarantine: row.safe_from_quarantine,
    user_id: row.user_id,
    authenticated,
    sha256,
  };
}

function rowOf({ authenticated: _authenticated, sha256: _sha256, user_id, ...row }: MediaRecord): MediaRow {
  return { ...row, user_id: user_id ?? "" };
}
