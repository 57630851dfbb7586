import { createClient } from "../api/http";
import type { Client } from "../api/http";
import type { CommandWish } from "./command";
import { sourceOf } from "./planned-files";

export const DAY_MS = 86_400_000;
export const MADE_MS = Date.UTC(2026, 10, 22, 10);
export const rule = { beforeMs: MADE_MS - 365 * DAY_MS, largerThanBytes: 1_048_576, keepAvatars: true };
export const TOKEN = "syt_secret";

/** Wishes for specs, one of each engine. */
export const ofRule: CommandWish = {
  source: sourceOf(rule),
  engine: "synapse-rule",
  homeserver: "https://matrix.example.org",
  serverName: "example.org",
  serverVersion: "1.163.2",
  mediaIds: ["aaa", "bbb"],
  oldestMs: MADE_MS - 400 * DAY_MS,
  madeMs: MADE_MS,
};
export const ofUser: CommandWish = {
  ...ofRule,
  source: { kind: "user", userId: "@ann:example.org" },
  engine: "whole-user",
};
export const ofList: CommandWish = { ...ofRule, engine: "exact-list" };

/** Texts that a shell would take for something else. */
export const NASTY = [
  "it's",
  '"quoted"',
  "$(touch pwned)",
  "`touch pwned`",
  "a\nb\n\n",
  "-rf",
  "--",
  " ; exit 7; #",
  "\\",
  "*?[a]{1,2}~",
  "!!",
  "$TOKEN",
  "END OF IDS",
  "ünï🙂",
];

/** What the app itself would send. */
export async function sentBy(
  wish: CommandWish,
  send: (client: Client) => Promise<unknown>,
): Promise<readonly string[]> {
  const sent: string[] = [];
  const client = createClient({
    homeserver: wish.homeserver,
    scope: "",
    token: () => TOKEN,
    fetch: (url, { method = "GET" } = {}) => {
      sent.push(method, url instanceof Request ? url.url : url.toString());
      return Promise.resolve(Response.json({ deleted_media: [], total: 0 }));
    },
  });
  await send(client);
  return sent;
}

/** Programs are started by these specs, on a machine that may be busy. */
export const PATIENT = { timeout: 30_000 };
