import { type Page, expect } from "@playwright/test";

import type { Standin } from "../standin/handle";

/** How many calls that delete have reached the server. */
export const countDeletions = ({ requests }: Standin): number =>
  requests.filter(({ method }) => method === "POST" || method === "DELETE").length;

/** Waits until a new token is asked for, and gives it. */
export async function renewToken(page: Page, accessToken: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Your access token is no longer accepted" });
  await dialog.getByLabel("Access token", { exact: true }).fill(accessToken);
  await dialog.getByRole("button", { name: "Use this token" }).click();
  await expect(dialog).toHaveCount(0);
}
