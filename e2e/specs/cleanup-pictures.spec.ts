import type { Page } from "@playwright/test";

import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { status } from "../helpers/console-errors";
import { expectNoRow, expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, reviewLink } from "../helpers/wizard";

test.use({ scenario: "small" });

const monthAgo = () => Date.now() - 30 * DAY_MS;
const going = (page: Page) => page.getByRole("table", { name: "Files to delete" });
const staying = (page: Page) => page.getByRole("table", { name: "Kept" });

test("a picture that somebody wears in one room only is found by looking through the rooms", async ({
  page,
  app,
  standin,
}) => {
  const { store } = standin;
  const [room] = store.rooms.values();
  const user_id = `@dora:${store.serverName}`;
  const avatar_url = store.mxc("doraLeftThis");
  store.memberships.push({ room_id: room?.room_id ?? "", user_id, membership: "leave", avatar_url });
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo() }));
  await expectReviewed(page);
  await expectRow(going(page), { Name: "backup.zip" });
  await page.getByRole("button", { name: "Look through rooms" }).click();
  await expectRow(staying(page), { Name: "backup.zip", Reason: `Picture of ${user_id} in a room` });
  await expectNoRow(going(page), { Name: "backup.zip" });
  await expect(page.getByText("Those they wore earlier stand in no list.")).toBeVisible();
});

test("rooms that cannot be looked through are said, and can be tried again", async ({ page, app, standin, guard }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo() }));
  await expectReviewed(page);
  guard.expectErrors(status(403));
  standin.faults.arm({ method: "GET", path: /\/state\?/, fault: { kind: "forbidden" } });
  await page.getByRole("button", { name: "Look through rooms" }).click();
  await expect(page.getByRole("alert")).toContainText("The homeserver refuses this to your account");
  await page.getByRole("button", { name: "Look through rooms again" }).click();
  await expect(page.getByText("The pictures that members wear in rooms now are known.")).toBeVisible();
});

test("every other picture can be spared with one click, because it may have been worn once", async ({ page, app }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo() }));
  await expectReviewed(page);
  await page.getByRole("radio", { name: "Exactly this list" }).check();
  await expectRow(going(page), { Name: "holiday.jpg" });
  await page.getByRole("switch", { name: "Keep all other pictures" }).click();
  await expectRow(staying(page), { Name: "holiday.jpg", Reason: /may have worn it once/ });
  await expectRow(going(page), { Name: "party.mp4" });
  await deleteReviewed(page, 3);
  await expectResults(page, 3, 3);
});
