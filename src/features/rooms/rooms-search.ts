import { searchCodec, textParam } from "../../lib/search-codec";

/** What the list of rooms shows, as its link holds it. */
export const roomsSearch = searchCodec<{ readonly text: string }>({ text: textParam });
