import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deleteMedia, deleteUserMedia } from "../api/media";
import { cronScriptOf } from "./command";
import type { CommandWish } from "./command";
import { sourceOf } from "./planned-files";
import { DAY_MS, MADE_MS, NASTY, PATIENT, TOKEN, ofList, ofRule, ofUser, rule, sentBy } from "./wanted-commands";

/** Notes what it was asked and gives the next answer. */
const FAKE_CURL = String.raw`
printf '%s\0' "$@" END >> 'FOLDER/log'
status=200 total=0
if [ -s 'FOLDER/answers' ]; then
  read -r status total < 'FOLDER/answers'
  sed 1d 'FOLDER/answers' > 'FOLDER/left' && mv 'FOLDER/left' 'FOLDER/answers'
fi
printf 'HTTP/1.1 %s Words\r\n\r\n' "$status"
[ -z "$total" ] || printf '{"deleted_media": [], "total": %s}' "$total"
printf '\nhttp %s' "$status"
`;

describe("the script for cron", PATIENT, () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mediasweep-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /**
   * Runs it with a curl that gives these answers in turn, each a status and a total, and then says that nothing is
   * left; and with a sleep that only notes for how long.
   */
  function runWithoutServer(wish: CommandWish, answers: readonly string[] = []) {
    const program = (name: string, script: string) => {
      writeFileSync(join(folder, name), `#!/bin/sh\n${script}`);
      chmodSync(join(folder, name), 0o700);
    };
    const noted = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "");
    writeFileSync(join(folder, "answers"), answers.map((answer) => `${answer}\n`).join(""));
    program("curl", FAKE_CURL.replaceAll("FOLDER", folder));
    program("sleep", `printf '%s ' "$1" >> '${folder}/slept'\n`);
    const env = { PATH: `${folder}:${process.env["PATH"] ?? ""}`, HOME: folder, TOKEN };
    const ended = spawnSync("sh", [], { input: cronScriptOf(wish), env, cwd: folder, encoding: "utf8" });
    const calls = noted("log")
      .split("END\0")
      .slice(0, -1)
      .map((args) => args.split("\0").slice(0, -1));
    const requests = calls.map((args) => [args[args.indexOf("-X") + 1], args.at(-1)]);
    return { status: ended.status, said: ended.stdout, stderr: ended.stderr, calls, requests, slept: noted("slept") };
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
    expect(runWithoutServer(wish).requests).toEqual(sent);
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
    for (const args of calls) expect(args.at(-1)).toMatch(/&size_gt=1048576&keep_profiles=true$/);
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

  it("deletes a user's files page by page, behind those that cannot be removed", async () => {
    const { requests, status, said } = runWithoutServer(ofUser, ["200 300", "200 249", "200 51", "200 50", "200 1"]);
    const pageFrom = async (from: number) =>
      sentBy(ofUser, (client) =>
        deleteUserMedia(client, "@ann:example.org", { orderBy: "created_ts", dir: "f", from, limit: 250 }),
      );
    expect(requests.filter(([method]) => method === "DELETE")).toEqual([await pageFrom(0), await pageFrom(1)]);
    expect(requests.filter(([method]) => method === "GET")).toHaveLength(3);
    expect(said).toContain("everything of @ann:example.org");
    expect(said).toContain("deleted 249 of 300");
    expect(said).toMatch(/done: deleted 299, still listed 1\n$/);
    expect(status).toBe(1);
  });

  it("waits longer after each answer that is lost, and stops after the third in a row", () => {
    const lost = ["502", "502", "502"];
    expect(runWithoutServer(ofRule, lost)).toMatchObject({ status: 1, slept: "60 120 " });
    rmSync(join(folder, "slept"));
    expect(runWithoutServer(ofUser, lost)).toMatchObject({ status: 1, slept: "60 120 " });
    rmSync(join(folder, "slept"));
    expect(runWithoutServer({ ...ofList, mediaIds: ["aaa"] }, lost)).toMatchObject({ status: 1, slept: "2 4 " });
  });

  it("tells whoever opens it what it will do, and how", () => {
    const made = cronScriptOf(ofRule);
    expect(made).toMatch(/^#!\/bin\/sh\n# Made by Mediasweep at 2026-11-22T10:00:00\.000Z\./);
    expect(made).toMatch(/^# .*no preview and no way back/m);
    expect(made).toMatch(/^# .*access token .* comes from TOKEN.* MEDIASWEEP_TOKEN_FILE/m);
    expect(made).toMatch(/^# .*~\/\.mediasweep-token.*chmod 600/m);
    expect(made).toMatch(/^# Ends with 0 .* 1 .* 2 /m);
    expect(made).toMatch(/^# .* larger than 1048576 bytes; pictures in use are kept\.$/m);
    expect(made).toMatch(/^# Each run counts back so many days/m);
    expect(made).toMatch(/^# Where the steps begin/m);
    expect(cronScriptOf({ ...ofRule, source: sourceOf({ ...rule, keepAvatars: false }) })).toContain(
      "pictures in use go too.",
    );
    expect(cronScriptOf({ ...ofRule, madeMs: Infinity })).toContain("Mediasweep at an unknown date.");
    expect(cronScriptOf(ofUser)).toMatch(/^# Everything one user has.* nothing is kept\.$/m);
    expect(cronScriptOf(ofList)).toContain("\n# Exactly 2 files, one after another");
    expect(cronScriptOf({ ...ofList, mediaIds: ["aaa"] })).toContain("\n# Exactly one file, one after another");
  });
});
