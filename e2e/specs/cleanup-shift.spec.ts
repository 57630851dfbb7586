import type { Page } from "@playwright/test";

import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { expectColumn } from "../helpers/table";
import { expectReviewed, reviewLink } from "../helpers/wizard";

const going = (page: Page) => page.getByRole("table", { name: "Files to delete" });
const box = (page: Page, name: string) => going(page).getByRole("checkbox", { name: `Delete ${name}`, exact: true });

/** Files from the largest down, as the list begins. */
const names = Array.from({ length: 12 }, (_, index) => `f${String(index)}`);

test.beforeEach(async ({ page, app, people }) => {
  await people.withRows(names.map((name, index) => ({ upload_name: name, media_length: 20_000 - index })));
  await app.signIn();
  await app.open(reviewLink({ beforeMs: Date.now() - 30 * DAY_MS }));
  await expectReviewed(page);
  await expectColumn(going(page), "Name", names);
});

test("a click with Shift takes out all files from the last one taken out", async ({ page }) => {
  await box(page, "f3").click();
  await box(page, "f6").click({ modifiers: ["Shift"] });
  await expectColumn(going(page), "Name", ["f0", "f1", "f2", "f7", "f8", "f9", "f10", "f11"]);
  await box(page, "f1").click({ modifiers: ["Shift"] });
  await expectColumn(going(page), "Name", ["f0", "f7", "f8", "f9", "f10", "f11"]);
  // In another order that place is not there any more.
  await going(page).getByRole("columnheader", { name: "Size" }).getByRole("button").click();
  await box(page, "f9").click({ modifiers: ["Shift"] });
  await expectColumn(going(page), "Name", ["f11", "f10", "f8", "f7", "f0"]);
});

test("Shift with Space does the same, and the focus stays in the list", async ({ page }) => {
  await box(page, "f8").focus();
  await page.keyboard.press("Space");
  await expect(box(page, "f9")).toBeFocused();
  await box(page, "f5").focus();
  await page.keyboard.press("Shift+Space");
  await expectColumn(going(page), "Name", ["f0", "f1", "f2", "f3", "f4", "f9", "f10", "f11"]);
  await expect(box(page, "f9")).toBeFocused();
  await box(page, "f11").focus();
  await page.keyboard.press("Shift+Space");
  await expectColumn(going(page), "Name", ["f0", "f1", "f2", "f3", "f4"]);
  await expect(box(page, "f4")).toBeFocused();
});
