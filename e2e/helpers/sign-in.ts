import { type Page, expect } from "@playwright/test";

/** What the sign-in screen asks for. */
export interface Credentials {
  readonly homeserver: string;
  readonly accessToken: string;
}

/** Fills the form in and sends it. */
export async function signIn(page: Page, { homeserver, accessToken }: Credentials): Promise<void> {
  await page.getByRole("textbox", { name: "Homeserver URL" }).fill(homeserver);
  await page.getByLabel("Access token").fill(accessToken);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Expects the first screen behind the sign-in. */
export async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
}

/** Expects the sign-in screen. */
export async function expectSignedOut(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
}

/** Asks to sign out and answers what is to become of the token. */
export async function signOut(page: Page, answer: string | RegExp = "Only forget it here"): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign out" });
  await dialog.getByRole("radio", { name: answer }).check();
  await dialog.getByRole("button", { name: "Sign out" }).click();
}
