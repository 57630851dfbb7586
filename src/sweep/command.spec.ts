import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deleteMedia, deleteMediaByRule, deleteUserMedia } from "../api/media";
import { curlOf, whyNoCommand } from "./command";
import type { CommandWish } from "./command";
import { NO_FILTER } from "./filter";
import { sourceOf } from "./planned-files";
import { EARLIEST_BEFORE_MS } from "./rule";
import { ruleCall } from "./rule-call";
import { shellQuote } from "./shell-quote";
import { NASTY, PATIENT, TOKEN, ofList, ofRule, ofUser, rule, sentBy } from "./wanted-commands";

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

const requestsOf = (line: string) => callsOf(line).map((args) => [args[args.indexOf("-X") + 1], args.at(-1)]);

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
    const from = (beforeMs: number) => ({ ...ofRule, source: sourceOf({ ...rule, beforeMs }) });
    expect(whyNoCommand(from(EARLIEST_BEFORE_MS - 1))).toMatch(/14 December 1970/);
    expect(whyNoCommand(from(EARLIEST_BEFORE_MS))).toBeNull();
    expect(whyNoCommand({ ...ofUser, engine: "synapse-rule" })).toMatch(/date and size/);
    expect(whyNoCommand({ ...ofUser, serverVersion: "1.40.0" })).toMatch(/1\.41/);
    expect(whyNoCommand({ ...ofList, mediaIds: [] })).toBe("There is no file to delete.");
    expect(whyNoCommand({ ...ofList, mediaIds: [".."] })).toMatch(/address/);
  });
});
