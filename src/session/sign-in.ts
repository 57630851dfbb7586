import { whoami } from "../api/auth";
import { HttpError, SessionEndedError, UnreachableError } from "../api/errors";
import { createClient } from "../api/http";
import type { Client } from "../api/http";
import { getServerVersion, getVersions, getWellKnownHomeserver } from "../api/server";
import { getUser } from "../api/users";
import { cleanAccessToken } from "../lib/access-token";
import { parseHomeserverUrl } from "../lib/homeserver-url";
import type { UrlProblem } from "../lib/homeserver-url";
import { serverNameOf } from "../lib/matrix-id";

/** What the admin typed, and the page they typed it on. */
export interface Credentials {
  readonly homeserver: string;
  readonly accessToken: string;
  /** `location.protocol` of this page. */
  readonly pageProtocol: string;
  /** Once aborted nothing more is asked, and no token sent. */
  readonly signal?: AbortSignal | undefined;
}

/** Who is signed in where. */
export interface Account {
  /** Base URL without a trailing slash. */
  readonly homeserver: string;
  readonly userId: string;
  /** The server's own name, as in its MXIDs; mostly not the host of its URL. */
  readonly serverName: string;
}

/** Why nobody was signed in. */
export type SignInProblem =
  | { readonly kind: "bad-url"; readonly why: UrlProblem }
  | { readonly kind: "no-token" }
  | { readonly kind: "unreachable"; readonly url: string; readonly error: UnreachableError }
  /** Something answers there, but not as a Matrix homeserver. */
  | { readonly kind: "not-matrix"; readonly url: string }
  | { readonly kind: "no-admin-api"; readonly url: string }
  | { readonly kind: "token-unknown"; readonly words: string | null }
  | { readonly kind: "not-admin"; readonly userId: string; readonly words: string | null }
  /** A new token in mid-session has to be the same account's. */
  | { readonly kind: "other-account"; readonly userId: string; readonly expected: string }
  | { readonly kind: "other"; readonly error: unknown };

export type SignInResult =
  { readonly account: Account; readonly accessToken: string } | { readonly problem: SignInProblem };

/**
 * Finds the homeserver and proves that the token is an admin's, before anything else is asked. The address is taken
 * as it stands first, so that a tunnel works; then as a server name whose well-known file names another one. Of two
 * failures the one that got further is told. Never throws.
 */
export async function signIn(credentials: Credentials): Promise<SignInResult> {
  const typed = parseHomeserverUrl(credentials.homeserver, credentials.pageProtocol);
  if ("problem" in typed) return { problem: { kind: "bad-url", why: typed.problem } };
  const accessToken = cleanAccessToken(credentials.accessToken);
  if (accessToken === null) return { problem: { kind: "no-token" } };
  const { signal } = credentials;
  const direct = await findAdminApi(typed.url, signal);
  if (direct === null) return proveAdmin(typed.url, accessToken, { signal });
  const announced = await announcedBy(typed.url, credentials);
  if (announced === null || announced === typed.url) return { problem: direct };
  const indirect = await findAdminApi(announced, signal);
  if (indirect === null) return proveAdmin(announced, accessToken, { signal });
  return { problem: rank(indirect) >= rank(direct) ? indirect : direct };
}

/** Proves that a new token is of the same account and still an admin's. Never throws. */
export async function renewalOf(account: Account, typedToken: string): Promise<SignInResult> {
  const accessToken = cleanAccessToken(typedToken);
  if (accessToken === null) return { problem: { kind: "no-token" } };
  return proveAdmin(account.homeserver, accessToken, { expected: account.userId });
}

const bareClient = (homeserver: string, accessToken = ""): Client =>
  createClient({ homeserver, scope: "sign-in", token: () => accessToken, readTimeoutMs: 15_000 });

/** How far a search for a homeserver got. A web server that is none got no further than silence where it names another. */
const rank = ({ kind }: SignInProblem): number =>
  kind === "no-admin-api" ? 2 : kind === "unreachable" || kind === "not-matrix" ? 0 : 1;

/** True for an answer that may be another one in a minute: a proxy's for a server that is down, or "slow down". */
const isPassing = (error: unknown): boolean =>
  error instanceof HttpError && (error.status >= 500 || error.status === 429);

async function findAdminApi(url: string, signal?: AbortSignal): Promise<SignInProblem | null> {
  const client = bareClient(url);
  try {
    await getVersions(client, signal);
  } catch (error) {
    if (error instanceof UnreachableError) return { kind: "unreachable", url, error };
    return isPassing(error) ? { kind: "other", error } : { kind: "not-matrix", url };
  }
  try {
    await getServerVersion(client, signal);
    return null;
  } catch (error) {
    return isPassing(error) ? { kind: "other", error } : { kind: "no-admin-api", url };
  }
}

async function announcedBy(url: string, { pageProtocol, signal }: Credentials): Promise<string | null> {
  try {
    const parsed = parseHomeserverUrl(await getWellKnownHomeserver(bareClient(url), signal), pageProtocol);
    return "url" in parsed ? parsed.url : null;
  } catch {
    return null;
  }
}

interface Proof {
  /** Whose token it has to be; anybody's where it is left out. */
  readonly expected?: string;
  readonly signal?: AbortSignal | undefined;
}

async function proveAdmin(homeserver: string, accessToken: string, { expected, signal }: Proof): Promise<SignInResult> {
  const client = bareClient(homeserver, accessToken);
  try {
    const userId = await whoami(client, signal);
    if (expected !== undefined && userId !== expected) return { problem: { kind: "other-account", userId, expected } };
    const serverName = serverNameOf(userId);
    if (serverName === null) return { problem: { kind: "not-matrix", url: homeserver } };
    const problem = await whyNotAdmin(client, userId, signal);
    return problem === null ? { account: { homeserver, userId, serverName }, accessToken } : { problem };
  } catch (error) {
    if (error instanceof SessionEndedError) return { problem: { kind: "token-unknown", words: error.words } };
    if (error instanceof UnreachableError) return { problem: { kind: "unreachable", url: homeserver, error } };
    return { problem: { kind: "other", error } };
  }
}

/** Source: Synapse admin API, "Query User Account", the one probe that also works under delegated auth. */
async function whyNotAdmin(client: Client, userId: string, signal?: AbortSignal): Promise<SignInProblem | null> {
  try {
    await getUser(client, userId, signal);
    return null;
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.status === 403 && error.errcode !== null) return { kind: "not-admin", userId, words: error.words };
    if (error.status === 404) return { kind: "no-admin-api", url: client.homeserver };
    throw error;
  }
}
