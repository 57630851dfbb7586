import { Refusal, json } from "./answer";
import type { MediaRecord } from "./media-table";
import { type Route, route } from "./route";
import { type Server, has } from "./server-state";

/** Synapse's `max_upload_size` by default, in bytes. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
const RESERVATION_MS = 24 * 60 * 60 * 1000;
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A fresh media ID of 24 letters. */
export const newMediaId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => LETTERS[byte % LETTERS.length]).join("");

export interface NewFile {
  readonly owner: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly name: string | null;
}

/** Stores an upload and returns its media ID. Content of a quarantined file comes in quarantined by `system` (1.128). */
export async function storeUpload(server: Server, { owner, bytes, type, name }: NewFile): Promise<string> {
  const { media, contents } = server.store;
  const hash = has(server, [1, 128]) ? await hashOfBytes(bytes) : null;
  const record: MediaRecord = {
    ...emptyRecord(server, owner),
    media_type: type,
    media_length: bytes.length,
    upload_name: name,
    quarantined_by: hash !== null && isQuarantined(media.all(), hash) ? "system" : null,
    sha256: hash,
  };
  media.put(record);
  contents.set(record.media_id, bytes);
  return record.media_id;
}

/** Reserves a media ID without content and returns it. */
export function storeReservation(server: Server, owner: string): string {
  const record = emptyRecord(server, owner);
  server.store.media.put(record);
  return record.media_id;
}

function emptyRecord(server: Server, owner: string): MediaRecord {
  return {
    media_id: newMediaId(),
    media_type: null,
    media_length: null,
    upload_name: null,
    created_ts: server.now(),
    url_cache: null,
    last_access_ts: null,
    quarantined_by: null,
    safe_from_quarantine: false,
    user_id: owner,
    authenticated: server.store.rawFlag(has(server, [1, 120])),
    sha256: null,
  };
}

function isQuarantined(records: Iterable<MediaRecord>, hash: string): boolean {
  for (const { sha256, quarantined_by } of records) if (sha256 === hash && quarantined_by !== null) return true;
  return false;
}

async function hashOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Client-Server API, "Content repository". */
export const uploadRoutes: readonly Route[] = [
  ...["v3", "v1", "r0"].map((version) =>
    route({
      method: "POST",
      path: `/_matrix/media/${version}/upload`,
      access: "account",
      async run({ server, request, params, requester }) {
        const bytes = new Uint8Array(await request.arrayBuffer());
        if (bytes.length > MAX_UPLOAD_BYTES) throw new Refusal(413, "M_TOO_LARGE", "Upload request body is too large");
        const type = request.headers.get("Content-Type") ?? "application/octet-stream";
        const name = params.unicode("filename");
        const file = { owner: requester().name, bytes, type, name: name === "" ? null : name };
        return json({ content_uri: server.store.mxc(await storeUpload(server, file)) });
      },
    }),
  ),
  route({
    method: "POST",
    path: "/_matrix/media/v1/create",
    access: "account",
    since: [1, 98],
    run({ server, requester }) {
      const mediaId = storeReservation(server, requester().name);
      return json({ content_uri: server.store.mxc(mediaId), unused_expires_at: server.now() + RESERVATION_MS });
    },
  }),
];
