import { BLOCKED } from "../helpers/console-errors";
import { readFacts } from "../helpers/facts";
import { expectNoRow, expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, idsOf, reviewLink } from "../helpers/wizard";
import { DAY_MS, mediaRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import type { Homeserver } from "../target/homeserver";

const yearAgo = () => Date.now() - 365 * DAY_MS;

test.beforeEach(async ({ people, homeserver, guard }) => {
  // Synapse knows no such user, and says so with a 404.
  guard.expectErrors(/status of 404/);
  await people.withRows([{ upload_name: "listed.png" }]);
  await homeserver.insertMedia(["bridgeOld", "bridgeOlder"].map((media_id) => bridgeRow(homeserver, media_id)));
});

const bridgeRow = ({ serverName }: Homeserver, media_id: string) =>
  mediaRow({ user_id: `@bridge:${serverName}`, media_id, media_length: 1_500_000 });

const consent = { name: /^Synapse's rule will also take files of these owners that are not listed here/ };

test("owners whom nobody can list are named with what statistics count, and need a tick of their own", async ({
  page,
  app,
  homeserver,
}) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await expect(page.getByText("1 owner could not be read")).toBeVisible();
  await expect(page.getByText(/The statistics count 2 files · 3 MB for/)).toBeVisible();
  await expectRow(page.getByRole("table", { name: "Owners that could not be read" }), {
    Owner: `@bridge:${homeserver.serverName}`,
    Files: "2",
    Size: "3 MB",
  });
  await expectNoRow(page.getByRole("table", { name: "Files to delete" }), { Name: /bridge/ });

  const button = page.getByRole("button", { name: "Delete 1 file" });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(/^Synapse's rule would take files that are not listed/);
  await button.click({ force: true });
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.getByRole("checkbox", consent).check();
  await expect(button).toBeEnabled();
  await page.getByRole("checkbox", consent).uncheck();
  await expect(button).toBeDisabled();

  await page.getByRole("checkbox", consent).check();
  await deleteReviewed(page, 1);
  await expectResults(page, 1, 1);
  const unplanned = page.getByRole("table", { name: "Deleted though not planned" });
  await expectRow(unplanned, { Name: "bridgeOld", Owner: "not listed", Size: "unknown" });
  await expectRow(unplanned, { Name: "bridgeOlder" });
  // Their sizes are on no list, so no sum is claimed for them.
  await expect(page.getByText(/not counting thumbnails and files of unknown size\.$/)).toBeVisible();
  expect(await homeserver.readMedia()).toEqual([]);
});

test("the receipt says what was agreed to, and claims no end of those files where an answer was lost", async ({
  page,
  app,
  homeserver,
  standin,
  guard,
}) => {
  guard.expectErrors(...BLOCKED);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await page.getByRole("checkbox", consent).check();
  standin.faults.arm({ method: "POST", path: /\/media\/delete/, fault: { kind: "after", loss: "504" } });
  await deleteReviewed(page, 1);
  await expectResults(page, 1, 1);
  expect(await homeserver.readMedia()).toEqual([]);
  await expect(page.getByText(/^About .* files that no answer names\.$/)).toBeVisible();
  await expect(page.getByText(/^Files of the owners that could not be read may be gone too/)).toBeVisible();
  expect(await readFacts(page.getByRole("main"))).toMatchObject({
    "Not listed": "Agreed: files of 1 owner that could not be read, 2 files at most, may go too.",
  });
});

test("exactly this list leaves those owners alone and needs no tick", async ({ page, app, homeserver }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await page.getByRole("radio", { name: "Exactly this list" }).check();
  await expect(page.getByText("Exactly this list leaves the files of these owners alone.")).toBeVisible();
  await expect(page.getByRole("checkbox", consent)).toHaveCount(0);
  await deleteReviewed(page, 1);
  await expectResults(page, 1, 1);
  await expect(page.getByRole("heading", { name: "Deleted though not planned" })).toHaveCount(0);
  expect(idsOf(await homeserver.readMedia())).toEqual(["bridgeOld", "bridgeOlder"]);
});
