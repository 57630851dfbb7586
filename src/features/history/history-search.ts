import { searchCodec, textParam } from "../../lib/search-codec";

/** What the screen "History" shows, as its link holds it. */
export interface HistorySearch {
  readonly text: string;
}

export const historySearch = searchCodec<HistorySearch>({ text: textParam });
