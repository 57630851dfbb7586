import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import Papa from "papaparse";

import { expect, test } from "../fixtures/test";
import { readFacts } from "../helpers/facts";
import { everything, openRunOfUser, problem } from "../helpers/history-records";
import { countJournal, writeJournal } from "../helpers/journal";
import { expectColumn, expectRow } from "../helpers/table";
import type { Homeserver } from "../target/homeserver";

const table = (page: Page): Locator => page.getByRole("table", { name: "Runs and actions" });
const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name, exact: true });

/** Holds the lock of a run on that homeserver until the page goes, as a tab with a run would. */
const holdRunLock = (page: Page, { baseUrl }: Homeserver): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((held) => {
        void navigator.locks.request(name, () => {
          held();
          return new Promise<void>(() => undefined);
        });
      }),
    `mediasweep.run ${baseUrl}`,
  );

/** Presses a button that downloads, and reads what came. */
async function download(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFile(await (await coming).path(), "utf8");
}

test.beforeEach(async ({ page, app, homeserver }) => {
  await app.signIn();
  await writeJournal(page, everything(homeserver));
});

test("an entry opens the receipt of its run, whole", async ({ page, app, homeserver }) => {
  await app.open("#/history");
  await table(page).getByRole("link", { name: "14 Mar 2025, 09:30" }).click();
  await expect(page.getByText("2 of 3 deleted", { exact: true })).toBeVisible();
  await expect(heading(page, "Receipt")).toBeFocused();
  expect(await readFacts(page.getByRole("main"))).toEqual({
    Server: homeserver.serverName,
    Synapse: "1.163.2",
    Rule: expect.stringMatching(/^Files last used before 1 Jan 2025, 01:00 \(Europe\/Berlin\) and larger than 500 kB/),
    How: "Exactly this list",
    By: homeserver.admin.userId,
    Started: "14 Mar 2025, 09:30",
    Ended: "14 Mar 2025, 09:31",
    Took: "1 min 0 s",
    Statistics: "12,345 files · 3.1 GB before, 12,343 files · 3.1 GB after, as Synapse's statistics count.",
  });
  await expectColumn(page.getByRole("table", { name: "Deleted media" }), "Name", [/^=1\+1\s+=2$/, "two.png"]);
  await expectRow(page.getByRole("table", { name: "Failed" }), { Name: "three.png" });
  await expectRow(page.getByRole("table", { name: "Kept" }), {
    Name: "four.png",
    Reason: "Protected from quarantine",
  });
  await expect(page.getByRole("button", { name: "Equivalent command" })).toBeEnabled();
  await page.getByRole("link", { name: "All of the history" }).click();
  await expect(heading(page, "History")).toBeVisible();
});

test("a receipt of the history is exported as CSV and as JSON", async ({ page, app, homeserver }) => {
  await app.open("#/history/ended");
  const csv = await download(page, "Download CSV");
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const { data } = Papa.parse(csv.slice(1), { header: true });
  expect(data).toMatchObject([
    {
      outcome: "deleted",
      planned: "yes",
      media_id: "one",
      name: "'=1+1\n=2",
      type: "'+1",
      user_id: "'@ann:example.org",
    },
    { outcome: "deleted", media_id: "two" },
    { outcome: "failed", media_id: "three", reason: problem.title, server_words: problem.words },
    { outcome: "kept", planned: "no", media_id: "four", reason: "protected" },
  ]);

  const json: unknown = JSON.parse(await download(page, "Download JSON"));
  expect(json).toMatchObject({
    homeserver: homeserver.baseUrl,
    serverName: homeserver.serverName,
    serverVersion: "1.163.2",
    engine: "exact-list",
    admin: homeserver.admin.userId,
    started: "2025-03-14T08:30:00.000Z",
    ended: "2025-03-14T08:31:00.000Z",
    source: { kind: "rule", rule: { largerThanBytes: 500_000 } },
    statistics: { before: { files: 12_345, bytes: 3_100_000_000 }, after: { files: 12_343 } },
    planned: { files: 3, bytes: 3_000_000 },
    tallies: { deleted: { files: 2 }, failed: { files: 1 } },
    kept: { files: 1, bytes: 1_000_000 },
  });
});

test("deleting an entry asks once, and takes the record alone", async ({ page, app, standin }) => {
  await app.open("#/history/ended");
  await page.getByRole("button", { name: "Delete this entry" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete this entry?" });
  await expect(dialog).toContainText("Only the record in this browser goes");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await countJournal(page)).toEqual({ entries: 5, files: 3, outcomes: 2 });

  await page.getByRole("button", { name: "Delete this entry" }).click();
  await dialog.getByRole("button", { name: "Delete this entry" }).click();
  await expect(heading(page, "History")).toBeVisible();
  await expectColumn(table(page), "Started", ["1 Jun 2025, 12:00", "2 Jan 2025, 13:00", "1 Jan 2024, 01:00"]);
  expect(await countJournal(page)).toEqual({ entries: 4, files: 1, outcomes: 1 });
  expect(standin.requests.filter(({ method }) => method === "DELETE")).toEqual([]);
  await app.open("#/history/ended");
  await expect(page.getByText("This browser has no such entry for this account")).toBeVisible();
});

test("an entry of another version is named, and can be deleted", async ({ page, app }) => {
  await app.open("#/history");
  const row = await expectRow(table(page), { What: "An entry that cannot be read" });
  await row.getByRole("link").click();
  await expect(page.getByText("This entry cannot be read")).toBeVisible();
  await page.getByRole("button", { name: "Delete this entry" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete this entry" }).click();
  await expect(page.getByText("3 entries", { exact: true })).toBeVisible();
});

test("an action shows on what it was done, and what Synapse counted", async ({ page, app }) => {
  await app.open("#/history/quarantine");
  await expect(heading(page, "Quarantine")).toBeVisible();
  expect(await readFacts(page.getByRole("main"))).toMatchObject({
    Started: "2 Jan 2025, 13:00",
    Result: "Done. Synapse counted 2 quarantined files; ones from before may be counted again.",
  });
  await expectRow(page.getByRole("table", { name: "Done to" }), { On: "mxc://example.org/two", Result: "Done" });
  const { data } = Papa.parse((await download(page, "Download CSV")).slice(1), { header: true });
  expect(data).toMatchObject([{ on: "mxc://example.org/one" }, { on: "mxc://example.org/two" }]);
  const json: unknown = JSON.parse(await download(page, "Download JSON"));
  expect(json).toMatchObject({
    action: "quarantine",
    counts: { num_quarantined: 2 },
    started: "2025-01-02T12:00:00.000Z",
  });
});

test("of an interrupted run stands what is known, and the ways to end it", async ({ page, app }) => {
  await app.open("#/history/open");
  await expect(heading(page, "Interrupted run")).toBeVisible();
  expect(await readFacts(page.getByRole("main"))).toMatchObject({
    Planned: "4 files · 4 MB",
    Deleted: "1 file · 1 MB",
    "Not begun": "1 file",
    Started: "1 Jun 2025, 12:00",
  });
  await expect(
    page.getByText("At most 2 files may have been under way. It is not known what became of them.", { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Resume" })).toBeEnabled();
  await expect(page.getByRole("button", { name: "Close with a receipt" })).toBeEnabled();
  await page.getByRole("button", { name: "Delete this entry" }).click();
  await expect(page.getByRole("dialog")).toContainText("neither resumed nor closed with a receipt");
});

test("everything that a user has is taken on only once it is confirmed that later files go too", async ({
  page,
  app,
  homeserver,
  people,
}) => {
  const { userId } = await people.withRows([
    { media_id: "reviewed", media_length: 1_000_000 },
    { media_id: "uploadedSince", created_ts: Date.now() },
  ]);
  await writeJournal(page, openRunOfUser(homeserver, userId, "reviewed"));
  await app.open("#/history/wipe");
  await expect(
    page.getByText(/^Resume deletes everything this user has now, also what was uploaded since/),
  ).toBeVisible();
  const resume = page.getByRole("button", { name: "Resume" });
  await resume.click();
  const dialog = page.getByRole("dialog", { name: "Delete everything this user has now?" });
  await expect(dialog).toContainText(userId);
  await expect(dialog).toContainText("also what was uploaded since 14 Mar 2025, 09:30");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(resume).toBeFocused();
  expect(await homeserver.readMedia()).toHaveLength(2);

  await resume.click();
  await dialog.getByRole("button", { name: "Resume" }).click();
  await expect(heading(page, "Results")).toBeVisible();
  await expectColumn(page.getByRole("table", { name: "Deleted though not planned" }), "Name", ["uploadedSince"]);
  expect(await homeserver.readMedia()).toEqual([]);
});

test("while a run is under way in another tab, nothing offers to go on with it here", async ({
  page,
  app,
  homeserver,
}) => {
  const other = await page.context().newPage();
  await other.goto(new URL("/", app.url).href);
  await holdRunLock(other, homeserver);
  await app.open("#/history");
  await expectRow(table(page), { Result: /^Running in this or another tab/ });
  await app.open("#/history/open");
  await expect(heading(page, "Run without an end")).toBeVisible();
  await expect(page.getByRole("note").filter({ hasText: "A run is under way" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Resume" })).toHaveCount(0);
  const button = page.getByRole("button", { name: "Delete this entry" });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(/^Not while a run is under way/);

  await other.close();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
});

test("what another account did is not shown", async ({ page, app }) => {
  await app.open("#/history/foreign");
  await expect(page.getByText("This browser has no such entry for this account")).toBeVisible();
  await page.getByRole("link", { name: "All of the history" }).click();
  await expect(heading(page, "History")).toBeVisible();
});
