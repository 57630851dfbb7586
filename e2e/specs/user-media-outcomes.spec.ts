import { type Locator, type Page, expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { BLOCKED, CUT, status } from "../helpers/console-errors";
import { mediaLink, pickedDialog, tickBox } from "../helpers/media-screen";
import { expectRow } from "../helpers/table";
import { expectResults, idsOf } from "../helpers/wizard";

const table = (page: Page, name: string): Locator => page.getByRole("table", { name, exact: true });
const notChecked = (page: Page): Locator =>
  pickedDialog(page).getByRole("alert").filter({ hasText: "It is not known which of these files are in use" });

/** Ticks those files, or all on the page, and deletes them. */
async function deleteTicked(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) await tickBox(page, name).check();
  await page.getByRole("button", { name: "Delete selected" }).click();
  await pickedDialog(page)
    .getByRole("button", { name: /^Delete \d+ files?$/ })
    .click();
}

test.use({ scenario: "awkward" });

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

test("a file that the server cannot remove is reported as failed", async ({ page, app, standin }) => {
  await app.open(mediaLink(standin.store.userId("sentinels")));
  await deleteTicked(page, ["stuck-example.png"]);
  await expectResults(page, 0, 1);
  await expectRow(table(page, "Failed"), { Name: "stuck-example.png", Reason: "The server could not remove the file" });
  await expect(page.getByText("Nothing was deleted, so nothing was freed.")).toBeVisible();
  await expect(table(page, "Deleted media")).toHaveCount(0);
  expect(standin.store.media.get("stuck-example")).toBeDefined();
});

test("a file that somebody else deleted meanwhile is told apart", async ({ page, app, standin, guard }) => {
  guard.expectErrors(status(404));
  await app.open(mediaLink(standin.store.userId("sentinels")));
  await deleteTicked(page, ["gone-example.png"]);
  await expectResults(page, 0, 1);
  await expectRow(table(page, "Already gone"), { Name: "gone-example.png", Size: "1 MB" });
  await expect(page.getByText("No answer names a deleted file, so it is not known what was freed.")).toBeVisible();
});

test("each file of a run has its own outcome", async ({ page, app, standin, guard }) => {
  guard.expectErrors(status(404), status(500), status(403), status(429), ...CUT, ...BLOCKED);
  await app.open(mediaLink(standin.store.userId("sentinels")));
  await deleteTicked(page, [
    "fail-500-example.png",
    "fail-403-example.png",
    "limit-429-example.png",
    "drop-example.png",
    "stuck-example.png",
    "gone-example.png",
  ]);
  await expectResults(page, 1, 6);
  await expectRow(table(page, "Deleted media"), { Name: "limit-429-example.png" });
  await expectRow(table(page, "Already gone"), { Name: "gone-example.png" });
  const failed = table(page, "Failed");
  await expectRow(failed, {
    Name: "fail-403-example.png",
    Reason: "The homeserver refuses this to your account: “You are not a server admin”",
  });
  await expectRow(failed, {
    Name: "fail-500-example.png",
    Reason: "Synapse reports an error of its own: “Internal server error”",
  });
  await expectRow(failed, { Name: "stuck-example.png", Reason: "The server could not remove the file" });
  await expectRow(failed, { Name: "drop-example.png", Reason: "Something answers, but the browser may not read it" });
  const left = ["drop-example", "fail-403-example", "fail-500-example", "slow-example", "stuck-example"];
  expect(idsOf([...standin.store.media.rowsOf(standin.store.userId("sentinels"))])).toEqual(left);
});

test("media IDs with signs of addresses are deleted, each the one that was meant", async ({ page, app, standin }) => {
  const owner = standin.store.userId("odd-files");
  const odd = ["with/slash", "50%25", "q?u=1&v", "ha#sh", "ünï", "sp ace", "+plus", "%2F", "'quote\""];
  const left = [...standin.store.media.rowsOf(owner)].filter(({ media_id }) => !odd.includes(media_id));
  await app.open(mediaLink(owner));
  await deleteTicked(page, odd);
  await expectResults(page, odd.length, odd.length);
  expect(idsOf([...standin.store.media.rowsOf(owner)])).toEqual(idsOf(left));
});

test.describe("whether files are in use is looked up first", () => {
  test("which can be skipped where it takes too long", async ({ page, app, standin }) => {
    standin.faults.arm({ path: /\/v2\/users\?/, fault: { kind: "hang" } });
    await app.open(mediaLink(standin.store.userId("ties")));
    await page.getByRole("button", { name: "Delete tie00", exact: true }).click();
    const button = pickedDialog(page).getByRole("button", { name: "Delete 1 file", exact: true });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(/It is being looked up which of these files are in use\./);
    await pickedDialog(page).getByRole("button", { name: "Skip the check" }).click();
    await expect(notChecked(page)).toBeVisible();
    await button.click();
    await expectResults(page, 1, 1);
  });

  test("and where that fails it is said and can be repeated", async ({ page, app, standin, guard }) => {
    guard.expectErrors(status(403));
    standin.faults.arm({ path: /\/v1\/rooms/, fault: { kind: "forbidden" } });
    await app.open(mediaLink(standin.store.userId("ties")));
    await page.getByRole("button", { name: "Delete tie00", exact: true }).click();
    await expect(notChecked(page)).toContainText("The homeserver refuses this to your account");
    await notChecked(page).getByRole("button", { name: "Check again" }).click();
    await expect(notChecked(page)).toHaveCount(0);
    await expect(pickedDialog(page).getByRole("button", { name: "Delete 1 file", exact: true })).toBeEnabled();
  });
});
