import { randomBytes } from "node:crypto";
import { join } from "node:path";

/** What a throwaway Synapse is called; part of every MXID and mxc URI on it. */
export const SERVER_NAME = "localhost";

/** What a Synapse is started with: the files its folder begins with, and what others have to know about it. */
export interface ServerConfig {
  readonly files: { readonly "homeserver.yaml": string; readonly "signing.key": string };
  /** Path of its SQLite file. */
  readonly database: string;
  readonly registrationSecret: string;
}

/** Configures a Synapse that keeps everything in `folder` and listens on `port` of the loopback address only. */
export function configureServer(folder: string, port: number): ServerConfig {
  const database = join(folder, "homeserver.db");
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
    database: { name: "sqlite3", args: { database } },
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
