import type { Page } from "@playwright/test";

import { deleteReviewed, expectReviewed, formatter, idsOf, reviewLink } from "../helpers/wizard";
import { expectRow } from "../helpers/table";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";

// As slow as a Synapse on a slow disk: one step of the rule takes a second.
test.use({ standinOptions: { filesPerSecond: 250 } });

const yearAgo = () => Date.now() - 365 * DAY_MS;
const oneMegabyteEach = (files: number) => Array.from({ length: files }, () => ({ media_length: 1_000_000 }));

/** Each in an upload of its own moment, so that the rule can be cut between any two. */
const atDifferentTimes = (files: number) =>
  oneMegabyteEach(files).map((row, index) => ({ ...row, created_ts: Date.now() - 500 * DAY_MS + index * 1000 }));

test("a run shows how far it is, goes on while the admin walks about, and can be found again", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  await people.withRows(atDifferentTimes(1250));
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await deleteReviewed(page, 1250);

  await expect(page.getByRole("heading", { name: "Deleting" })).toBeVisible();
  const progress = page.getByRole("progressbar", { name: "Deleting" });
  await expect(progress).toHaveAttribute("aria-valuetext", "250 of 1,250 files");
  await expect(progress).toHaveAttribute("aria-valuenow", /^20/);
  await expect(page.getByText("250 MB deleted")).toBeVisible();

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Users" }).click();
  await expect(page.getByRole("heading", { name: "Users" })).toBeVisible();
  const indicator = page.getByRole("banner").getByRole("link", { name: /^Deleting: / });
  await expect(indicator).toHaveText(/^Deleting: [5-7]\d\d of 1,250 files$/);
  await indicator.click();
  await expect(page.getByRole("heading", { name: "Deleting" })).toBeVisible();
  await expect(page.getByText("1,250 of 1,250 deleted")).toBeVisible();
  expect(await homeserver.readMedia()).toEqual([]);

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Clean up" }).click();
  await page.getByRole("banner").getByRole("link", { name: "Results" }).click();
  await expect(page.getByText("1,250 of 1,250 deleted")).toBeVisible();
});

for (const [engine, way] of [
  ["Synapse's rule", "between two steps"],
  ["Exactly this list", "between two files"],
] as const) {
  test(`Stop ends "${engine}" ${way}, and the results say what went and what did not`, async ({
    page,
    app,
    people,
    homeserver,
  }) => {
    const { rows } = await people.withRows(atDifferentTimes(1500));
    await app.signIn();
    await app.open(reviewLink({ beforeMs: yearAgo() }));
    await expectReviewed(page);
    await page.getByRole("radio", { name: engine }).check();
    await deleteReviewed(page, 1500);
    await expect(page.getByText(/^\d+ MB deleted$/)).not.toHaveText("0 B deleted");
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(page.getByText("You stopped this run. What was under way was waited for.")).toBeVisible();

    const left = new Set(idsOf(await homeserver.readMedia()));
    const gone = rows.filter(({ media_id }) => !left.has(media_id));
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.length).toBeLessThan(1500);
    await expect(page.getByText(`${formatter.count(gone.length)} of 1,500 deleted`)).toBeVisible();
    await expect(
      page.getByText(new RegExp(`^At most ${formatter.bytes(gone.length * 1_000_000)} were freed`)),
    ).toBeVisible();
    await expectSection(page, "Deleted media", gone.length);
    await expectSection(page, "Not attempted", left.size);
    await expect(page.getByRole("heading", { name: "Failed" })).toHaveCount(0);
    // What was stopped stays stopped.
    await page.getByRole("button", { name: "New clean-up" }).click();
    await expect(page.getByRole("heading", { name: "Clean up" })).toBeVisible();
    expect(idsOf(await homeserver.readMedia())).toEqual([...left].toSorted());
  });
}

test("while a run goes on there is no second one, and closing the tab asks first", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const { userId } = await people.withRows(atDifferentTimes(900));
  await people.withRows([{ created_ts: yearAgo() + DAY_MS }]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await deleteReviewed(page, 900);
  await expect(page.getByRole("heading", { name: "Deleting" })).toBeVisible();

  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  await (await asked).dismiss();

  await app.open(reviewLink({ beforeMs: Date.now() - 30 * DAY_MS }));
  await expectReviewed(page);
  await expect(page.getByRole("button", { name: /^Delete \d+ files?$/ })).toHaveAccessibleDescription(
    "Another clean-up is under way. Wait for its end, or stop it.",
  );
  await expect(page.getByRole("banner").getByRole("link", { name: "Results" })).toBeVisible();
  await expect.poll(async () => (await homeserver.readMedia()).filter(({ user_id }) => user_id === userId)).toEqual([]);
});

test("a run that the browser can keep from no other tab says so for as long as it goes on", async ({
  page,
  app,
  people,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, "locks");
    const setItem: Storage["setItem"] = Reflect.get(Storage.prototype, "setItem");
    Storage.prototype.setItem = function setUnlessFull(key, value) {
      if (key.startsWith("mediasweep.run")) throw new DOMException("The storage is full", "QuotaExceededError");
      setItem.call(this, key, value);
    };
  });
  await people.withRows(atDifferentTimes(1500));
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await deleteReviewed(page, 1500);
  const notice = page.getByRole("note", { name: "Other tabs are not told of this run" });
  await expect(notice).toContainText("Leave it alone there");
  // This tab knows all the same.
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "History" }).click();
  await expectRow(page.getByRole("table", { name: "Runs and actions" }), { Result: /^Running in this or another tab/ });
  await page
    .getByRole("banner")
    .getByRole("link", { name: /^Deleting/ })
    .click();
  await expect(page.getByText("1,500 of 1,500 deleted")).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test("a list that was run says so when the admin goes back to it", async ({ page, app, people }) => {
  await people.withRows(atDifferentTimes(3));
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await deleteReviewed(page, 3);
  await expect(page.getByText("3 of 3 deleted")).toBeVisible();
  await page.goBack();
  await expectReviewed(page);
  await expect(page.getByText("No file matches this rule")).toBeVisible();
});

/** Expects a section of the results, and its number of files of a megabyte each. */
async function expectSection(page: Page, name: string, files: number): Promise<void> {
  const amount = `${formatter.count(files)} files · ${formatter.bytes(files * 1_000_000)}`;
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(page.getByText(amount, { exact: true })).toBeVisible();
}
