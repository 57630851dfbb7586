import { invalidParam, notFound, unknownError } from "./answer";
import type { Server } from "./server-state";
import type { Account } from "./store";

/** Refuses what is no user ID, in Synapse's words. Throws Refusal 400. */
export function checkUserId(userId: string): void {
  if (!userId.startsWith("@")) throw invalidParam("Expected UserID string to start with '@'");
  if (!userId.includes(":")) throw invalidParam("Expected UserID of the form '@localname:domain'");
}

/** Whether the part after the first colon is this server's name. Throws Refusal 400 for what is no user ID. */
export function isLocal(server: Server, userId: string): boolean {
  checkUserId(userId);
  return userId.slice(userId.indexOf(":") + 1) === server.name;
}

/** The account of a local user. Throws Refusal 400 for a remote one, 404 with those words for an unknown one. */
export function localAccount(server: Server, userId: string, unknown: string): Account {
  if (!isLocal(server, userId)) throw unknownError(400, "Can only look up local users");
  const account = server.store.accounts.get(userId);
  if (account === undefined) throw notFound(unknown);
  return account;
}
