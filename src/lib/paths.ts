/**
 * Every URL of the app, as the part behind the `#`. Screens build their links here and nowhere else; the spec beside
 * this file lists them all.
 */

/** The parts of a link that stand behind the `?`, already formatted by the screen's own codec. */
type Search = URLSearchParams | undefined;

const withSearch = (path: string, search: Search): string => {
  const text = search?.toString() ?? "";
  return text === "" ? path : `${path}?${text}`;
};

export const paths = {
  home: () => "/",
  /** `next` is where to go afterwards. */
  login: (next = "/") => withSearch("/login", next === "/" ? undefined : new URLSearchParams({ next })),
  users: (search?: Search) => withSearch("/users", search),
  /** Everything that several users have, to be deleted. */
  deleteAllOfUsers: (search?: Search) => withSearch("/users/delete", search),
  user: (userId: string, search?: Search) => withSearch(`/users/${encodeURIComponent(userId)}`, search),
  deleteAllOfUser: (userId: string) => `/users/${encodeURIComponent(userId)}/delete`,
  cleanup: (search?: Search) => withSearch("/cleanup", search),
  /** The form of a rule over these users. */
  cleanupOfUsers: (userIds: readonly string[]) =>
    withSearch("/cleanup", new URLSearchParams({ owners: userIds.join(" ") })),
  cleanupReview: (search?: Search) => withSearch("/cleanup/review", search),
  run: () => "/run",
  lookup: (search?: Search) => withSearch("/lookup", search),
  /** The file of that mxc URI. */
  lookupMedia: (mxc: string) => withSearch("/lookup", new URLSearchParams({ media: mxc })),
  rooms: (search?: Search) => withSearch("/rooms", search),
  room: (roomId: string) => `/rooms/${encodeURIComponent(roomId)}`,
  remote: () => "/remote",
  history: (search?: Search) => withSearch("/history", search),
  quarantineChanges: () => "/quarantine",
  historyEntry: (id: string) => `/history/${encodeURIComponent(id)}`,
};

/**
 * The user ID in the address of a user's screens. Read from the raw location because the router decodes a parameter
 * before and after matching, which turns a literal `%2F` in an MXID into a path separator.
 * Returns null where the path is not of a user or is not valid percent-encoding.
 */
export const userIdInPath = (pathname: string): string | null => decodedOrNull(/^\/users\/([^/]+)/.exec(pathname)?.[1]);

/** The room ID in the address of a room's screen; null where there is none. Read in the same way. */
export const roomIdInPath = (pathname: string): string | null => decodedOrNull(/^\/rooms\/([^/]+)/.exec(pathname)?.[1]);

function decodedOrNull(segment: string | undefined): string | null {
  if (segment === undefined) return null;
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/**
 * A path of this app out of an address that anybody may have written; null where it leads anywhere else. What starts
 * with two slashes, of either kind, names another host.
 */
export function innerPathOf(text: string | null): string | null {
  return text !== null && /^\/(?![/\\])[\x21-\x7e]*$/.test(text) ? text : null;
}
