/** Why a text is no address of a homeserver. */
export type UrlProblem =
  | "empty"
  /** A scheme other than http and https. */
  | "scheme"
  | "relative"
  /** A user name or password in the address. */
  | "credentials"
  | "not-a-url"
  /** Plain http from a page that came over https: browsers block it. */
  | "mixed-content";

export type ParsedUrl = { readonly url: string } | { readonly problem: UrlProblem };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:|\/|$)/i;
/** What an admin may have copied along from the address bar. */
const API_PATH = /\/(_matrix|_synapse)(\/.*)?$/;

/**
 * The base URL in what an admin typed, without a trailing slash. Without a scheme it is https, except for this very
 * machine, where Synapse listens on plain http.
 */
export function parseHomeserverUrl(text: string, pageProtocol: string): ParsedUrl {
  const trimmed = text.trim();
  if (trimmed === "") return { problem: "empty" };
  if (/^[./?#\\]/.test(trimmed)) return { problem: "relative" };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed) ?? /^([a-z][a-z0-9+-]*):(?!\d)/i.exec(trimmed);
  if (scheme !== null && !/^https?:\/\//i.test(trimmed)) return { problem: "scheme" };
  const absolute = scheme !== null ? trimmed : `${LOOPBACK.test(trimmed) ? "http" : "https"}://${trimmed}`;
  if (!URL.canParse(absolute)) return { problem: "not-a-url" };
  const url = new URL(absolute);
  if (url.username !== "" || url.password !== "") return { problem: "credentials" };
  if (!/^[\w.:[\]-]+$/.test(url.host)) return { problem: "not-a-url" };
  if (isBlockedHere(url, pageProtocol)) return { problem: "mixed-content" };
  return { url: url.origin + url.pathname.replace(API_PATH, "").replace(/\/+$/, "") };
}

const isBlockedHere = (url: URL, pageProtocol: string): boolean =>
  pageProtocol === "https:" && url.protocol === "http:" && !LOOPBACK.test(url.host);
