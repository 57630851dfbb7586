import { expectColumn, expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, idsOf, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";

test.use({ standinOptions: { version: "1.60.0" }, scenario: "small" });

const monthAgo = () => Date.now() - 30 * DAY_MS;

test("before 1.61 the rule takes protected and quarantined files, and the preview lists them as going", async ({
  page,
  app,
  homeserver,
}) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo() }));
  await expectReviewed(page);
  const going = page.getByRole("table", { name: "Files to delete" });
  await expectRow(going, { Name: "evidence.jpg" });
  await expectRow(going, { Name: "bad.jpg" });
  await expectColumn(page.getByRole("table", { name: "Kept" }), "Name", ["me.jpg", "room.jpg"]);
  await expect(page.getByText(/^1 of them is protected from quarantine by an admin: that does not stop/)).toBeVisible();
  await expect(page.getByText(/^1 of them is quarantined: its block goes with it/)).toBeVisible();

  await deleteReviewed(page, 8);
  await expectResults(page, 7, 8);
  const ids = idsOf(await homeserver.readMedia());
  expect(ids).not.toContain("annProtected");
  expect(ids).not.toContain("benQuarantined");
});

test("before 1.61 exactly this list still spares them", async ({ page, app, homeserver }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo() }));
  await expectReviewed(page);
  await page.getByRole("radio", { name: "Exactly this list" }).check();
  await expectRow(page.getByRole("table", { name: "Kept" }), { Name: "evidence.jpg" });
  await deleteReviewed(page, 5);
  await expectResults(page, 5, 5);
  expect(idsOf(await homeserver.readMedia())).toEqual(expect.arrayContaining(["annProtected", "benQuarantined"]));
});
