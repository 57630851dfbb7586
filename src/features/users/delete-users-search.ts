import { serverNameOf } from "../../lib/matrix-id";

/**
 * How many users a link names at most. Many more make an address that nobody can read, and that some programs cut when
 * it is passed on: what was cut off would be missing without a word. Beyond that the tab remembers who was ticked.
 */
export const MOST_IN_LINK = 50;

/** Which users' files are to be deleted, as the link holds them; without any where they are too many for it. */
export const deleteUsersSearch = {
  /** Never throws; what is no user ID is left out, which deletes less. Each user stands there once. */
  parse: (search: URLSearchParams): readonly string[] => [
    ...new Set(search.getAll("user").filter((text) => serverNameOf(text) !== null)),
  ],
  format: (userIds: readonly string[]): URLSearchParams =>
    new URLSearchParams(userIds.length > MOST_IN_LINK ? [] : userIds.map((userId) => ["user", userId])),
};
