import { searchCodec, textParam } from "../../lib/search-codec";

/** What is looked up, as the link holds it: an mxc URI, or whatever else names a file. */
export const lookupSearch = searchCodec<{ readonly media: string }>({ media: textParam });
