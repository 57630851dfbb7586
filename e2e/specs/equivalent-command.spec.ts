import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";

import { cronScriptOf, curlOf } from "../../src/sweep/command";
import { daysAgo, test, wishOf } from "../fixtures/cron";
import { expect } from "../fixtures/test";
import { idsOf } from "../helpers/wizard";
import type { MediaRow } from "../target/homeserver";
import type { CommandResult } from "../target/run-command";

/** Files that the rule takes and files that it leaves, of many ages. */
const mixed: readonly Partial<MediaRow>[] = [
  { media_id: "goes1", created_ts: daysAgo(3000) },
  { media_id: "goes2", created_ts: daysAgo(900), last_access_ts: daysAgo(368) },
  { media_id: "goes3", created_ts: daysAgo(367), media_length: 501 },
  { media_id: "2024-01-31_goesPreview", created_ts: daysAgo(800), url_cache: "https://example.org/a.jpg" },
  { media_id: "staysSmall", created_ts: daysAgo(900), media_length: 500 },
  { media_id: "staysSeen", created_ts: daysAgo(900), last_access_ts: daysAgo(10) },
  { media_id: "staysNew", created_ts: daysAgo(360) },
  { media_id: "staysProtected", created_ts: daysAgo(900), safe_from_quarantine: true },
  { media_id: "staysUnfinished", created_ts: daysAgo(900), media_length: null },
  { media_id: "staysWorn", created_ts: daysAgo(900) },
];

const goes = (row: MediaRow) => row.media_id.includes("goes");
/** The sum of what the steps say they deleted. */
const sumOf = ({ stdout }: CommandResult) =>
  [...stdout.matchAll(/^\S+ before_ts=\d+ deleted (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);

test.describe("on any server", { tag: "@synapse" }, () => {
  for (const [name, commandOf] of Object.entries({ "the curl line": curlOf, "the script": cronScriptOf })) {
    test(`${name} of a rule leaves what the rule leaves, and finds nothing a second time`, async ({
      people,
      homeserver,
      cron,
    }) => {
      const ann = await people.withRows(mixed);
      await homeserver.setAvatar(ann, "staysWorn");
      const command = commandOf(wishOf(homeserver));
      const first = await cron.run(command);
      expect(first).toMatchObject({ code: 0, stderr: "" });
      const stay = idsOf(ann.rows.filter((row) => !goes(row)));
      expect(idsOf(await homeserver.readMedia())).toEqual(stay);
      const second = await cron.run(command);
      expect(second).toMatchObject({ code: 0, stderr: "" });
      expect(second.stdout).toMatch(name === "the script" ? /done: deleted 0\n$/ : /"total": ?0/);
      expect(idsOf(await homeserver.readMedia())).toEqual(stay);
      expect(first.stdout + second.stdout).not.toContain(homeserver.admin.accessToken);
    });
  }

  test("the script says at each step how many it deleted", async ({ people, homeserver, cron }) => {
    await people.withRows(Array.from({ length: 40 }, (_, index) => ({ created_ts: daysAgo(370 + 20 * index) })));
    const result = await cron.run(cronScriptOf(wishOf(homeserver, { oldestMs: daysAgo(370 + 20 * 39) })));
    expect(result.code).toBe(0);
    expect(sumOf(result)).toBe(40);
    expect(result.stdout.split("\n").filter((line) => / deleted [1-9]\d*$/.test(line)).length).toBeGreaterThan(5);
    expect(result.stdout).toMatch(/done: deleted 40\n$/);
  });

  test("the list's commands delete these files and nothing else", async ({ people, homeserver, cron }) => {
    const { rows } = await people.withRows([{}, {}, {}, {}]);
    const [gone, ...others] = rows.map(({ media_id }) => media_id).toSorted();
    const list = { engine: "exact-list", mediaIds: [gone ?? "", "neverWas", ...others.slice(0, 1)] } as const;
    expect(await cron.run(curlOf(wishOf(homeserver, { ...list, mediaIds: list.mediaIds.slice(0, 1) })))).toMatchObject({
      code: 0,
    });
    const script = cronScriptOf(wishOf(homeserver, list));
    const result = await cron.run(script);
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/done: deleted 1, already gone 2, failed 0, unknown 0\n$/);
    expect(idsOf(await homeserver.readMedia())).toEqual(others.slice(1));
    expect((await cron.run(script)).stdout).toMatch(/done: deleted 0, already gone 3, failed 0, unknown 0\n$/);
  });

  test("a user's commands delete everything of that user and nobody else's", async ({ people, homeserver, cron }) => {
    const spammer = await people.withRows(Array.from({ length: 620 }, () => ({})));
    const other = await people.withRows([{}, {}]);
    const ofUser = { engine: "whole-user", source: { kind: "user", userId: spammer.userId } } as const;
    expect((await cron.run(curlOf(wishOf(homeserver, ofUser)))).stdout).toMatch(/"total": ?250/);
    const result = await cron.run(cronScriptOf(wishOf(homeserver, ofUser)));
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/done: deleted 370, still listed 0\n$/);
    expect(idsOf(await homeserver.readMedia())).toEqual(idsOf(other.rows));
  });

  test("a token that the homeserver refuses stops the script, in the homeserver's words", async ({
    people,
    homeserver,
    cron,
  }) => {
    const { rows } = await people.withRows([{}]);
    const result = await cron.run(cronScriptOf(wishOf(homeserver)), { TOKEN: "syt_of_nobody" });
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/refused this \(HTTP 401.*M_UNKNOWN_TOKEN/);
    expect(idsOf(await homeserver.readMedia())).toEqual(idsOf(rows));
  });
});

test.describe("what can go wrong", () => {
  test("a refusal for now is waited for and repeated", async ({ people, homeserver, cron, standin }) => {
    await people.withRows([{}]);
    const limited = { kind: "limited", retryAfterMs: 900 } as const;
    const { hits } = standin.faults.arm({ method: "POST", path: /delete/, fault: limited, times: 2 });
    const startedMs = Date.now();
    const result = await cron.run(cronScriptOf(wishOf(homeserver)));
    expect(hits()).toBe(2);
    expect(Date.now() - startedMs).toBeGreaterThan(1800);
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/done: deleted 1\n$/);
  });

  for (const [what, fault] of [
    ["a proxy's 502", { kind: "proxy-page", status: 502, cors: false }],
    ["a cut connection", { kind: "drop" }],
    ["a page that is no answer", { kind: "not-json" }],
  ] as const) {
    test(`${what} is told as unknown, and the next step takes what was left`, async ({
      people,
      homeserver,
      cron,
      standin,
    }) => {
      await people.withRows([{}]);
      const lost = standin.faults.arm({ method: "POST", path: /delete/, fault });
      const result = await cron.run(cronScriptOf(wishOf(homeserver, { oldestMs: daysAgo(400) })));
      expect(lost.hits()).toBe(1);
      expect(result.code).toBe(0);
      expect(result.stdout).toMatch(/no answer to rely on .* What became of it is unknown\./);
      expect(result.stdout).toMatch(/done: deleted at least 1\n$/);
      expect(standin.store.media.size).toBe(0);
    });
  }

  test("an answer lost after the deletion is not counted, and what became of it is not claimed", async ({
    people,
    homeserver,
    cron,
    standin,
  }) => {
    const { userId } = await people.withRows([{}, {}]);
    const fault = { kind: "after", loss: "504" } as const;
    standin.faults.arm({ method: "DELETE", path: /users/, fault });
    const wish = wishOf(homeserver, { engine: "whole-user", source: { kind: "user", userId } });
    const result = await cron.run(cronScriptOf(wish));
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/HTTP 504/);
    expect(result.stdout).toMatch(/done: deleted at least 0, still listed 0\n$/);
    expect(standin.store.media.size).toBe(0);
  });

  test("what stays unknown ends the script with a failure", async ({ people, homeserver, cron, standin }) => {
    const { rows, userId } = await people.withRows([{}, {}]);
    const fault = { kind: "proxy-page", status: 502, cors: false } as const;
    const { hits } = standin.faults.arm({ path: /_synapse/, fault, times: Infinity });
    for (const wish of [
      wishOf(homeserver),
      wishOf(homeserver, { engine: "whole-user", source: { kind: "user", userId } }),
      wishOf(homeserver, { engine: "exact-list", mediaIds: idsOf(rows) }),
    ]) {
      const before = hits();
      const result = await cron.run(cronScriptOf(wish));
      expect(result.code).toBe(1);
      expect(result.stdout).toMatch(/HTTP 502/);
      expect(hits() - before).toBeLessThan(7);
    }
    expect(standin.store.media.size).toBe(2);
  });

  test("a file that the server cannot remove is named as failed", async ({ people, homeserver, cron }) => {
    const stuck = Array.from({ length: 3 }, (_, index) => ({ media_id: `stuck-${String(index)}` }));
    const { rows, userId } = await people.withRows([...stuck, ...Array.from({ length: 400 }, () => ({}))]);
    const list = wishOf(homeserver, { engine: "exact-list", mediaIds: ["stuck-0", idsOf(rows)[0] ?? ""] });
    const ofList = await cron.run(cronScriptOf(list));
    expect(ofList.code).toBe(1);
    expect(ofList.stdout).toMatch(/stuck-0 failed: the server could not remove the file/);
    expect(ofList.stdout).toMatch(/done: deleted 1, already gone 0, failed 1, unknown 0\n$/);
    const user = wishOf(homeserver, { engine: "whole-user", source: { kind: "user", userId } });
    const ofUser = await cron.run(cronScriptOf(user));
    expect(ofUser.code).toBe(1);
    expect(ofUser.stdout).toMatch(/done: deleted 399, still listed 3\n$/);
    expect(idsOf(await homeserver.readMedia())).toEqual(["stuck-0", "stuck-1", "stuck-2"]);
  });

  test("the script does not overlap itself, with flock and without", async ({ people, homeserver, cron, standin }) => {
    await people.withRows([{}]);
    const script = cronScriptOf(wishOf(homeserver));
    for (const PATH of [process.env["PATH"] ?? "", await onlyWhatIsNeeded(cron.home)]) {
      const { hits } = standin.faults.arm({ method: "POST", path: /delete/, fault: { kind: "slow", ms: 1500 } });
      const first = cron.run(script, { PATH });
      await expect.poll(hits).toBe(1);
      const second = await cron.run(script, { PATH });
      expect(second.code).toBe(2);
      expect(second.stderr).toMatch(/another run of this script is under way/);
      expect((await first).code).toBe(0);
      expect((await cron.run(script, { PATH })).code).toBe(0);
    }
  });

  test("the token may lie in a file, which nobody else may read", async ({ people, homeserver, cron }) => {
    await people.withRows([{}]);
    const file = join(cron.home, "it's a token");
    await writeFile(file, `${homeserver.admin.accessToken}\n`);
    const script = cronScriptOf(wishOf(homeserver));
    const variables = { TOKEN: "", MEDIASWEEP_TOKEN_FILE: file };
    await chmod(file, 0o640);
    const open = await cron.run(script, variables);
    expect(open).toMatchObject({ code: 2, stderr: `mediasweep: others can read ${file}: chmod 600 it\n` });
    expect(await homeserver.readMedia()).toHaveLength(1);
    await chmod(file, 0o600);
    expect(await cron.run(script, variables)).toMatchObject({ code: 0, stderr: "" });
    expect(await homeserver.readMedia()).toEqual([]);
    const none = await cron.run(script, { TOKEN: "" });
    expect(none.code).toBe(2);
    expect(none.stderr).toMatch(/no access token/);
    expect(await readFile(file, "utf8")).toBe(`${homeserver.admin.accessToken}\n`);
  });
});

/** A PATH with the programs that the script names, and no flock. */
async function onlyWhatIsNeeded(home: string): Promise<string> {
  const folder = join(home, "bin");
  await mkdir(folder);
  for (const program of ["sh", "curl", "date", "sed", "sleep", "ls", "mkdir", "rmdir"]) {
    const found = (process.env["PATH"] ?? "").split(delimiter).find((path) => existsSync(join(path, program)));
    if (found === undefined) throw new Error(`There is no ${program}`);
    await symlink(join(found, program), join(folder, program));
  }
  return folder;
}
