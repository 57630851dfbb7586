import { Refusal, forbidden } from "./answer";
import type { Params } from "./params";
import type { Server } from "./server-state";
import type { Account } from "./store";

/** The part of a call that tells whose it is. */
interface Credentials {
  readonly request: Request;
  readonly params: Params;
  readonly server: Server;
}

/**
 * Whose token a request carries. Throws Refusal 401 as Synapse words it: no token, no known token, or two of them.
 * Source: Client-Server API, "Client Authentication"; Synapse's `auth` module.
 */
export function requesterOf(credentials: Credentials): Account {
  const { server } = credentials;
  const token = tokenOf(credentials);
  const userId = server.store.ownerOfToken(token);
  const account = userId === null ? undefined : server.store.accounts.get(userId);
  if (account === undefined || account.deactivated) throw unknownToken(false);
  if (account.locked)
    throw new Refusal(401, "M_USER_LOCKED", "User account has been locked").with({ soft_logout: true });
  return account;
}

/** The token of a request, known or not. Throws Refusal 401 where there is none, or two. */
export function tokenOf({ request, params }: Credentials): string {
  const header = request.headers.get("Authorization");
  const query = params.unicode("access_token");
  if (header === null && query === null) throw missing("Missing access token");
  if (header === null) return query ?? "";
  if (query !== null) throw missing("Mixing Authorization headers and access_token query parameters.");
  const token = /^Bearer ([^ ]+)$/.exec(header)?.[1];
  if (token === undefined) throw missing("Invalid Authorization header.");
  return token;
}

const missing = (message: string): Refusal => new Refusal(401, "M_MISSING_TOKEN", message);

/** The refusal of a token that is unknown, or expired where a refresh would help (`soft_logout`). */
export const unknownToken = (softLogout: boolean): Refusal =>
  new Refusal(401, "M_UNKNOWN_TOKEN", softLogout ? "Access token has expired" : "Invalid access token passed.").with({
    soft_logout: softLogout,
  });

/** Throws Refusal 403 for anybody but a server admin. Source: Synapse's admin API documentation, "Authenticate as a server admin". */
export function requireAdmin(account: Account): void {
  if (!account.admin) throw forbidden("You are not a server admin");
}
