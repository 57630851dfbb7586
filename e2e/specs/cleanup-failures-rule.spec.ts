import type { Page } from "@playwright/test";

import { BLOCKED, status } from "../helpers/console-errors";
import { countDeletions, lostAfter, lostBefore, renewToken } from "../helpers/deletion-faults";
import { expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, idsOf, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";

// Every failure strikes the POST by which Synapse deletes; the answer may be all that fails.
const POST = { method: "POST", path: /\/media\/delete/ } as const;
const yearAgo = () => Date.now() - 365 * DAY_MS;
const three = ["first", "second", "third"].map((name) => ({ media_id: `${name}File`, upload_name: `${name}.png` }));

test.beforeEach(async ({ people, app, page }, testInfo) => {
  if (testInfo.tags.includes("@many")) return;
  await people.withRows(three);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
});

for (const { what, fault, times = 1, errors } of lostBefore) {
  test(`${what}: the lists are read, and as nothing went the step is repeated`, async ({
    page,
    guard,
    standin,
    homeserver,
  }) => {
    guard.expectErrors(...errors);
    standin.faults.arm({ ...POST, fault, times });
    await deleteReviewed(page, 3);
    await expectResults(page, 3, 3);
    await expect(page.getByText("Synapse's answers name each of these as deleted.")).toBeVisible();
    expect(countDeletions(standin)).toBe(times + 1);
    expect(await homeserver.readMedia()).toEqual([]);
  });
}

// Told by Synapse itself, and by nobody the page may read.
for (const { what, fault, errors } of lostBefore.slice(0, 2)) {
  test(`${what}, every time: the results name every file as failed, and it is still there`, async ({
    page,
    guard,
    standin,
    homeserver,
  }) => {
    guard.expectErrors(...errors);
    standin.faults.arm({ ...POST, fault, times: Infinity });
    await deleteReviewed(page, 3);
    await expectResults(page, 0, 3);
    await expect(page.getByText("Nothing was deleted, so nothing was freed.")).toBeVisible();
    await expectRow(page.getByRole("table", { name: "Failed" }), { Name: "second.png", Reason: /\w/ });
    await expect(page.getByRole("heading", { name: "Deleted media" })).toHaveCount(0);
    expect(idsOf(await homeserver.readMedia())).toEqual(["firstFile", "secondFile", "thirdFile"]);
  });
}

for (const { what, fault, times = 1, errors } of lostAfter) {
  test(`${what} after the deletion: not repeated, and told by the lists what went`, async ({
    page,
    guard,
    standin,
    homeserver,
  }) => {
    guard.expectErrors(...errors);
    standin.faults.arm({ ...POST, fault, times });
    await deleteReviewed(page, 3);
    await expectResults(page, 3, 3);
    await expectAllKnownByList(page);
    // The app asked once; the browser may have asked again by itself, where the connection had been used before.
    expect(countDeletions(standin)).toBeGreaterThanOrEqual(1);
    expect(countDeletions(standin)).toBeLessThanOrEqual(times);
    expect(await homeserver.readMedia()).toEqual([]);
  });
}

test("a 504 while Synapse goes on: the run waits until it has settled", async ({
  page,
  guard,
  standin,
  homeserver,
  people,
}) => {
  guard.expectErrors(...BLOCKED);
  await people.withRows([{ created_ts: Date.now() }]);
  standin.faults.arm({ ...POST, fault: { kind: "while", loss: "504", filesPerSecond: 2 } });
  await deleteReviewed(page, 3);
  await expect(page.getByText("An answer was lost")).toBeVisible();
  await expect(page.getByText(/^Reading the lists until Synapse has settled/)).toBeVisible();
  await expectResults(page, 3, 3);
  await expectAllKnownByList(page);
  expect(countDeletions(standin)).toBe(1);
  expect(await homeserver.readMedia()).toHaveLength(1);
});

test.describe("an outage in the midst of a run", () => {
  const OUTAGE = { path: /./, fault: { kind: "proxy-page", status: 503, cors: false }, times: Infinity } as const;

  test("is waited for, and the run goes on by itself", async ({ page, guard, standin, homeserver }) => {
    guard.expectErrors(...BLOCKED, status(503));
    const outage = standin.faults.arm(OUTAGE);
    await deleteReviewed(page, 3);
    await expect(page.getByText("The homeserver does not answer")).toBeVisible();
    await expect(page.getByText(/Trying again until it does; Stop ends the run\.$/)).toBeVisible();
    outage.disarm();
    await expectResults(page, 3, 3);
    expect(await homeserver.readMedia()).toEqual([]);
  });

  test("is ended by Stop: what became of the files is not known", async ({ page, guard, standin }) => {
    guard.expectErrors(...BLOCKED, status(503));
    const outage = standin.faults.arm(OUTAGE);
    await deleteReviewed(page, 3);
    await expect(page.getByText("The homeserver does not answer")).toBeVisible();
    await page.getByRole("button", { name: "Stop" }).click();
    await expectResults(page, 0, 3);
    await expectRow(page.getByRole("table", { name: "Unknown" }), { Name: "first.png" });
    outage.disarm();
  });
});

test("a device that loses its network: the run goes on by itself when it is back", async ({
  page,
  guard,
  standin,
  homeserver,
  context,
}) => {
  guard.expectErrors(...BLOCKED, /net::ERR_INTERNET_DISCONNECTED/);
  standin.faults.arm({ ...POST, fault: { kind: "while", loss: "504", filesPerSecond: 2 } });
  await deleteReviewed(page, 3);
  await expect(page.getByText("An answer was lost")).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("This device is offline")).toBeVisible();
  await context.setOffline(false);
  await expectResults(page, 3, 3);
  expect(countDeletions(standin)).toBe(1);
  expect(await homeserver.readMedia()).toEqual([]);
});

test("403: the run ends, says why, and claims nothing", async ({ page, guard, standin, homeserver }) => {
  guard.expectErrors(status(403));
  standin.faults.arm({ ...POST, fault: { kind: "forbidden" } });
  await deleteReviewed(page, 3);
  await expectResults(page, 0, 3);
  await expect(page.getByRole("alert")).toContainText("The homeserver refuses this to your account");
  await expect(page.getByRole("alert")).toContainText("You are not a server admin");
  await expect(page.getByText("The run ended by itself before its end.")).toBeVisible();
  await expectRow(page.getByRole("table", { name: "Not attempted" }), { Name: "first.png" });
  expect(countDeletions(standin)).toBe(1);
  expect(await homeserver.readMedia()).toHaveLength(3);
});

test("429: the run waits as long as it is asked to, and goes on", async ({ page, guard, standin, homeserver }) => {
  guard.expectErrors(status(429));
  standin.faults.arm({ ...POST, fault: { kind: "limited", retryAfterMs: 300 }, times: 2 });
  await deleteReviewed(page, 3);
  await expectResults(page, 3, 3);
  expect(countDeletions(standin)).toBe(3);
  expect(await homeserver.readMedia()).toEqual([]);
});

test("401: the run waits for a new token and goes on where it was", async ({ page, guard, standin, homeserver }) => {
  guard.expectErrors(status(401));
  standin.faults.arm({ ...POST, fault: { kind: "unknown-token" } });
  await deleteReviewed(page, 3);
  await expect(page.getByText("The deletion under way waits for the new token, then goes on.")).toBeVisible();
  expect(await homeserver.readMedia()).toHaveLength(3);
  await renewToken(page, homeserver.admin.accessToken);
  await expectResults(page, 3, 3);
  expect(await homeserver.readMedia()).toEqual([]);
});

test("an answer lost and no list to be read: the results say that it is not known", async ({
  page,
  guard,
  standin,
  homeserver,
}) => {
  guard.expectErrors(...BLOCKED, status(500));
  standin.faults.arm({ ...POST, fault: { kind: "after", loss: "504" } });
  standin.faults.arm({ method: "GET", path: /\/users\/.*\/media/, fault: { kind: "internal-error" }, times: Infinity });
  await deleteReviewed(page, 3);
  await expectResults(page, 0, 3);
  await expect(page.getByText("No answer names a deleted file, so it is not known what was freed.")).toBeVisible();
  const unknown = page.getByRole("table", { name: "Unknown" });
  for (const name of ["first.png", "second.png", "third.png"]) await expectRow(unknown, { Name: name });
  await expect(page.getByText(/these may be deleted or not\.$/)).toBeVisible();
  for (const claim of ["Failed", "Deleted media", "Not attempted"]) {
    await expect(page.getByRole("heading", { name: claim })).toHaveCount(0);
  }
  expect(await homeserver.readMedia()).toEqual([]);
});

test("an answer lost with a connection that the browser replaced by itself: gone, and no claim by whom", async ({
  page,
  standin,
  homeserver,
}) => {
  standin.faults.arm({ ...POST, fault: { kind: "after", loss: "drop" } });
  await deleteReviewed(page, 3);
  await expectResults(page, 0, 3);
  // Browsers send again, unasked, what they sent over a connection that had grown old.
  expect(countDeletions(standin)).toBe(2);
  await expectRow(page.getByRole("table", { name: "Already gone" }), { Name: "first.png" });
  await expect(page.getByText(/or the connection broke and the browser asked twice\.$/)).toBeVisible();
  await expect(page.getByText("No answer names a deleted file, so it is not known what was freed.")).toBeVisible();
  expect(await homeserver.readMedia()).toEqual([]);
});

test(
  "a step in the middle whose answer is lost costs nothing",
  { tag: "@many" },
  async ({ page, app, guard, people, standin, homeserver }) => {
    guard.expectErrors(...BLOCKED);
    const startMs = Date.now() - 500 * DAY_MS;
    await people.withRows(Array.from({ length: 1000 }, (_, index) => ({ created_ts: startMs + index * 1000 })));
    // The first step is left alone.
    standin.faults.arm({ ...POST, fault: { kind: "slow", ms: 0 } });
    standin.faults.arm({ ...POST, fault: { kind: "after", loss: "504" } });
    await app.signIn();
    await app.open(reviewLink({ beforeMs: yearAgo() }));
    await expectReviewed(page);
    await deleteReviewed(page, 1000);
    await expectResults(page, 1000, 1000);
    expect(countDeletions(standin)).toBe(3);
    expect(await homeserver.readMedia()).toEqual([]);
  },
);

/** Expects that each of the three is said to be deleted, and how that is known without an answer. */
async function expectAllKnownByList(page: Page): Promise<void> {
  const deleted = page.getByRole("table", { name: "Deleted media" });
  for (const name of ["first.png", "second.png", "third.png"]) {
    await expectRow(deleted, { Name: name, "How it is known": "The answer was lost; the list no longer names it" });
  }
}
