import type { NoMedia } from "../../lib/media-reference";

/** Why a text names no file, and what would. */
export const whyNoMedia: Readonly<Record<NoMedia, string>> = {
  empty: "Enter an mxc URI, a media link or a media ID.",
  event: "This is the link or ID of an event, which names no media. Copy the address of the image or file itself.",
  room: "This is a room, which names no media. The media of a room are on the screen “Rooms”.",
  user: "This is a user, which names no media. The media of a user are on the screen “Users”.",
  "other-link": "This link names no media. Links to media hold “/_matrix/media/” or “/_matrix/client/v1/media/”.",
  "no-media-id": "This is no media ID: letters, digits, “-” and “_” only.",
};
