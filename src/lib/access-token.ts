/**
 * An access token as it was meant: pasted tokens bring line breaks, spaces, quotes and the word "Bearer" along.
 * Returns null where nothing is left that can stand in a header.
 */
export function cleanAccessToken(text: string): string | null {
  const token = text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(authorization:\s*)?bearer\s+/i, "")
    .replace(/[\s"']/g, "");
  return /^[\x21-\x7e]+$/.test(token) ? token : null;
}
