import { createHmac } from "node:crypto";
import * as v from "valibot";

import type { Person } from "./homeserver";
import { callServer } from "./server-call";

/** The account to make; `localpart` is what stands before the colon of the MXID. */
export interface NewAccount {
  readonly localpart: string;
  readonly password: string;
  readonly admin: boolean;
  readonly displayname?: string;
}

/** A registered account; the password lets a spec sign in the way an admin does. */
export interface Account extends Person {
  readonly password: string;
}

const path = "/_synapse/admin/v1/register";
const nonceAnswer = v.object({ nonce: v.string() });
const accountAnswer = v.object({ user_id: v.string(), access_token: v.string() });

/**
 * Registers an account, an admin too, on a server whose `registration_shared_secret` is known, and signs it in. Throws
 * `ServerCallError` if the secret is wrong or the name is taken.
 * https://element-hq.github.io/synapse/latest/admin_api/register_api.html
 */
export async function registerAccount(baseUrl: string, secret: string, account: NewAccount): Promise<Account> {
  const { nonce } = v.parse(nonceAnswer, await callServer(baseUrl, { method: "GET", path }));
  const { localpart, password, admin } = account;
  const signed = [nonce, localpart, password, admin ? "admin" : "notadmin"].join("\0");
  const mac = createHmac("sha1", secret).update(signed).digest("hex");
  // Left out rather than null: Synapse then takes the localpart.
  const displayname = account.displayname === undefined ? {} : { displayname: account.displayname };
  const json = { nonce, username: localpart, password, admin, mac, ...displayname };
  const answer = v.parse(accountAnswer, await callServer(baseUrl, { method: "POST", path, json }));
  return { userId: answer.user_id, accessToken: answer.access_token, password };
}
