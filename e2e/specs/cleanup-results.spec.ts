import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import * as v from "valibot";

import { status } from "../helpers/console-errors";
import { expectColumn, expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, idsOf, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";

const yearAgo = () => Date.now() - 365 * DAY_MS;

test("what happened to each file stands in a section of its own", async ({ page, app, people, standin, guard }) => {
  guard.expectErrors(status(403), status(404));
  const ids = ["plain-1", "stuck-1", "gone-1", "fail-403-1"];
  const rows = ids.map((id, index) => ({
    media_id: `${id}-x`,
    upload_name: `${id}.png`,
    media_length: 1_000_000,
    created_ts: Date.now() - (500 - index) * DAY_MS,
  }));
  await people.withRows([...rows, { upload_name: "evidence.png", safe_from_quarantine: true }]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await page.getByRole("radio", { name: "Exactly this list" }).check();
  await deleteReviewed(page, 4);
  await expectResults(page, 1, 4);

  await expectColumn(page.getByRole("table", { name: "Deleted media" }), "Name", ["plain-1.png"]);
  await expectColumn(page.getByRole("table", { name: "Already gone" }), "Name", ["gone-1.png"]);
  const failed = page.getByRole("table", { name: "Failed" });
  await expectRow(failed, { Name: "stuck-1.png", Reason: "The server could not remove the file" });
  await expectRow(failed, { Name: "fail-403-1.png", Reason: /^The homeserver refuses this to your account/ });
  const kept = page.getByRole("table", { name: "Kept" });
  await expectRow(kept, { Name: "evidence.png", Reason: "Protected from quarantine" });
  await expect(page.getByText(/^About 1 MB were freed .* files that no answer names\.$/)).toBeVisible();
  expect(idsOf([...standin.store.media.all()].filter(({ upload_name }) => upload_name !== "evidence.png"))).toEqual([
    "fail-403-1-x",
    "stuck-1-x",
  ]);
});

test("the receipt holds every file with its outcome, as CSV and as JSON", async ({ page, app, people, homeserver }) => {
  const { userId, rows } = await people.withRows([
    { upload_name: 'сводка, "2024"\nfinal.pdf', media_type: "application/pdf", media_length: 2_000_000 },
    { upload_name: null, media_length: 5, last_access_ts: Date.now() - 380 * DAY_MS },
    { upload_name: "evidence.png", safe_from_quarantine: true },
  ]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await deleteReviewed(page, 2);
  await expectResults(page, 2, 2);

  const outcomes = ["deleted", "deleted", "kept"];
  const expected = rows.map((row, index) => ({
    outcome: outcomes[index],
    mxc: `mxc://${homeserver.serverName}/${row.media_id}`,
    media_id: row.media_id,
    user_id: userId,
    name: row.upload_name ?? "",
    type: row.media_type,
    size_bytes: row.media_length,
    uploaded: new Date(row.created_ts).toISOString(),
    last_used: row.last_access_ts === null ? "" : new Date(row.last_access_ts).toISOString(),
  }));

  const csv = await download(page, "Download CSV");
  expect(csv.name).toMatch(/^mediasweep-standin\.example-\d{4}-\d\d-\d\dT\d{6}Z\.csv$/);
  // Without it spreadsheets take the file for another encoding than UTF-8.
  expect(csv.text.startsWith("\uFEFF")).toBe(true);
  const lines = v.parse(
    v.array(v.record(v.string(), v.string())),
    Papa.parse(csv.text.slice(1), { header: true }).data,
  );
  expect(lines).toHaveLength(3);
  for (const row of expected) {
    const line = lines.find(({ media_id }) => media_id === row.media_id);
    expect(line).toMatchObject({ ...row, size_bytes: String(row.size_bytes), user_id: `'${userId}` });
  }

  const json = await download(page, "Download JSON");
  expect(json.name).toMatch(/\.json$/);
  const receipt: unknown = JSON.parse(json.text);
  expect(receipt).toMatchObject({
    serverName: homeserver.serverName,
    homeserver: homeserver.baseUrl,
    admin: homeserver.admin.userId,
    engine: "synapse-rule",
    planned: { files: 2, bytes: 2_000_005 },
    tallies: { deleted: { files: 2, bytes: 2_000_005 }, failed: { files: 0 } },
    freed_bytes: 2_000_005,
    isStopped: false,
    isClosed: false,
    halted: null,
    files: expect.arrayContaining(expected.map((row) => expect.objectContaining(row))),
  });
  expect(csv.text + json.text).not.toContain(homeserver.admin.accessToken);
});

test("a file name that a spreadsheet would take for a formula is none in the CSV", async ({ page, app, people }) => {
  const names = ['=HYPERLINK("http://example.org","click")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1"];
  await people.withRows(names.map((upload_name) => ({ upload_name })));
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await deleteReviewed(page, names.length);
  await expectResults(page, names.length, names.length);

  const csv = await download(page, "Download CSV");
  const cells = v.parse(v.array(v.array(v.string())), Papa.parse(csv.text.slice(1)).data).flat();
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  for (const name of names) expect(cells).toContain(`'${name}`);
  // Programs read JSON, and names in it are what they are.
  const json = await download(page, "Download JSON");
  for (const name of names) expect(json.text).toContain(JSON.stringify(name));
});

test("New clean-up begins at an empty form, and the former run is put away", async ({ page, app, people }) => {
  await people.withRows([{}]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await deleteReviewed(page, 1);
  await expectResults(page, 1, 1);
  await page.getByRole("button", { name: "New clean-up" }).click();
  await expect(page.getByRole("heading", { name: "Clean up" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Last used before" })).toHaveValue("");
  await expect(page.getByRole("banner").getByRole("link", { name: "Results" })).toHaveCount(0);
});

/** Presses a button that downloads, and reads what came. */
async function download(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}
