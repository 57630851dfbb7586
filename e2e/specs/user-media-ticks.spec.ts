import { type Locator, type Page, expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { status } from "../helpers/console-errors";
import { mediaLink, mediaTable, tickBox } from "../helpers/media-screen";
import { expectColumn } from "../helpers/table";

const selection = (page: Page): Locator => page.getByRole("region", { name: "Selection" });
const allOnPage = (page: Page): Locator => page.getByRole("checkbox", { name: "Select all on this page" });

/** That many files of 1,000 bytes, oldest first, called f0 and so on. */
const files = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ upload_name: `f${String(index)}`, created_ts: 1.7e12 + index * 6e4 }));

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

test("ticks survive paging, sorting and reading again", async ({ page, app, people }) => {
  const ann = await people.withRows(files(60));
  await app.open(mediaLink(ann.userId, "?rows=25&dir=ascending"));
  await expect(selection(page)).toContainText("No files selected");
  await tickBox(page, "f3").check();
  await page.getByRole("button", { name: "Next page" }).click();
  await tickBox(page, "f30").check();
  await tickBox(page, "f31").check();
  await expect(selection(page)).toContainText("3 files selected · 3 kB");

  await page.getByRole("button", { name: "Ascending" }).click();
  await expect(page.getByText("Page 1 of 3")).toBeVisible();
  await expect(selection(page)).toContainText("3 files selected · 3 kB");
  await page.getByRole("button", { name: "Next page" }).click();
  await expect(tickBox(page, "f31")).toBeChecked();
  await expect(tickBox(page, "f32")).not.toBeChecked();
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(tickBox(page, "f30")).toBeChecked();
  await tickBox(page, "f30").uncheck();
  await expect(selection(page)).toContainText("2 files selected · 2 kB");

  await selection(page).getByRole("button", { name: "Clear selection" }).click();
  await expect(selection(page)).toContainText("No files selected");
  await expect(tickBox(page, "f31")).not.toBeChecked();
});

test("one box ticks the whole page, and shows when it is ticked in part", async ({ page, app, people }) => {
  const ann = await people.withRows(files(30));
  await app.open(mediaLink(ann.userId, "?rows=25&dir=ascending"));
  await allOnPage(page).check();
  await expect(selection(page)).toContainText("25 files selected · 25 kB");
  await tickBox(page, "f7").uncheck();
  await expect(allOnPage(page)).toHaveJSProperty("indeterminate", true);
  await allOnPage(page).click();
  await expect(selection(page)).toContainText("25 files selected");
  await page.getByRole("button", { name: "Next page" }).click();
  await expect(tickBox(page, "f29")).not.toBeChecked();
  await expect(allOnPage(page)).not.toBeChecked();
  await allOnPage(page).check();
  await expect(selection(page)).toContainText("30 files selected · 30 kB");
  await allOnPage(page).uncheck();
  await expect(selection(page)).toContainText("25 files selected");
});

test("with Shift a tick, or its removal, reaches from the last one to this one", async ({ page, app, people }) => {
  const ann = await people.withRows(files(30));
  await app.open(mediaLink(ann.userId, "?rows=25&dir=ascending"));
  await tickBox(page, "f3").click();
  await tickBox(page, "f7").click({ modifiers: ["Shift"] });
  await expect(selection(page)).toContainText("5 files selected · 5 kB");
  await expect(tickBox(page, "f5")).toBeChecked();
  await tickBox(page, "f5").focus();
  await page.keyboard.press("Shift+Space");
  await expect(selection(page)).toContainText("2 files selected · 2 kB");
  for (const name of ["f3", "f4"]) await expect(tickBox(page, name)).toBeChecked();

  // The last one stands on another page.
  await page.getByRole("button", { name: "Next page" }).click();
  await tickBox(page, "f27").click({ modifiers: ["Shift"] });
  await expect(selection(page)).toContainText("3 files selected · 3 kB");
});

test("without ticks nothing can be deleted, and the button says why", async ({ page, app, people }) => {
  const ann = await people.withRows(files(2));
  await app.open(mediaLink(ann.userId));
  const button = page.getByRole("button", { name: "Delete selected" });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription("Tick the files to delete first.");
  await button.click({ force: true });
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a list that changes between two pages says so, and can be begun again", async ({
  page,
  app,
  people,
  standin,
}) => {
  const ann = await people.withRows(files(60));
  await app.open(mediaLink(ann.userId, "?rows=25&dir=ascending"));
  await expect(page.getByText("1–25 of 60", { exact: true })).toBeVisible();
  for (const { media_id } of ann.rows.slice(0, 5)) standin.store.media.delete(media_id);

  await page.getByRole("button", { name: "Next page" }).click();
  const notice = page.getByRole("status").filter({ hasText: "The list changed while you were paging." });
  await expect(notice).toContainText("There are 55 files now, and there were 60 before.");
  await expect(page.getByText("26–50 of 55", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Begin again" }).click();
  await expect(notice).toHaveCount(0);
  const names = ann.rows.map(({ upload_name }) => upload_name ?? "");
  await expectColumn(mediaTable(page), "Name", names.slice(5, 30));
  await page.getByRole("button", { name: "Next page" }).click();
  await expectColumn(mediaTable(page), "Name", names.slice(30, 55));
  await expect(notice).toHaveCount(0);
});

test("a page that is not there any more leads to the last one", async ({ page, app, people }) => {
  const ann = await people.withRows(files(60));
  await app.open(mediaLink(ann.userId, "?rows=25&page=9"));
  await expect(page.getByText("Page 3 of 3")).toBeVisible();
  await expect(page).toHaveURL(/[?&]page=3$/);
  await expect(mediaTable(page).getByRole("row")).toHaveCount(11);
});

/** The line above the list once a whole page is ticked. */
const wholePage = (page: Page, text: string): Locator => page.getByRole("status").getByText(text, { exact: true });

test("after a whole page everything on the others can be ticked, and cleared @synapse", async ({
  page,
  app,
  people,
}) => {
  const ann = await people.withRows(files(60));
  await app.open(mediaLink(ann.userId, "?rows=25&dir=ascending"));
  await tickBox(page, "f3").check();
  const selectAll = page.getByRole("button", { name: "Select all 60 files of this user" });
  await expect(selectAll).toHaveCount(0);
  await allOnPage(page).click();
  await expect(wholePage(page, "All 25 files on this page are selected.")).toBeVisible();
  await selectAll.click();
  await expect(selection(page)).toContainText("60 files selected · 60 kB");
  await expect(wholePage(page, "All 60 files of this user are selected.")).toBeVisible();
  await page.getByRole("button", { name: "Last page" }).click();
  await expect(tickBox(page, "f59")).toBeChecked();
  await tickBox(page, "f59").uncheck();
  await expect(selection(page)).toContainText("59 files selected");
  await expect(wholePage(page, "All 60 files of this user are selected.")).toHaveCount(0);
  await page.getByRole("button", { name: "First page" }).click();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(selection(page)).toContainText("No files selected");
});

test("of a filtered list everything that matches can be ticked, and nothing else", async ({ page, app, people }) => {
  const ann = await people.withRows(
    files(60).map((row, index) => (index % 2 === 0 ? { ...row, upload_name: `even ${String(index)}` } : row)),
  );
  await app.open(mediaLink(ann.userId, "?rows=25&dir=ascending&name=EVEN"));
  await allOnPage(page).check();
  await page.getByRole("button", { name: "Select all 30 that match" }).click();
  await expect(selection(page)).toContainText("30 files selected · 30 kB");
  await expect(wholePage(page, "All 30 files that match are selected.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Name contains" }).fill("");
  await expect(page.getByText("1–25 of 60", { exact: true })).toBeVisible();
  await expect(tickBox(page, "even 2")).toBeChecked();
  await expect(tickBox(page, "f3")).not.toBeChecked();
  await expect(selection(page)).toContainText("30 files selected · 30 kB");
});

test("what was read for all ticks that fails says why, and keeps the ticks", async ({
  page,
  app,
  people,
  standin,
  guard,
}) => {
  guard.expectErrors(status(403));
  const ann = await people.withRows(files(60));
  await app.open(mediaLink(ann.userId, "?rows=25&dir=ascending"));
  await allOnPage(page).check();
  standin.faults.arm({ method: "GET", path: /\/media\?/, fault: { kind: "forbidden" } });
  const selectAll = page.getByRole("button", { name: "Select all 60 files of this user" });
  await selectAll.click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(selection(page)).toContainText("25 files selected · 25 kB");
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(selection(page)).toContainText("60 files selected · 60 kB");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a list without pages is ticked by one box, and Shift reaches over all of it", async ({ page, app, people }) => {
  const ann = await people.withRows(files(150));
  await app.open(mediaLink(ann.userId, "?rows=all&dir=ascending"));
  await expect(page.getByText("1–150 of 150", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Next page" })).toHaveCount(0);
  await tickBox(page, "f10").click();
  await tickBox(page, "f139").click({ modifiers: ["Shift"] });
  await expect(selection(page)).toContainText("130 files selected · 130 kB");
  await allOnPage(page).click();
  await expect(selection(page)).toContainText("150 files selected · 150 kB");
  await expect(page.getByRole("button", { name: /^Select all/ })).toHaveCount(0);
});

test.describe("fifty thousand files", () => {
  test.use({ scenario: "large" });

  test("are ticked at once, and one more or less is quick", async ({ page, app, standin }) => {
    const hoarder = standin.store.userId("hoarder");
    await app.open(mediaLink(hoarder, "?rows=all"));
    await expect(mediaTable(page)).toHaveAttribute("aria-rowcount", "50001", { timeout: 20_000 });
    await allOnPage(page).check();
    await expect(selection(page)).toContainText("50,000 files selected · ");
    const boxes = mediaTable(page).getByRole("checkbox", { name: /^Select / });
    await boxes.nth(1).uncheck();
    await expect(selection(page)).toContainText("49,999 files selected · ");
    await expect(allOnPage(page)).toHaveJSProperty("indeterminate", true);
  });
});
