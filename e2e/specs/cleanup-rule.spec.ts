import type { Page } from "@playwright/test";

import { daysAgo, longDay, shownDay } from "../helpers/days";
import { expectReviewed } from "../helpers/wizard";
import { expect, test } from "../fixtures/test";

/** The specs' browser lives in Berlin. */
const HOUR_MS = 60 * 60 * 1000;

test.beforeEach(async ({ app }) => {
  await app.signIn();
  await app.open("#/cleanup");
});

test("a typed date and time are a moment in the browser's zone, which is named", async ({ page }) => {
  await expect(page.getByText("Europe/Berlin time")).toBeVisible();
  await dateField(page).fill("24 aug 2024");
  await page.getByRole("textbox", { name: "At", exact: true }).fill("13:30");
  await expectRule(page, "Files last used before 24 Aug 2024, 13:30 (Europe/Berlin)");
  expect((await previewedRule(page)).get("before")).toBe(String(Date.UTC(2024, 7, 24, 13, 30) - 2 * HOUR_MS));
});

test("a date can be typed as people write it", async ({ page }) => {
  for (const typed of [
    "2024-09-05",
    "5.9.2024",
    "05/09/2024",
    "September 5, 2024",
    "5 sept 2024",
    "5 September 2024",
  ]) {
    await dateField(page).fill(typed);
    await expectRule(page, "Files last used before 5 Sept 2024, 00:00");
    await dateField(page).fill("");
  }
});

test("a date is picked from the calendar, where days to come cannot be", async ({ page }) => {
  await dateField(page).click();
  const [today, tomorrow] = [daysAgo(0), daysAgo(-1)];
  const isThisMonth = tomorrow.getUTCMonth() === today.getUTCMonth();
  const toCome = isThisMonth ? longDay(tomorrow) : "Next month";
  await expect(page.getByRole("button", { name: toCome, exact: true })).toBeDisabled();

  await page.getByRole("button", { name: "Previous month" }).click();
  await page.getByRole("button", { name: "Previous month" }).click();
  const picked = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 2, 15));
  await page.getByRole("button", { name: longDay(picked), exact: true }).click();
  await expect(page.getByRole("button", { name: "Previous month" })).toHaveCount(0);
  await expectRule(page, `Files last used before ${shownDay(picked)}, 00:00`);
});

test("presets count days back from today, from midnight", async ({ page }) => {
  await page.getByRole("textbox", { name: "At", exact: true }).fill("17:45");
  for (const [preset, days] of [
    ["30 days", 30],
    ["90 days", 90],
    ["180 days", 180],
    ["1 year", 365],
  ] as const) {
    await page.getByRole("button", { name: preset }).click();
    await expect(page.getByRole("button", { name: preset })).toHaveAttribute("aria-pressed", "true");
    await expectRule(page, `Files last used before ${shownDay(daysAgo(days))}, 00:00`);
  }
  await expect(page.getByRole("button", { pressed: true })).toHaveText("1 year");
});

test("the size is set by the slider, step by step on the keyboard, or typed", async ({ page }) => {
  const slider = page.getByRole("slider", { name: "Larger than" });
  const field = page.getByRole("textbox", { name: "Size" });
  await page.getByRole("button", { name: "1 year" }).click();
  await expect(slider).toHaveAttribute("aria-valuetext", "Any size");
  await expectRule(page, "of any size");

  await slider.press("ArrowRight");
  await expect(field).toHaveValue("1 kB");
  await slider.press("ArrowRight");
  await expect(field).toHaveValue("2 kB");
  await slider.press("End");
  await expect(field).toHaveValue("10 GB");
  await expectRule(page, "larger than 10 GB");
  await slider.press("Home");
  await expect(field).toHaveValue("");

  // Typed sizes are exact; the slider shows the stop nearest to them.
  await field.fill("1.5 MiB");
  await expect(slider).toHaveAttribute("aria-valuetext", "2 MB");
  await expectRule(page, "larger than 1.5 MiB");
  expect((await previewedRule(page)).get("larger")).toBe("1572864");
});

test("without sparing profile pictures the rule says so", async ({ page }) => {
  await page.getByRole("button", { name: "1 year" }).click();
  const keep = page.getByRole("switch", { name: /^Keep profile pictures and room avatars/ });
  await expect(keep).toBeChecked();
  await expectRule(page, "except pictures in use as profile pictures or room avatars.");
  await keep.press("Space");
  await expectRule(page, "profile pictures and room avatars included.");
  expect((await previewedRule(page)).get("keep")).toBe("no");
});

const dateField = (page: Page) => page.getByRole("textbox", { name: "Last used before" });

/** Expects that the rule, as the form writes it out, holds this. */
const expectRule = (page: Page, words: string) =>
  expect(page.getByRole("status").filter({ hasText: "Files last used before" })).toContainText(words);

/** The rule in the link of the preview. */
async function previewedRule(page: Page): Promise<URLSearchParams> {
  await page.getByRole("button", { name: "Preview" }).click();
  await expectReviewed(page);
  return new URL(page.url().replace("#/", "")).searchParams;
}
