/**
 * The server name of an MXID such as `@ann:example.org`, or null where the text is none.
 * A localpart cannot hold a colon, a server name can (its port), so the first colon divides.
 * Source: Matrix specification, "User Identifiers".
 */
export function serverNameOf(userId: string): string | null {
  const colon = userId.indexOf(":");
  if (!userId.startsWith("@") || colon < 1 || colon === userId.length - 1) return null;
  return userId.slice(colon + 1);
}

/**
 * Whether a text is a room ID, whole: with a server, or as a hash without one.
 * Source: Matrix specification, "Room IDs" (without a server since room version 12).
 */
export const isRoomId = (text: string): boolean => /^!(?:[^\s:]+:[^\s:]\S*|[\w-]{43})$/.test(text);

/** Whether a text is a room alias, whole. Source: Matrix specification, "Room Aliases". */
export const isRoomAlias = (text: string): boolean => /^#[^\s:][^:]*:[^\s:]\S*$/.test(text);

/** The server of a room alias; null where the text is none. As in an MXID the first colon divides. */
export const serverNameOfAlias = (alias: string): string | null =>
  isRoomAlias(alias) ? alias.slice(alias.indexOf(":") + 1) : null;
