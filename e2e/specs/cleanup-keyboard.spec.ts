import { type Locator, type Page, expect } from "@playwright/test";

import { expectResults, expectReviewed, idsOf } from "../helpers/wizard";
import { test } from "../fixtures/test";

test("the whole wizard is driven by the keyboard alone", async ({ page, app, people, homeserver }) => {
  const rows = Array.from({ length: 100 }, () => ({ media_length: 6000 }));
  await people.withRows([...rows, { media_id: "precious", upload_name: "precious.png", media_length: 9000 }]);
  await app.signIn();
  await app.open("#/cleanup");
  await expect(page.getByRole("heading", { name: "Clean up" })).toBeVisible();

  // Step 1: past the navigation by the skip link, then field by field.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("textbox", { name: "Last used before" }));
  await page.keyboard.type("1 mar 2026");
  await tabTo(page, page.getByRole("textbox", { name: "At", exact: true }));
  // Some browsers ask for half of the day as well.
  await page.keyboard.type("0915AM");
  await expect(page.getByText(/^Files last used before 1 Mar 2026, 09:15.*, of any size/)).toBeVisible();
  await tabTo(page, page.getByRole("slider", { name: "Larger than" }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText(/larger than 2 kB/)).toBeVisible();
  await tabTo(page, page.getByRole("textbox", { name: "Size" }));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("5 kB");
  await tabTo(page, page.getByRole("switch", { name: /^Keep profile pictures/ }));
  await page.keyboard.press("Space");
  await expect(page.getByText(/larger than 5 kB, profile pictures and room avatars included/)).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Preview" }));
  await page.keyboard.press("Enter");

  // Step 2: reading begins at the heading.
  await expectReviewed(page);
  await expect(page.getByRole("heading", { name: "Review" })).toBeFocused();
  await tabTo(page, page.getByRole("radio", { name: "Synapse's rule" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Exactly this list" })).toBeChecked();
  await tabTo(page, page.getByRole("checkbox", { name: "Delete precious.png" }));
  await page.keyboard.press("Space");
  // The row has moved on to "Kept"; the focus stays in the list, at the next one.
  await expect(page.getByRole("table", { name: "Files to delete" }).locator(":focus")).toHaveCount(1);
  await tabTo(page, page.getByRole("button", { name: "Delete 100 files" }), "Shift+Tab");
  await page.keyboard.press("Enter");

  // The dialog holds the focus, and what deletes is the last thing in it.
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox", { name: "Type 100 to confirm" })).toBeFocused();
  await page.keyboard.type("100");
  await tabTo(page, dialog.getByRole("button", { name: "Cancel" }));
  await tabTo(page, dialog.getByRole("button", { name: "Delete 100 files" }));
  await page.keyboard.press("Enter");

  // Steps 3 and 4.
  await expectResults(page, 100, 100);
  await expect(page.getByRole("heading", { name: "Results" })).toBeFocused();
  expect(idsOf(await homeserver.readMedia())).toEqual(["precious"]);
  await tabTo(page, page.getByRole("button", { name: "Download CSV" }));
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
  await tabTo(page, page.getByRole("button", { name: "New clean-up" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Clean up" })).toBeFocused();
});

test("reading and deleting can be stopped by the keyboard", async ({ page, app, people, standin, guard }) => {
  guard.expectErrors(/ERR_/);
  await people.withRows([{ media_length: 6000 }], { name: "ann" });
  await people.withRows([{ media_length: 6000 }], { name: "ben" });
  const list = { method: "GET", path: /\/users\/@ben.*\/media/ } as const;
  standin.faults.arm({ ...list, fault: { kind: "hang" } });
  await app.signIn();
  await app.open("#/cleanup");
  await tabTo(page, page.getByRole("button", { name: "30 days" }));
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await tabTo(page, page.getByRole("button", { name: "Preview" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("progressbar", { name: "Reading" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Stop reading" }));
  await page.keyboard.press("Enter");
  await expectReviewed(page);
  await tabTo(page, page.getByRole("button", { name: "Read again" }));
  await page.keyboard.press("Enter");
  await expectReviewed(page);

  standin.faults.arm({ method: "POST", path: /\/media\/delete/, fault: { kind: "slow", ms: 2000 } });
  await tabTo(page, page.getByRole("button", { name: "Delete 2 files" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeFocused();
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Delete 2 files" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Deleting" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Stop" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Stopping: waiting for what is under way.").first()).toBeVisible();
  await expectResults(page, 2, 2);
  await expect(page.getByRole("heading", { name: "Results" })).toBeFocused();
});

/** Presses Tab until that has the focus; no more often than there are things to stop at. */
async function tabTo(page: Page, goal: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(goal).toBeVisible();
  for (let presses = 0; presses < 160; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(goal, "Reached by the keyboard").toBeFocused({ timeout: 100 });
}
