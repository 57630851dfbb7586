import type { Page } from "@playwright/test";

import { daysAgo, isoDay } from "../helpers/days";
import { expectReviewed } from "../helpers/wizard";
import { expect, test } from "../fixtures/test";

test.beforeEach(async ({ app }) => {
  await app.signIn();
  await app.open("#/cleanup");
});

const UNREADABLE = "Write a date such as 24 Aug 2026 or 2026-08-24";
const FUTURE = "Choose a date that is not in the future";
const NO_SIZE = "Write a size such as 10 MB or 1.5 GiB, or nothing for any size";

const badDates: readonly (readonly [what: string, typed: string, words: string])[] = [
  ["no date", "", "Choose a date"],
  ["words that are no date", "last summer", UNREADABLE],
  ["a day that no month has", "31 Feb 2024", UNREADABLE],
  ["American order", "12/31/2024", UNREADABLE],
  ["a time in ms", "1700000000000", UNREADABLE],
  ["a date to come", isoDay(daysAgo(-1)), FUTURE],
  ["a date before 14 December 1970", "13 Dec 1970", "Choose a date after 14 December 1970: Synapse takes none before"],
];

for (const [what, typed, words] of badDates) {
  test(`${what} is told beside the date`, async ({ page, standin }) => {
    await dateField(page).fill(typed);
    await preview(page);
    await expect(dateField(page)).toHaveAccessibleDescription(new RegExp(words));
    await expect(dateField(page)).toHaveAttribute("aria-invalid", "true");
    await expect(dateField(page)).toBeFocused();
    await expect(dateField(page)).toHaveValue(typed);
    // A trial, because the calendar that the focus opens must not lie over them.
    await page.getByText(words, { exact: true }).click({ trial: true, timeout: 5000 });
    await expect(page.getByRole("heading", { name: "Clean up" })).toBeVisible();
    expect(standin.requests).toEqual([]);
  });
}

test("what is no size is told beside the size", async ({ page, standin }) => {
  await dateField(page).fill("1 Mar 2024");
  for (const typed of ["ten", "10 apples", "-5 MB", "1e6", "5 MB and more", "99999999999 TB"]) {
    await sizeField(page).fill(typed);
    await preview(page);
    await expect(sizeField(page)).toHaveAccessibleDescription(NO_SIZE);
    await expect(sizeField(page)).toHaveAttribute("aria-invalid", "true");
    await expect(sizeField(page)).toBeFocused();
    await expect(sizeField(page)).toHaveValue(typed);
    await sizeField(page).fill("");
    await expect(page.getByText(NO_SIZE)).toHaveCount(0);
  }
  await expect(dateField(page)).toHaveValue("1 Mar 2024");
  expect(standin.requests).toEqual([]);
});

test("an empty size is any size", async ({ page }) => {
  await dateField(page).fill("1 Mar 2024");
  await sizeField(page).fill("");
  await preview(page);
  await expectReviewed(page);
  await expect(page.getByText(/^Files last used before 1 Mar 2024, 00:00 .*, of any size/)).toBeVisible();
});

test("a time of today that has not come is in the future", async ({ page }) => {
  // At noon of whatever day this is: late in the evening hardly any time of it is left.
  const noon = daysAgo(0);
  noon.setUTCHours(12, 0, 0, 0);
  await page.clock.setFixedTime(noon);
  await dateField(page).fill(isoDay(noon));
  await page.getByRole("textbox", { name: "At", exact: true }).fill("23:59");
  await preview(page);
  await expect(page.getByText(FUTURE)).toBeVisible();
});

test("an hour that the clocks leapt over is told beside the time", async ({ page }) => {
  await dateField(page).fill("31 Mar 2024");
  await page.getByRole("textbox", { name: "At", exact: true }).fill("02:30");
  await preview(page);
  await expect(page.getByText("There is no such time on that day: the clocks go forward")).toBeVisible();
});

test("every field is told off at once, nothing is lost, and what is put right goes on", async ({ page }) => {
  await dateField(page).fill("soon");
  await page.getByRole("textbox", { name: "At", exact: true }).fill("09:15");
  await sizeField(page).fill("big");
  await page.getByRole("switch", { name: /^Keep profile pictures/ }).press("Space");
  await preview(page);
  await expect(page.getByText(UNREADABLE)).toBeVisible();
  await expect(page.getByText(NO_SIZE)).toBeVisible();

  await dateField(page).fill("1 Mar 2024");
  // The words go as soon as what is typed makes sense, not only at the next try.
  await expect(page.getByText(UNREADABLE)).toHaveCount(0);
  await expect(page.getByText(NO_SIZE)).toBeVisible();
  await sizeField(page).fill("5 MB");
  await expect(page.getByText(NO_SIZE)).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "At", exact: true })).toHaveValue("09:15");
  await expect(page.getByRole("switch", { name: /^Keep profile pictures/ })).not.toBeChecked();
  await preview(page);
  await expectReviewed(page);
  const rule =
    "Files last used before 1 Mar 2024, 09:15 (Europe/Berlin) and larger than 5 MB, profile pictures and room avatars included.";
  await expect(page.getByText(rule)).toBeVisible();
});

for (const way of ["the browser's Back", "Change the rule"]) {
  test(`${way} leads from the review to the form as it was filled`, async ({ page }) => {
    await dateField(page).fill("1 Mar 2024");
    await page.getByRole("textbox", { name: "At", exact: true }).fill("09:15");
    await sizeField(page).fill("5 MiB");
    await page.getByRole("switch", { name: /^Keep profile pictures/ }).press("Space");
    await preview(page);
    await expectReviewed(page);

    if (way === "Change the rule") await page.getByRole("link", { name: way }).click();
    else await page.goBack();
    await expect(page.getByRole("heading", { name: "Clean up" })).toBeVisible();
    await expect(dateField(page)).toHaveValue("1 Mar 2024");
    await expect(page.getByRole("textbox", { name: "At", exact: true })).toHaveValue("09:15");
    await expect(sizeField(page)).toHaveValue("5 MiB");
    await expect(page.getByRole("switch", { name: /^Keep profile pictures/ })).not.toBeChecked();
    await preview(page);
    await expectReviewed(page);
  });
}

const dateField = (page: Page) => page.getByRole("textbox", { name: "Last used before" });
const sizeField = (page: Page) => page.getByRole("textbox", { name: "Size" });
const preview = (page: Page) => page.getByRole("button", { name: "Preview" }).click();
