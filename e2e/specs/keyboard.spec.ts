import { type Locator, type Page, expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { detailsOf, mediaLink, mediaTable, tickBox } from "../helpers/media-screen";
import { expectResults } from "../helpers/wizard";

/** Presses Tab until the control has the focus; fails where it is not reached within so many stops. */
async function tabTo(page: Page, control: Locator, stops = 60): Promise<void> {
  await expect(control).toBeVisible();
  for (let left = stops; left > 0; left -= 1) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(control, `Reached by at most ${String(stops)} times Tab`).toBeFocused();
}

test.use({ scenario: "small" });

test("a user is found, opened, looked at and cleaned of a file without a mouse", async ({ page, app, standin }) => {
  await app.signIn();
  await app.open("#/users");
  await tabTo(page, page.getByRole("searchbox", { name: "Search users" }));
  await page.keyboard.type("dora");
  const sort = page.getByRole("columnheader", { name: "Files" }).getByRole("button");
  await tabTo(page, sort);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Files" })).toHaveAttribute("aria-sort", "descending");
  const dora = standin.store.userId("dora");
  await tabTo(page, page.getByRole("link", { name: dora, exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: dora })).toBeFocused();

  await tabTo(page, page.getByRole("combobox", { name: "Sort by" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("combobox", { name: "Sort by" })).toHaveValue("last_access_ts");
  await tabTo(page, page.getByRole("button", { name: "Details of backup.zip" }));
  await page.keyboard.press("Enter");
  const details = detailsOf(page, "backup.zip");
  await expect(details).toBeVisible();
  await expect.poll(() => details.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Details of backup.zip" })).toBeFocused();

  await page.keyboard.press("Shift+Tab");
  await tickBox(page, "backup.zip").focus();
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Delete selected" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Delete the selected files" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  const last = dialog.getByRole("button", { name: "Delete 1 file", exact: true });
  await expect(last).toBeEnabled();
  await tabTo(page, last, 3);
  await page.keyboard.press("Enter");
  await expectResults(page, 1, 1);
  await expect(page.getByRole("heading", { level: 1, name: "Results" })).toBeFocused();
  expect(standin.store.media.get("doraLeftThis")).toBeUndefined();
});

test("every control of a screen can be reached, and in the order in which it is read", async ({
  page,
  app,
  standin,
}) => {
  await app.signIn();
  await app.open(mediaLink(standin.store.userId("dora")));
  await expect(mediaTable(page)).toBeVisible();
  const expected = [
    page.getByRole("link", { name: "Skip to content" }),
    page.getByRole("link", { name: "Mediasweep" }),
    page.getByRole("button", { name: "Colour scheme" }),
    page.getByRole("button", { name: "Sign out" }),
    ...["Users", "Clean up", "Look up", "Rooms", "Remote media", "History"].map((name) =>
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }),
    ),
    page.getByRole("link", { name: "All users" }),
    page.getByRole("button", { name: "Refresh" }),
    page.getByRole("button", { name: "Quarantine all their media" }),
    page.getByRole("button", { name: "Delete all files of this user" }),
    page.getByRole("button", { name: "What they store" }),
    page.getByRole("searchbox", { name: "Name contains" }),
    page.getByRole("button", { name: "Filters" }),
    page.getByRole("combobox", { name: "Sort by" }),
    page.getByRole("button", { name: "Descending" }),
    page.getByRole("combobox", { name: "Rows per page" }),
    page.getByRole("button", { name: "Show pictures on this page" }),
    page.getByRole("switch", { name: "Blur pictures until pointed at" }),
    page.getByRole("region", { name: "Media" }),
    page.getByRole("checkbox", { name: "Select all on this page" }),
    ...["Name", "Type", "Size", "Uploaded", "Last used"].map((name) =>
      page.getByRole("columnheader", { name }).getByRole("button"),
    ),
    tickBox(page, "backup.zip"),
    page.getByRole("button", { name: "Details of backup.zip" }),
    page.getByRole("button", { name: "Delete backup.zip" }),
    ...["First page", "Previous page", "Next page", "Last page"].map((name) =>
      page.getByRole("button", { name, exact: true }),
    ),
    page.getByRole("button", { name: "Delete selected" }),
  ];
  for (const control of expected) {
    await page.keyboard.press("Tab");
    await expect(control).toBeFocused();
  }
});
