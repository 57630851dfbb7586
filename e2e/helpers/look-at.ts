import { type Page, expect, test } from "@playwright/test";

import type { AxeLook } from "../fixtures/axe";

/** Where every screen is looked at. */
export const sizes = { "a wide screen": { width: 1440, height: 900 }, "a phone": { width: 390, height: 844 } } as const;

/** Closes the dialog that is open. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** Looks at the screen as it is, by day and by night. */
export function lookAt(page: Page, axe: (look?: AxeLook) => Promise<void>): (name: string) => Promise<void> {
  // Seconds for each screen, on a busy machine.
  test.setTimeout(180_000);
  return async (name) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await test.step(`${name}, dark`, () => axe("colours"));
    await page.emulateMedia({ colorScheme: "light" });
    await test.step(`${name}, light`, () => axe("everything"));
  };
}
