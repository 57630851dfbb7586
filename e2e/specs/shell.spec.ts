import { expect, test } from "../fixtures/test";
import { everything } from "../helpers/history-records";
import { writeJournal } from "../helpers/journal";
import { expectSignedIn, expectSignedOut, signIn } from "../helpers/sign-in";

test.describe("the frame around every screen", () => {
  test.beforeEach(async ({ app }) => {
    await app.signIn();
    await app.open();
  });

  test("says where one is, as whom, and leads to every screen", async ({ page, homeserver }) => {
    const banner = page.getByRole("banner");
    await expect(banner.getByText(homeserver.serverName, { exact: true })).toBeVisible();
    await expect(banner.getByText(homeserver.admin.userId, { exact: true })).toBeVisible();
    const main = page.getByRole("navigation", { name: "Main" });
    const users = main.getByRole("link", { name: "Users" });
    const cleanUp = main.getByRole("link", { name: "Clean up" });
    await expect(users).toHaveAttribute("aria-current", "page");
    await expect(cleanUp).not.toHaveAttribute("aria-current");

    await cleanUp.click();
    await expect(page.getByRole("heading", { level: 1, name: "Clean up" })).toBeVisible();
    await expect(cleanUp).toHaveAttribute("aria-current", "page");
    await expect(users).not.toHaveAttribute("aria-current");

    await banner.getByRole("link", { name: "Mediasweep" }).click();
    await expectSignedIn(page);
  });

  test("names each screen and starts reading at its heading", async ({ page }) => {
    await expect(page).toHaveTitle("Users · Mediasweep");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Clean up" }).click();
    const heading = page.getByRole("heading", { level: 1, name: "Clean up" });
    await expect(heading).toBeFocused();
    await expect(page).toHaveTitle("Clean up · Mediasweep");
    await expect(page.getByRole("status").filter({ hasText: /^Clean up$/ })).toHaveCount(1);

    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeFocused();
    await expect(page).toHaveTitle("Users · Mediasweep");
  });

  test("lets the keyboard skip to the content without leaving the screen", async ({ page }) => {
    const skip = page.getByRole("link", { name: "Skip to content" });
    await expectSignedIn(page);
    await page.keyboard.press("Tab");
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    const address = page.url();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    expect(page.url()).toBe(address);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Refresh" })).toBeFocused();
  });
});

test("light and dark: as the device has it, until the admin chooses", async ({ page, app }) => {
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.emulateMedia({ colorScheme: "dark" });
  await app.signIn();
  await app.open();
  await expect.poll(scheme).toBe("dark");
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(scheme).toBe("light");

  const choose = async (name: string) => {
    await page.getByRole("button", { name: "Colour scheme" }).click();
    await page.getByRole("menuitemradio", { name }).click();
  };
  await choose("Dark");
  await expect.poll(scheme).toBe("dark");
  await page.reload();
  await expectSignedIn(page);
  await expect.poll(scheme).toBe("dark");
  await page.getByRole("button", { name: "Colour scheme" }).click();
  await expect(page.getByRole("menuitemradio", { name: "Dark" })).toBeChecked();
  await page.keyboard.press("Escape");
  await choose("Like this device");
  await expect.poll(scheme).toBe("light");
});

test.describe("a link that somebody sent", () => {
  test("leads to its screen after the sign-in", async ({ page, app, homeserver: { baseUrl, admin } }) => {
    const link = `#/users/${encodeURIComponent(admin.userId)}?sort=media_length&rows=25`;
    await app.open(link);
    await expectSignedOut(page);
    await signIn(page, { homeserver: baseUrl, accessToken: admin.accessToken });
    await expect(page.getByRole("heading", { level: 1, name: admin.userId })).toBeVisible();
    expect(page.url()).toBe(app.url + link);
  });

  test("leads nowhere else", async ({ page, app, homeserver: { baseUrl, admin } }) => {
    for (const next of [
      "https://evil.example/",
      "//evil.example/",
      String.raw`/\evil.example`,
      "javascript:alert(1)",
    ]) {
      await app.open(`#/login?next=${encodeURIComponent(next)}`);
      await expectSignedOut(page);
      await signIn(page, { homeserver: baseUrl, accessToken: admin.accessToken });
      await expectSignedIn(page);
      expect(page.url()).toBe(`${app.url}#/users`);
      await page.evaluate(() => sessionStorage.clear());
      await page.reload();
    }
  });

  test("to the sign-in goes on where one is signed in already", async ({ page, app }) => {
    await app.signIn();
    await app.open("#/login?next=%2Fcleanup");
    await expect(page.getByRole("heading", { level: 1, name: "Clean up" })).toBeVisible();
  });

  test("to a screen that does not exist says so", async ({ page, app }) => {
    await app.signIn();
    await app.open("#/rooms/of/another/version");
    await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
    await expect(page).toHaveTitle("Page not found · Mediasweep");
    await page.getByRole("link", { name: "Go to the first page" }).click();
    await expectSignedIn(page);
  });

  test("to a user without a name says so", async ({ page, app }) => {
    await app.signIn();
    await app.open("#/users/%E0%A4%A");
    await expect(page.getByRole("heading", { level: 1, name: "No user" })).toBeVisible();
    await page.getByRole("link", { name: "See all users" }).click();
    await expectSignedIn(page);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the navigation waits behind a menu", async ({ page, app, homeserver }) => {
    await app.signIn();
    await app.open();
    await expectSignedIn(page);
    const menu = page.getByRole("button", { name: "Menu" });
    const main = page.getByRole("navigation", { name: "Main" });
    await expect(menu).toHaveAttribute("aria-expanded", "false");
    await expect(main).toBeHidden();
    await expect(page.getByText(homeserver.admin.userId, { exact: true })).toBeInViewport();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeInViewport();

    await menu.click();
    await expect(menu).toHaveAttribute("aria-expanded", "true");
    await main.getByRole("link", { name: "Clean up" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Clean up" })).toBeVisible();
    await expect(main).toBeHidden();
    await expect(menu).toHaveAttribute("aria-expanded", "false");
  });

  test("no screen is wider than the phone", async ({ page, app, standin, homeserver }) => {
    standin.reset("awkward");
    await app.signIn();
    await writeJournal(page, everything(homeserver));
    const odd = encodeURIComponent(standin.store.userId("odd-files"));
    const users = ["#/users", `#/users/${odd}`, `#/users/${odd}/delete`];
    const history = ["", "/ended", "/open", "/quarantine", "/odd"].map((entry) => `#/history${entry}`);
    for (const screen of [...users, "#/cleanup", "#/run", ...history]) {
      await app.open(screen);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText("Loading", { exact: true })).toHaveCount(0);
      const over = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(over, `Pixels of ${screen} beyond the edge`).toBe(0);
    }
  });
});
