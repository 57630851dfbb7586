import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../api/http";
import type { Client } from "../api/http";
import { deleteMedia, deleteMediaByRule, deleteUserMedia } from "../api/media";
import { cronScriptOf, curlOf, whyNoCommand } from "./command";
import type { CommandWish } from "./command";
import { NO_FILTER } from "./filter";
import { sourceOf } from "./planned-files";
import { ruleCall } from "./rule-call";
import { shellQuote } from "./shell-quote";

const DAY_MS = 86_400_000;
const MADE_MS = Date.UTC(2026, 10, 22, 10);
const rule = { beforeMs: MADE_MS - 365 * DAY_MS, largerThanBytes: 1_048_576, keepAvatars: true };
const TOKEN = "syt_secret";

const ofRule: CommandWish = {
  source: sourceOf(rule),
  engine: "synapse-rule",
  homeserver: "https://matrix.example.org",
  serverName: "example.org",
  serverVersion: "1.163.2",
  mediaIds: ["aaa", "bbb"],
  oldestMs: MADE_MS - 400 * DAY_MS,
  madeMs: MADE_MS,
};
const ofUser: CommandWish = { ...ofRule, source: { kind: "user", userId: "@ann:example.org" }, engine: "whole-user" };
const ofList: CommandWish = { ...ofRule, engine: "exact-list" };

const NASTY = [
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

/** The arguments that a line would give to curl, for each time it would call it. */
function callsOf(line: string): readonly (readonly string[])[] {
  const shown = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@" END; }\necho() { :; }\n${line}`], {
    env: { ...process.env, TOKEN },
    encoding: "utf8",
  });
  return shown
    .split("END\0")
    .slice(0, -1)
    .map((args) => args.split("\0").slice(0, -1));
}

/** What the app itself would send. */
async function sentBy(wish: CommandWish, send: (client: Client) => Promise<unknown>): Promise<readonly string[]> {
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

const requestsOf = (line: string) => callsOf(line).map((args) => [args[args.indexOf("-X") + 1], args.at(-1)]);

/** Programs are started here, on a machine that may be busy. */
const PATIENT = { timeout: 30_000 };

describe("a word of the shell", PATIENT, () => {
  it("is to a real shell what it was, whatever it holds", () => {
    const anything = fc.string({ unit: "binary" }).map((text) => text.replaceAll(/[\0\p{Surrogate}]/gu, ""));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anything, fc.constantFrom(...NASTY)), { minLength: 50, maxLength: 400, size: "max" }),
        (words) => {
          const line = `printf '%s\\0' ${words.map(shellQuote).join(" ")}`;
          expect(execFileSync("sh", ["-c", line], { encoding: "utf8" }).split("\0").slice(0, -1)).toEqual(words);
        },
      ),
      { numRuns: 4 },
    );
  });

  it("cannot hold a NUL", () => {
    expect(() => shellQuote("a\0b")).toThrow(RangeError);
  });
});

describe("the curl line", PATIENT, () => {
  it("asks for a rule just what a run asks", async () => {
    expect(curlOf(ofRule)).toBe(
      `curl -g -sS -X POST -H "Authorization: Bearer $TOKEN" 'https://matrix.example.org/_synapse/admin/v1/media/delete?before_ts=${String(rule.beforeMs)}&size_gt=1048576&keep_profiles=true'`,
    );
    for (const serverVersion of ["1.163.2", "1.77.0"]) {
      for (const serverName of ["example.org", ...NASTY]) {
        const wish = { ...ofRule, serverName, serverVersion };
        const sent = await sentBy(wish, (client) => deleteMediaByRule(client, ruleCall(rule, wish)));
        expect(requestsOf(curlOf(wish))).toEqual([sent]);
      }
    }
  });

  it("names the server in the path before Synapse 1.78", () => {
    expect(curlOf({ ...ofRule, serverVersion: "1.77.0" })).toContain("/v1/media/example.org/delete?before_ts=");
  });

  it("asks for a user's oldest files just what a run asks", async () => {
    for (const userId of ["@ann:example.org", ...NASTY]) {
      const wish: CommandWish = { ...ofUser, source: { kind: "user", userId } };
      const page = { orderBy: "created_ts", dir: "f", from: 0, limit: 250 } as const;
      const sent = await sentBy(wish, (client) => deleteUserMedia(client, userId, page));
      expect(requestsOf(curlOf(wish))).toEqual([sent]);
    }
  });

  it("deletes each file of a list", async () => {
    const wish = { ...ofList, serverName: "it's.example", mediaIds: NASTY };
    const sent = await Promise.all(
      NASTY.map((mediaId) => sentBy(wish, (client) => deleteMedia(client, { serverName: wish.serverName, mediaId }))),
    );
    expect(requestsOf(curlOf(wish))).toEqual(sent);
  });

  it("is one line that takes the token from the environment, wherever the homeserver is", () => {
    for (const nasty of NASTY) {
      const line = curlOf({ ...ofRule, homeserver: `https://example.org/${nasty}` });
      const [args = []] = callsOf(line);
      expect(args).toContain(`Authorization: Bearer ${TOKEN}`);
      expect(args.at(-1)?.startsWith(`https://example.org/${nasty}/_synapse`)).toBe(true);
    }
  });
});

describe("the script for cron", PATIENT, () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mediasweep-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs it with a curl that says of everything that nothing is left, and notes what it was asked. */
  function runWithoutServer(wish: CommandWish) {
    const curl = join(folder, "curl");
    const log = join(folder, "log");
    writeFileSync(
      curl,
      `#!/bin/sh\nprintf '%s\\0' "$@" END >> '${log}'\nprintf 'HTTP/1.1 200 OK\\r\\n\\r\\n{"deleted_media": [], "total": 0}\\nhttp 200'\n`,
    );
    chmodSync(curl, 0o700);
    const env = { PATH: `${folder}:${process.env["PATH"] ?? ""}`, HOME: folder, TOKEN };
    const { status, stderr } = spawnSync("sh", [], { input: cronScriptOf(wish), env, cwd: folder, encoding: "utf8" });
    const calls = readFileSync(log, "utf8")
      .split("END\0")
      .slice(0, -1)
      .map((args) => args.split("\0").slice(0, -1));
    return { status, stderr, calls };
  }

  it("quotes whatever comes from outside, and gives the token to no program as an argument", () => {
    for (const nasty of [NASTY.join(""), "-rf"]) {
      const homeserver = `https://example.org/${nasty}`;
      const source = { kind: "user", userId: `@${nasty}:example.org` } as const;
      for (const wish of [
        { ...ofRule, homeserver, serverVersion: "1.77.0", serverName: nasty },
        { ...ofUser, homeserver, source },
        { ...ofList, homeserver, serverName: nasty, mediaIds: NASTY },
      ]) {
        const { status, stderr, calls } = runWithoutServer(wish);
        expect({ status: status === 2, stderr }).toEqual({ status: false, stderr: "" });
        for (const args of calls) {
          expect(args.at(-1)?.startsWith(`${homeserver}/_synapse/admin/v1/`)).toBe(true);
          expect(args.join(" ")).not.toContain(TOKEN);
        }
        rmSync(join(folder, "log"));
      }
    }
    expect(() => readFileSync(join(folder, "pwned"))).toThrow("ENOENT");
  });

  it("asks for the files of a list by the same addresses as a run", async () => {
    const wish = { ...ofList, mediaIds: NASTY };
    const sent = await Promise.all(
      NASTY.map((mediaId) => sentBy(wish, (client) => deleteMedia(client, { serverName: wish.serverName, mediaId }))),
    );
    const { calls } = runWithoutServer(wish);
    expect(calls.map((args) => [args[args.indexOf("-X") + 1], args.at(-1)])).toEqual(sent);
  });

  it("walks the date forward to so many days before now", () => {
    const before = Date.now();
    const { status, calls } = runWithoutServer({
      ...ofRule,
      madeMs: before,
      source: sourceOf({ ...rule, beforeMs: before - 30 * DAY_MS + 1 }),
      oldestMs: before - 700 * DAY_MS,
    });
    expect(status).toBe(0);
    const dates = calls.map((args) => Number(/before_ts=(\d+)/.exec(args.at(-1) ?? "")?.[1]));
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    expect(dates.length).toBeGreaterThan(5);
    expect(dates[0]).toBe(before - 699 * DAY_MS);
    const last = dates.at(-1) ?? 0;
    expect(Math.abs(last - (before - 30 * DAY_MS))).toBeLessThan(60_000);
  });

  it("never counts fewer days than the rule had when it was made", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5 * DAY_MS, max: 5000 * DAY_MS }), (ageMs) => {
        const script = cronScriptOf({ ...ofRule, source: sourceOf({ ...rule, beforeMs: MADE_MS - ageMs }) });
        const days = Number(/^days=(\d+)$/m.exec(script)?.[1]);
        expect(days * DAY_MS).toBeGreaterThanOrEqual(ageMs);
        expect(days * DAY_MS).toBeLessThan(Math.max(ageMs, 0) + DAY_MS);
      }),
    );
  });

  it("tells the rule's own date in a comment", () => {
    expect(cronScriptOf(ofRule)).toContain(
      `# The date when this was made: 2025-11-22T10:00:00.000Z, before_ts=${String(rule.beforeMs)}.`,
    );
  });

  it("has a lock of its own for each task", () => {
    const locks = [ofRule, ofUser, ofList].map((wish) => /^lock=.*$/m.exec(cronScriptOf(wish))?.[0]);
    expect(new Set(locks).size).toBe(3);
    expect(/^lock=.*$/m.exec(cronScriptOf({ ...ofList, madeMs: MADE_MS + 1 }))?.[0]).toBe(locks[2]);
  });
});

describe("why there is no command", () => {
  it("is null where there is one", () => {
    for (const wish of [ofRule, ofUser, ofList]) expect(whyNoCommand(wish)).toBeNull();
  });

  it("is that Synapse's rule has no further conditions", () => {
    const source = { kind: "rule", rule, filter: { ...NO_FILTER, typeGroup: "image" } } as const;
    expect(whyNoCommand({ ...ofRule, source })).toMatch(/^Synapse's rule knows date and size only/);
    // The same files by their IDs.
    expect(whyNoCommand({ ...ofList, source })).toBeNull();
  });

  it("is that Synapse takes no such date, is too old, or has nothing to do", () => {
    const source = sourceOf({ ...rule, beforeMs: 29_999_999_999 });
    expect(whyNoCommand({ ...ofRule, source })).toMatch(/14 December 1970/);
    expect(whyNoCommand({ ...ofUser, serverVersion: "1.40.0" })).toMatch(/1\.41/);
    expect(whyNoCommand({ ...ofList, mediaIds: [] })).toBe("There is no file to delete.");
    expect(whyNoCommand({ ...ofList, mediaIds: [".."] })).toMatch(/address/);
  });
});
