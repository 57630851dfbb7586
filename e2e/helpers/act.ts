import { type Locator, type Page, expect } from "@playwright/test";

import { tickBox } from "./media-screen";

/** The card that shows an action on every screen. */
export const actionCard = (page: Page): Locator => page.getByRole("region", { name: "Action" });

/** The tray below a list: what is ticked, and what can be done with it. */
export const tray = (page: Page): Locator => page.getByRole("region", { name: "Selection" });

/** Ticks these files, presses that button of the tray and returns the dialog that opens. */
export async function askAbout(page: Page, names: readonly string[], button: string): Promise<Locator> {
  for (const name of names) await tickBox(page, name).check();
  await tray(page).getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  return dialog;
}

/** Confirms in the dialog, waits until the action has ended, and expects its result. */
export async function confirmAct(page: Page, button: string, result: string | RegExp): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(actionCard(page).getByRole("status")).toHaveText(result);
}
