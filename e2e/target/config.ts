import { randomBytes } from "node:crypto";
import { join } from "node:path";

import type { DatabaseKind, DatabasePlace } from "./database";

/** What a throwaway Synapse is called; part of every MXID and mxc URI on it. */
export const SERVER_NAME = "localhost";

/** What a Synapse is started with: the files its folder begins with, and what others have to know about it. */
export interface ServerConfig {
  readonly files: { readonly "homeserver.yaml": string; readonly "signing.key": string };
  readonly database: DatabasePlace;
  readonly registrationSecret: string;
}

/** Where a Synapse listens and keeps its tables. */
export interface ServerWishes {
  readonly port: number;
  readonly database: DatabaseKind;
}

/** Configures a Synapse that keeps everything in `folder` and listens on `port` of the loopback address only. */
export function configureServer(folder: string, { port, database: kind }: ServerWishes): ServerConfig {
  const database = kind === "sqlite" ? { path: join(folder, "homeserver.db") } : { host: folder };
  const registrationSecret = randomSecret();
  const settings = {
    server_name: SERVER_NAME,
    public_baseurl: `http://127.0.0.1:${port}/`,
    listeners: [
      {
        port,
        type: "http",
        bind_addresses: ["127.0.0.1"],
        resources: [{ names: ["client", "media"], compress: false }],
      },
    ],
    pid_file: join(folder, "homeserver.pid"),
    signing_key_path: join(folder, "signing.key"),
    media_store_path: join(folder, "media_store"),
    database: databaseSettings(database),
    max_upload_size: "50M",
    macaroon_secret_key: randomSecret(),
    form_secret: randomSecret(),
    registration_shared_secret: registrationSecret,
    ...quick,
    ...silent,
    ...unlimited,
  };
  // JSON is YAML, and leaves nothing to quote by hand.
  const files = { "homeserver.yaml": JSON.stringify(settings, null, 2), "signing.key": newSigningKey() };
  return { files, database, registrationSecret };
}

function databaseSettings(place: DatabasePlace) {
  if ("path" in place) return { name: "sqlite3", args: { database: place.path } };
  // The user and the database that a cluster begins with, see postgres.py.
  return { name: "psycopg2", args: { host: place.host, user: "postgres", dbname: "postgres", cp_min: 1, cp_max: 5 } };
}

/** Hashing passwords and pausing between background updates would cost most of the time that specs wait for. */
const quick = {
  bcrypt_rounds: 4,
  background_updates: { sleep_enabled: false },
  presence: { enabled: false },
};

/** Nothing is sent to anybody, so that specs work without a network. */
const silent = {
  report_stats: false,
  trusted_key_servers: [],
  suppress_key_server_warning: true,
  federation_domain_whitelist: [],
  url_preview_enabled: false,
};

const rate = { per_second: 10_000, burst_count: 10_000 };

/** One spec does in a second what the limits allow in minutes. */
const unlimited = {
  rc_message: rate,
  rc_registration: rate,
  rc_login: { address: rate, account: rate, failed_attempts: rate },
  rc_admin_redaction: rate,
  rc_joins: { local: rate, remote: rate },
  rc_invites: { per_room: rate, per_user: rate, per_issuer: rate },
  rc_room_creation: rate,
  rc_media_create: rate,
};

/** Written here, because having Synapse write it costs a start of its own. */
function newSigningKey(): string {
  return `ed25519 a_test ${randomBytes(32).toString("base64").replaceAll("=", "")}\n`;
}

function randomSecret(): string {
  return randomBytes(24).toString("hex");
}
