import { expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { detailsOf, mediaLink, mediaTable } from "../helpers/media-screen";
import { expectColumn } from "../helpers/table";

test.use({ standinOptions: { version: "1.139.0" } });

test("before 1.140 details of a file on another page say that they may be out of date, and offer no act", async ({
  page,
  app,
  people,
}) => {
  const rows = Array.from({ length: 26 }, (_, index) => ({ upload_name: `${String(index + 10)}.png` }));
  const ann = await people.withRows(rows);
  await app.signIn();
  await app.open(mediaLink(ann.userId, "?sort=upload_name&dir=ascending&rows=25"));
  await page.getByRole("button", { name: "Details of 10.png" }).click();
  const details = detailsOf(page, "10.png");
  await page.getByRole("button", { name: "Next page" }).click();
  await expectColumn(mediaTable(page), "Name", ["35.png"]);
  await expect(details.getByRole("note")).toContainText("This file is not in the list shown any more");
  await expect(details.getByRole("button", { name: "Protect" })).toHaveCount(0);
  await page.getByRole("button", { name: "Previous page" }).click();
  await expect(details.getByRole("button", { name: "Protect" })).toBeVisible();
  await expect(details.getByRole("note")).toHaveCount(0);
});
