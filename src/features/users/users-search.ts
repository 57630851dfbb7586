import { dayParam, searchCodec, textParam, wordParam } from "../../lib/search-codec";

/** The four orders of Synapse's statistics, by column. */
export const ownerOrders = ["user", "name", "files", "size"] as const;
export type OwnerOrder = (typeof ownerOrders)[number];

/** What the screen "Users" shows, as its link holds it. */
export interface UsersSearch {
  readonly text: string;
  readonly sort: OwnerOrder;
  readonly dir: "ascending" | "descending";
  /** First and last day of upload, `YYYY-MM-DD` in the browser's zone; null where that end is open. */
  readonly from: string | null;
  readonly until: string | null;
}

export const usersSearch = searchCodec<UsersSearch>({
  text: textParam,
  sort: wordParam(ownerOrders, "size"),
  dir: wordParam(["ascending", "descending"], "descending"),
  from: dayParam,
  until: dayParam,
});
