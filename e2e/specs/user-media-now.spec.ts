import { type Page, expect } from "@playwright/test";

import { deleteMedia } from "../../src/api/media";
import { isSince } from "../contract/ask";
import { test } from "../fixtures/test";
import { confirmAct } from "../helpers/act";
import { status } from "../helpers/console-errors";
import { readFacts } from "../helpers/facts";
import { detailsOf, mediaLink, mediaTable } from "../helpers/media-screen";
import { expectColumn } from "../helpers/table";

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

const openDetails = (page: Page, name: string) => page.getByRole("button", { name: `Details of ${name}` }).click();

test("details tell the state after an act that took the file off the list @synapse", async ({ page, app, people }) => {
  const ann = await people.withRows([{ upload_name: "one.png" }, { upload_name: "two.png" }]);
  await app.open(mediaLink(ann.userId, "?state=nothing"));
  await openDetails(page, "one.png");
  const details = detailsOf(page, "one.png");
  await details.getByRole("button", { name: "Protect", exact: true }).click();
  await confirmAct(page, "Protect 1 file", "Done.");
  await expectColumn(mediaTable(page), "Name", ["two.png"]);
  await expect(details.getByRole("button", { name: "Remove protection" })).toBeVisible();
  expect(await readFacts(details)).toMatchObject({ State: "Protected" });
});

test("details tell of a file that is on another page @synapse", async ({ page, app, people, homeserver }) => {
  test.skip(!isSince(homeserver, "1.140"), "Synapse tells of a single file since 1.140.");
  const rows = Array.from({ length: 26 }, (_, index) => ({ upload_name: `${String(index + 10)}.png` }));
  const ann = await people.withRows(rows);
  await app.open(mediaLink(ann.userId, "?sort=upload_name&dir=ascending&rows=25"));
  await openDetails(page, "10.png");
  await page.getByRole("button", { name: "Next page" }).click();
  await expectColumn(mediaTable(page), "Name", ["35.png"]);
  const details = detailsOf(page, "10.png");
  await details.getByRole("button", { name: "Protect", exact: true }).click();
  await confirmAct(page, "Protect 1 file", "Done.");
  await expect(details.getByRole("button", { name: "Remove protection" })).toBeVisible();
});

test("details of a file that is deleted meanwhile say so, and offer no act @synapse", async ({
  page,
  app,
  people,
  api,
  homeserver,
  guard,
}) => {
  test.skip(!isSince(homeserver, "1.140"), "Synapse tells of a single file since 1.140.");
  guard.expectErrors(status(404));
  const ann = await people.withRows([{ upload_name: "one.png" }, { upload_name: "two.png" }]);
  await app.open(mediaLink(ann.userId));
  await openDetails(page, "one.png");
  const details = detailsOf(page, "one.png");
  await expect(details.getByRole("button", { name: "Quarantine" })).toBeVisible();
  await deleteMedia(api, { serverName: homeserver.serverName, mediaId: ann.rows[0]?.media_id ?? "" });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(details.getByRole("note")).toContainText("Synapse knows this file no more");
  await expect(details.getByRole("button", { name: "Quarantine" })).toHaveCount(0);
});
