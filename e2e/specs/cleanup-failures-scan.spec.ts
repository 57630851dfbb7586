import { BLOCKED, CUT, status } from "../helpers/console-errors";
import { renewToken } from "../helpers/deletion-faults";
import { expectColumn, expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, expectSummary, idsOf, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";

const yearAgo = () => Date.now() - 365 * DAY_MS;
const LIST_OF_BEN = { method: "GET", path: /\/users\/@ben-.*\/media/ } as const;

test.beforeEach(async ({ people, app }) => {
  await people.withRows([{ upload_name: "of-ann.png" }], { name: "ann" });
  await people.withRows([{ media_length: 5000 }, { media_length: 7000 }], { name: "ben" });
  await app.signIn();
});

test("an owner whose list fails is named with what statistics count; the rest is shown", async ({
  page,
  app,
  guard,
  standin,
}) => {
  guard.expectErrors(status(500));
  const failing = standin.faults.arm({ ...LIST_OF_BEN, fault: { kind: "internal-error" }, times: Infinity });
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await expectRow(page.getByRole("table", { name: "Owners that could not be read" }), {
    Owner: /^@ben-/,
    Files: "2",
    Size: "12 kB",
    Why: /Internal server error/,
  });
  await expectColumn(page.getByRole("table", { name: "Files to delete" }), "Name", ["of-ann.png"]);
  await expectSummary(page, "1 file · 1 kB");
  await expect(page.getByRole("button", { name: "Delete 1 file" })).toBeDisabled();
  // It was tried again, twice.
  expect(failing.hits()).toBe(3);
});

test("a list that fails once is read again, and nothing is said of it", async ({ page, app, guard, standin }) => {
  guard.expectErrors(status(500), ...BLOCKED);
  standin.faults.arm({ ...LIST_OF_BEN, fault: { kind: "internal-error" } });
  standin.faults.arm({ ...LIST_OF_BEN, fault: { kind: "proxy-page", status: 502, cors: false } });
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await expectSummary(page, "3 files · 13 kB");
  await expect(page.getByText(/could not be read/)).toHaveCount(0);
});

test("429: waits as long as it is asked to, and reads on", async ({ page, app, guard, standin }) => {
  guard.expectErrors(status(429));
  const limit = standin.faults.arm({ path: /\/media/, fault: { kind: "limited", retryAfterMs: 400 }, times: 4 });
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await expectSummary(page, "3 files · 13 kB");
  expect(limit.hits()).toBe(4);
});

test("401: asks for a new token over the review, and the scan goes on", async ({
  page,
  app,
  guard,
  standin,
  homeserver,
}) => {
  guard.expectErrors(status(401));
  standin.faults.arm({ ...LIST_OF_BEN, fault: { kind: "expired-token" } });
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expect(page.getByRole("heading", { name: "Review" })).toBeVisible();
  await renewToken(page, homeserver.admin.accessToken);
  await expectReviewed(page);
  await expectSummary(page, "3 files · 13 kB");
});

test("the owners cannot be read: says why, deletes nothing, and reads again when asked", async ({
  page,
  app,
  guard,
  standin,
}) => {
  guard.expectErrors(status(500));
  const failing = standin.faults.arm({
    path: /\/statistics\/users\/media/,
    fault: { kind: "internal-error" },
    times: Infinity,
  });
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  const alert = page.getByRole("alert").filter({ hasText: "The preview is incomplete" });
  await expect(alert).toContainText("Synapse reports an error of its own");
  await expect(page.getByRole("button", { name: "Delete 0 files" })).toBeDisabled();
  failing.disarm();
  await alert.getByRole("button", { name: "Read again" }).click();
  await expectReviewed(page);
  await expectSummary(page, "3 files · 13 kB");
  await expect(alert).toHaveCount(0);
});

test("the server goes away while it is asked who uses which picture: nothing may be deleted on half a truth", async ({
  page,
  app,
  guard,
  standin,
}) => {
  guard.expectErrors(...CUT, ...BLOCKED);
  const failing = standin.faults.arm({ path: /\/v2\/users/, fault: { kind: "drop" }, times: Infinity });
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await expect(page.getByRole("alert")).toContainText("The preview is incomplete: it shows what was read before that.");
  for (const engine of ["Synapse's rule", "Exactly this list"]) {
    await page.getByRole("radio", { name: engine }).check();
    await expect(page.getByRole("button", { name: /^Delete \d files$/ })).toHaveAccessibleDescription(
      /It is not known which of these files are profile pictures or room avatars/,
    );
  }
  failing.disarm();
  await page.getByRole("button", { name: "Read again" }).click();
  await expectReviewed(page);
  await expectSummary(page, "3 files · 13 kB");
});

test("reading can be stopped: what was found stays, and only exactly that list may go", async ({
  page,
  app,
  guard,
  standin,
  homeserver,
}) => {
  // The aborted request.
  guard.expectErrors(/ERR_/);
  standin.faults.arm({ ...LIST_OF_BEN, fault: { kind: "hang" } });
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expect(page.getByRole("progressbar", { name: "Reading" })).toHaveAttribute(
    "aria-valuetext",
    /^Reading 1 of 2 owners · \d files? read$/,
  );
  await expect(page.getByText("Found so far")).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete 1 file" })).toHaveAccessibleDescription(
    "The lists are still being read.",
  );
  await expect(page.getByText(/The pictures in use as profile pictures and room avatars are read/)).toBeVisible();
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expectReviewed(page);
  await expect(page.getByText("The preview is incomplete")).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete 1 file" })).toHaveAccessibleDescription(
    /"Synapse's rule" would take files that are not on it/,
  );
  await page.getByRole("radio", { name: "Exactly this list" }).check();
  await deleteReviewed(page, 1);
  await expectResults(page, 1, 1);
  expect(idsOf(await homeserver.readMedia())).toHaveLength(2);
});

test("a page where Synapse's answer should be is told apart from a list", async ({ page, app, guard, standin }) => {
  standin.faults.arm({ path: /\/statistics\//, fault: { kind: "not-json" }, times: Infinity });
  guard.expectErrors(/^$/);
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await expect(page.getByRole("alert")).toContainText("The answer is not what Synapse sends here");
  await expect(page.getByText("No file matches this rule")).toHaveCount(0);
});
