import type { MediaName } from "./mxc";

/** What somebody typed to name a file, or why it names none. */
export type MediaReference =
  | { readonly kind: "media"; readonly name: MediaName }
  /** A media ID alone: of this homeserver, as far as anybody can tell. */
  | { readonly kind: "id"; readonly mediaId: string }
  | { readonly kind: "none"; readonly why: NoMedia };

export type NoMedia =
  | "empty"
  /** An event, a room or a user, as an ID or as a link to one: it may show media, but names none. */
  | "event"
  | "room"
  | "user"
  /** A link that is none of the homeserver's media links. */
  | "other-link"
  | "no-media-id";

/** A host name or address, perhaps with a port. Source: Matrix specification, "Server Name". */
const SERVER_NAME = /^(?:\[[\da-f:.]{2,45}\]|[\w.-]{1,255})(?::\d{1,5})?$/i;
/** Source: Matrix specification, "Matrix Content (mxc://) URIs". */
const MEDIA_ID = /^[\w-]{1,255}$/;
/** Download and thumbnail, with and without a token, in every version that Synapse ever had. */
const MEDIA_PATH =
  /\/_matrix\/(?:media\/(?:r0|v1|v3|unstable)|client\/(?:v1|unstable\/org\.matrix\.msc3916)\/media)\/(?:download|thumbnail)\/([^/?#]+)\/([^/?#]+)/;
const MXC = /^mxc:\/\/([^/?#]+)\/([^/?#]+)(?:[/?#].*)?$/i;

/**
 * The file that a text names: an mxc URI, a link to its content or its thumbnail on any host, or a media ID alone. A
 * file name, a query and blanks around it are of no meaning. Never throws.
 */
export function parseMediaReference(text: string): MediaReference {
  const trimmed = text.trim();
  if (trimmed === "") return none("empty");
  const [, server, id] = MXC.exec(trimmed) ?? MEDIA_PATH.exec(trimmed) ?? [];
  if (server !== undefined && id !== undefined) return mediaOf(decoded(server), decoded(id));
  const other = otherThing(trimmed);
  if (other !== null) return none(other);
  return MEDIA_ID.test(trimmed) ? { kind: "id", mediaId: trimmed } : none("no-media-id");
}

const none = (why: NoMedia): MediaReference => ({ kind: "none", why });

const mediaOf = (serverName: string, mediaId: string): MediaReference =>
  SERVER_NAME.test(serverName) && MEDIA_ID.test(mediaId)
    ? { kind: "media", name: { serverName, mediaId } }
    : none("no-media-id");

/** Nothing where the encoding is broken, which no name is then. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}

/** What else of Matrix the text names, also behind matrix.to or in a `matrix:` URI; null where it looks like an ID. */
function otherThing(text: string): NoMedia | null {
  const target = decoded(/matrix\.to\/#\/(.*)$/i.exec(text)?.[1] ?? text);
  if (/(?:^|\/)\$|\/e\//.test(target) || /^matrix:.*\/e\//i.test(text)) return "event";
  if (/^[#!]/.test(target) || /^matrix:r(?:oomid)?\//i.test(text)) return "room";
  if (target.startsWith("@") || /^matrix:u\//i.test(text)) return "user";
  return /^[a-z][a-z\d+.-]*:/i.test(text) || text.includes("/") ? "other-link" : null;
}
