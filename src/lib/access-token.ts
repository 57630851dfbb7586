/**
 * An access token as it was meant: pasted tokens bring line breaks, blanks that can and cannot be seen, quotes, the
 * word "Bearer" and the name they have in an answer along. Returns null where nothing is left that can stand in a
 * header.
 */
export function cleanAccessToken(text: string): string | null {
  const token = text
    .replace(/["'\u200B-\u200D\u2060\uFEFF]/g, "")
    .trim()
    .replace(/^(authorization:\s*)?bearer(\s+|$)/i, "")
    .replace(/^access_token\s*[:=]\s*(.*?),?$/s, "$1")
    .replace(/\s/g, "");
  return /^[\x21-\x7e]+$/.test(token) ? token : null;
}
