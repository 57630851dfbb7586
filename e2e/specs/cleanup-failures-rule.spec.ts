import { BLOCKED, status } from "../helpers/console-errors";
import { countDeletions } from "../helpers/deletion-faults";
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

test("an answer of another shape: the lists are read, and as nothing went the step is repeated", async ({
  page,
  standin,
  homeserver,
}) => {
  standin.faults.arm({ ...POST, fault: { kind: "wrong-shape" } });
  await deleteReviewed(page, 3);
  await expectResults(page, 3, 3);
  await expect(page.getByText("Synapse's answers name each of these as deleted.")).toBeVisible();
  expect(countDeletions(standin)).toBe(2);
  expect(await homeserver.readMedia()).toEqual([]);
});

// Told by Synapse itself, and by nobody the page may read.
for (const { what, fault, errors } of [
  { what: "500 by Synapse", fault: { kind: "internal-error" }, errors: [status(500)] },
  {
    what: "a proxy's 502 page without CORS headers",
    fault: { kind: "proxy-page", status: 502, cors: false },
    errors: BLOCKED,
  },
] as const) {
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
  await expect(page.getByText(/they may be deleted or not\. The reason is given for each\.$/)).toBeVisible();
  for (const claim of ["Failed", "Deleted media", "Not attempted"]) {
    await expect(page.getByRole("heading", { name: claim })).toHaveCount(0);
  }
  expect(await homeserver.readMedia()).toEqual([]);
});

test("files that are gone when the answer comes: no claim by whom", async ({ page, standin, homeserver }) => {
  // Somebody else deleted them; or the browser sent again, unasked, what it sent over a connection that broke.
  for (const { media_id } of three) standin.store.media.delete(media_id);
  await deleteReviewed(page, 3);
  await expectResults(page, 0, 3);
  await expectRow(page.getByRole("table", { name: "Already gone" }), { Name: "first.png" });
  await expect(
    page.getByText(/the connection broke and the browser asked twice, or the run was interrupted/),
  ).toBeVisible();
  await expect(page.getByText("No answer names a deleted file, so it is not known what was freed.")).toBeVisible();
  expect(await homeserver.readMedia()).toEqual([]);
});

test(
  "a step in the middle whose answer is lost is not sent again, and the next one is half as large",
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
    // Of 250, 375, 188 and 187 files.
    expect(countDeletions(standin)).toBe(4);
    expect(await homeserver.readMedia()).toEqual([]);
  },
);
