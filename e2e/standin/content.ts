import { Refusal, json, notFound, unknownError } from "./answer";
import { pictureOf, textOf } from "./bytes";
import type { MediaRecord } from "./media-table";
import { type Call, type Route, route } from "./route";
import { type Server, has } from "./server-state";
import { MAX_UPLOAD_BYTES } from "./upload";

type ContentCall = Call<"serverName" | "mediaId">;

/** What Synapse makes thumbnails of. */
const PICTURES: ReadonlySet<string> = new Set(["image/jpeg", "image/jpg", "image/webp", "image/gif", "image/png"]);
/** What it lets browsers show in place; everything else, SVG and HTML too, is offered for download. */
const INLINE: ReadonlySet<string> = new Set([
  ...PICTURES,
  "image/apng",
  "image/avif",
  "text/css",
  "text/plain",
  "text/csv",
  "application/json",
  "application/ld+json",
  "video/mp4",
  "video/webm",
  "video/ogg",
  "video/quicktime",
  "audio/mp4",
  "audio/webm",
  "audio/aac",
  "audio/mpeg",
  "audio/ogg",
  "audio/wave",
  "audio/wav",
  "audio/x-wav",
  "audio/x-pn-wav",
  "audio/flac",
  "audio/x-flac",
]);

const SANDBOX =
  "sandbox; default-src 'none'; script-src 'none'; plugin-types application/pdf; style-src 'unsafe-inline'; media-src 'self'; object-src 'self';";

/** Notes that a file was used. Synapse does so within a minute, the stand-in at once. */
function markUsed(server: Server, record: MediaRecord): void {
  server.store.media.change(record, { last_access_ts: server.now() });
}

/** The record of a local file. Throws Refusal 404 for an unknown or quarantined one, 504 for one not uploaded yet. */
function readable({ server, segment, path }: ContentCall, isLegacy: boolean): MediaRecord {
  const record = segment("serverName") === server.name ? server.store.media.get(segment("mediaId")) : undefined;
  if (record === undefined) throw notFound(`Not found '${path}'`);
  if (isLegacy && Boolean(record.authenticated) && has(server, [1, 120])) throw notFound("Not found");
  return record;
}

/** Synapse waits for the content first, 20 s unless told otherwise; the stand-in answers at once. */
function checkUploaded({ media_length }: MediaRecord): void {
  if (media_length === null) throw new Refusal(504, "M_NOT_YET_UPLOADED", "Media has not been uploaded yet");
}

function download(call: ContentCall, isLegacy: boolean): Response {
  const bypasses = !isLegacy && bypassesQuarantine(call);
  const record = readable(call, isLegacy);
  if (record.quarantined_by !== null && !bypasses) throw notFound(`Not found '${call.path}'`);
  checkUploaded(record);
  markUsed(call.server, record);
  const answer = contentAnswer(call, record.media_type ?? "application/octet-stream", bytesOf(call.server, record));
  answer.headers.set("Content-Disposition", dispositionOf(record));
  answer.headers.set("Content-Security-Policy", SANDBOX);
  answer.headers.set("X-Content-Security-Policy", "sandbox;");
  answer.headers.set("Referrer-Policy", "no-referrer");
  return answer;
}

/** Since 1.145, and for admins only. */
function bypassesQuarantine({ server, params, requester }: ContentCall): boolean {
  if (!has(server, [1, 145]) || params.text("admin_unsafely_bypass_quarantine") !== "true") return false;
  if (!requester().admin) throw unknownError(400, "Must be a server admin to bypass quarantine");
  return true;
}

/** Marks the file as used even where there is nothing to show: Synapse answers first and notes the use then. */
function thumbnail(call: ContentCall, isLegacy: boolean): Response {
  call.params.requiredInteger("width");
  call.params.requiredInteger("height");
  const record = readable(call, isLegacy);
  markUsed(call.server, record);
  if (record.quarantined_by !== null) throw notFound(`Not found '${call.path}'`);
  checkUploaded(record);
  if (!PICTURES.has(record.media_type ?? "")) {
    if (!has(call.server, [1, 64])) throw notFound(`Not found '${call.path}'`);
    throw unknownError(
      400,
      `Cannot find any thumbnails for the requested media ('${call.path}'). This might mean the media is not a ` +
        "supported_media_format=(image/jpeg, image/jpg, image/webp, image/gif, image/png) or that thumbnailing " +
        "failed for some other reason. (Dynamic thumbnails are disabled on this server.)",
    );
  }
  const answer = contentAnswer(call, "image/png", pictureOf(record.media_id));
  answer.headers.set("Content-Disposition", "inline");
  return answer;
}

function contentAnswer({ request }: ContentCall, type: string, bytes: Uint8Array<ArrayBuffer>): Response {
  const isText = type.startsWith("text/") || type === "application/json";
  const headers = {
    "Content-Type": isText && !type.includes("charset") ? `${type}; charset=UTF-8` : type,
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "public,max-age=86400,s-maxage=0,proxy-revalidate",
    ETag: "1",
    "X-Robots-Tag": "noindex, nofollow, noarchive, noimageindex",
  };
  if (request.headers.get("If-None-Match") === "1") return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, "Content-Length": String(bytes.length) } });
}

function bytesOf({ store }: Server, { media_id, media_type }: MediaRecord): Uint8Array<ArrayBuffer> {
  const uploaded = store.contents.get(media_id);
  if (uploaded !== undefined) return uploaded;
  return PICTURES.has(media_type ?? "") ? pictureOf(media_id) : textOf(media_id);
}

function dispositionOf({ media_type, upload_name }: MediaRecord): string {
  const kind = INLINE.has(media_type?.split(";")[0]?.trim().toLowerCase() ?? "") ? "inline" : "attachment";
  if (upload_name === null) return kind;
  const isToken = /^[\w.+-]+$/.test(upload_name);
  return isToken ? `${kind}; filename=${upload_name}` : `${kind}; filename*=utf-8''${encodeURIComponent(upload_name)}`;
}

const config = () => json({ "m.upload.size": MAX_UPLOAD_BYTES });

const CLIENT = "/_matrix/client/v1/media";

/** Without a token; since 1.120 only for files that were stored before authentication came. */
const legacyRoutes = (["v3", "v1", "r0"] as const).flatMap((version): readonly Route[] => {
  const path = `/_matrix/media/${version}` as const;
  return [
    route({ method: "GET", path: `${path}/config`, access: "account", run: config }),
    route({
      method: "GET",
      path: `${path}/download/{serverName}/{mediaId}`,
      access: "anyone",
      run: (call) => download(call, true),
    }),
    route({
      method: "GET",
      path: `${path}/download/{serverName}/{mediaId}/{fileName}`,
      access: "anyone",
      run: (call) => download(call, true),
    }),
    route({
      method: "GET",
      path: `${path}/thumbnail/{serverName}/{mediaId}`,
      access: "anyone",
      run: (call) => thumbnail(call, true),
    }),
  ];
});

/** Client-Server API, "Content repository", with and without authentication. */
export const contentRoutes: readonly Route[] = [
  route({ method: "GET", path: `${CLIENT}/config`, access: "account", since: [1, 111], run: config }),
  ...(
    [`${CLIENT}/download/{serverName}/{mediaId}`, `${CLIENT}/download/{serverName}/{mediaId}/{fileName}`] as const
  ).map((path) =>
    route({ method: "GET", path, access: "account", since: [1, 111], run: (call) => download(call, false) }),
  ),
  route({
    method: "GET",
    path: `${CLIENT}/thumbnail/{serverName}/{mediaId}`,
    access: "account",
    since: [1, 111],
    run: (call) => thumbnail(call, false),
  }),
  ...legacyRoutes,
];
