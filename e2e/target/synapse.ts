import { randomBytes } from "node:crypto";
import * as v from "valibot";

import {
  type Database,
  type DatabaseKind,
  clearMediaRows,
  insertMediaRows,
  insertRemoteMediaRows,
  readMediaRows,
} from "./database";
import { findPostgres } from "./find-postgres";
import type { Homeserver, Person } from "./homeserver";
import { installSynapse } from "./install";
import { launchServer } from "./launch";
import { type Account, registerAccount } from "./registration";
import { hasReservations } from "./reservations";
import { callServer, serverPath } from "./server-call";
import { createShownRoom, sendEvent, visitRoom } from "./shown-room";

/** Which Synapse to start: the version that specs run on, on SQLite and a free port, but for what is given. */
export interface SynapseOptions {
  readonly version?: string;
  readonly database?: DatabaseKind;
  readonly port?: number;
}

/** A real Synapse; its accounts have passwords. */
export interface Synapse extends Homeserver {
  readonly admin: Account;
  createUser(localpart: string, options?: { displayname?: string; admin?: boolean }): Promise<Account>;
}

/**
 * The Synapse that specs run on: the running one that SYNAPSE_URL and SYNAPSE_REGISTRATION_SECRET point at, whose
 * database is out of reach, else one of our own. The caller stops it. Throws as `startOwnSynapse`.
 */
export async function startSynapse(options: SynapseOptions = {}): Promise<Synapse> {
  const url = process.env["SYNAPSE_URL"];
  return url ? joinRunningSynapse(url) : startOwnSynapse(options);
}

/**
 * Starts a Synapse with an empty database and the admin `@admin:localhost`; installs it first where needed. It ends
 * with this process at the latest. Throws `NoSynapseError`, `NoPostgresError`, or an `Error` with the server's log.
 */
export async function startOwnSynapse({ version, database: kind, port }: SynapseOptions = {}): Promise<Synapse> {
  const postgres = kind === "postgresql" ? await findPostgres() : null;
  const { python } = await installSynapse(version, kind);
  const { baseUrl, config, log, stop } = await launchServer({ python, postgres, port });
  try {
    const { registrationSecret } = config;
    const database = { python, place: config.database };
    return await takeCharge({ baseUrl, registrationSecret, database, log, stop }, "admin");
  } catch (error) {
    await stop();
    throw new Error(`Synapse cannot be prepared. Its log:\n${log()}`, { cause: error });
  }
}

async function joinRunningSynapse(baseUrl: string): Promise<Synapse> {
  const registrationSecret = process.env["SYNAPSE_REGISTRATION_SECRET"];
  if (!registrationSecret) throw new Error("SYNAPSE_URL needs SYNAPSE_REGISTRATION_SECRET beside it.");
  const server = { baseUrl, registrationSecret, database: null, log: () => "", stop: () => Promise.resolve() };
  // Several workers may share that server, and it may have an account "admin" already.
  const synapse = await takeCharge(server, `mediasweep-${randomBytes(6).toString("hex")}`);
  return { ...synapse, stop: () => giveUpAdmin(synapse) };
}

/** The server goes on without us, and must not keep an admin account with a token that nobody watches. */
async function giveUpAdmin({ baseUrl, admin }: Synapse): Promise<void> {
  const path = serverPath`/_synapse/admin/v1/deactivate/${admin.userId}`;
  await callServer(baseUrl, { method: "POST", path, accessToken: admin.accessToken, json: { erase: true } });
}

interface Server {
  readonly baseUrl: string;
  readonly registrationSecret: string;
  /** Null where the server is not ours. */
  readonly database: Database | null;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

async function takeCharge(server: Server, adminLocalpart: string): Promise<Synapse> {
  const { baseUrl, registrationSecret, database, log, stop } = server;
  const register = (localpart: string, options: { displayname?: string; admin?: boolean } = {}) => {
    const password = randomBytes(12).toString("hex");
    return registerAccount(baseUrl, registrationSecret, { admin: false, ...options, localpart, password });
  };
  const admin = await register(adminLocalpart, { admin: true });
  const serverName = admin.userId.slice(admin.userId.indexOf(":") + 1);
  const version = await readVersion(baseUrl, admin);
  return {
    kind: "synapse",
    version,
    database: database === null ? null : "path" in database.place ? "sqlite" : "postgresql",
    baseUrl,
    serverName,
    admin,
    abilities: { rows: database !== null, faults: false, reserve: hasReservations(version) },
    createUser: register,
    async disable({ userId }, how) {
      const path = serverPath`/_synapse/admin/v2/users/${userId}`;
      await callServer(baseUrl, { method: "PUT", path, accessToken: admin.accessToken, json: { [how]: true } });
    },
    createRoom: (owner, room) => createShownRoom({ baseUrl, admin, serverName }, owner, room),
    sendEvent: (sender, roomId, event) => sendEvent(baseUrl, sender, { roomId, ...event }),
    visitRoom: (visitor, room) => visitRoom(baseUrl, visitor, room),
    ...uploads(baseUrl, serverName),
    ...rows(database),
    log,
    stop,
  };
}

/** Some releases append the branch they were built from to the number. */
async function readVersion(baseUrl: string, admin: Person): Promise<string> {
  const path = "/_synapse/admin/v1/server_version";
  const answer = await callServer(baseUrl, { method: "GET", path, accessToken: admin.accessToken });
  const { server_version } = v.parse(v.object({ server_version: v.string() }), answer);
  return server_version.split(" ")[0] ?? server_version;
}

function uploads(baseUrl: string, serverName: string): Pick<Homeserver, "upload" | "reserve" | "setAvatar"> {
  return {
    async upload({ accessToken }, { bytes, name, type = "application/octet-stream" }) {
      const content = typeof bytes === "number" ? randomBytes(bytes) : bytes;
      const query = name === undefined ? {} : { filename: name };
      const call = { method: "POST", path: "/_matrix/media/v3/upload", query, bytes: { content, type } } as const;
      return mediaIdOf(await callServer(baseUrl, { ...call, accessToken }));
    },
    async reserve({ accessToken }) {
      return mediaIdOf(await callServer(baseUrl, { method: "POST", path: "/_matrix/media/v1/create", accessToken }));
    },
    async setAvatar({ userId, accessToken }, mediaId) {
      const path = serverPath`/_matrix/client/v3/profile/${userId}/avatar_url`;
      await callServer(baseUrl, { method: "PUT", path, accessToken, json: { avatar_url: mxc(serverName, mediaId) } });
    },
  };
}

function rows(
  database: Database | null,
): Pick<Homeserver, "insertMedia" | "insertRemoteMedia" | "readMedia" | "clearMedia"> {
  const reachable = (): Promise<Database> =>
    database === null
      ? Promise.reject(new Error("The database of a foreign server is out of reach; see `abilities.rows`."))
      : Promise.resolve(database);
  return {
    insertMedia: async (inserted) => insertMediaRows(await reachable(), inserted),
    insertRemoteMedia: async (inserted) => insertRemoteMediaRows(await reachable(), inserted),
    readMedia: async () => readMediaRows(await reachable()),
    clearMedia: async () => clearMediaRows(await reachable()),
  };
}

function mxc(serverName: string, mediaId: string): string {
  return `mxc://${serverName}/${mediaId}`;
}

function mediaIdOf(answer: unknown): string {
  const { content_uri } = v.parse(v.object({ content_uri: v.string() }), answer);
  return content_uri.slice(content_uri.lastIndexOf("/") + 1);
}
