import type { Browser, Page } from "@playwright/test";

import { expect, test } from "../fixtures/test";
import { status } from "../helpers/console-errors";
import { expectSignedIn, expectSignedOut, signIn, signOut } from "../helpers/sign-in";
import { placesHolding } from "../helpers/storage";
import type { Homeserver } from "../target/homeserver";

const credentialsOf = ({ baseUrl, admin }: Homeserver) => ({ homeserver: baseUrl, accessToken: admin.accessToken });

/** The same browser after it was closed and opened again: it keeps what is not the tab's. */
async function restart(browser: Browser, page: Page): Promise<Page> {
  const storageState = await page.context().storageState({ indexedDB: true });
  const context = await browser.newContext({ storageState });
  return context.newPage();
}

test("the token lives in this tab alone", async ({ page, app, homeserver, standin, browser }) => {
  const { accessToken } = homeserver.admin;
  await app.open();
  await signIn(page, credentialsOf(homeserver));
  await expectSignedIn(page);
  expect(await placesHolding(page, accessToken)).toEqual(["session storage"]);
  expect(standin.requests.filter(({ path, search }) => (path + search).includes(accessToken))).toEqual([]);

  await page.reload();
  await expectSignedIn(page);

  const otherTab = await page.context().newPage();
  await otherTab.goto(app.url);
  await expectSignedOut(otherTab);
  const later = await restart(browser, page);
  await later.goto(app.url);
  await expectSignedOut(later);
  await later.context().close();
});

test("where the admin asks for it, the token stays on this device", async ({ page, app, homeserver, browser }) => {
  await app.open();
  await page.getByRole("checkbox", { name: "Stay signed in on this device" }).check();
  await signIn(page, credentialsOf(homeserver));
  await expectSignedIn(page);
  expect(await placesHolding(page, homeserver.admin.accessToken)).toEqual(["local storage"]);

  const otherTab = await page.context().newPage();
  await otherTab.goto(app.url);
  await expectSignedIn(otherTab);
  const later = await restart(browser, page);
  await later.goto(app.url);
  await expectSignedIn(later);
  await later.context().close();
});

test("a sign-in that failed leaves nothing behind", async ({ page, app, homeserver, guard }) => {
  guard.expectErrors(status(401));
  await app.open();
  await page.getByRole("checkbox", { name: "Stay signed in on this device" }).check();
  await signIn(page, { homeserver: homeserver.baseUrl, accessToken: "syt_of_nobody" });
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await placesHolding(page, "syt_of_nobody")).toEqual([]);
});

test.describe("signing out", () => {
  for (const isRemembered of [false, true]) {
    test(`forgets the token ${isRemembered ? "of this device" : "of this tab"}, which stays valid`, async ({
      page,
      app,
      homeserver,
      standin,
    }) => {
      const { accessToken } = homeserver.admin;
      await app.open();
      await page.getByRole("checkbox", { name: "Stay signed in on this device" }).setChecked(isRemembered);
      await signIn(page, credentialsOf(homeserver));
      await expectSignedIn(page);

      await signOut(page, "Only forget it here");

      await expectSignedOut(page);
      expect(await placesHolding(page, accessToken)).toEqual([]);
      expect(standin.store.ownerOfToken(accessToken)).toBe(homeserver.admin.userId);
      expect(standin.requests.filter(({ path }) => path.endsWith("/logout"))).toEqual([]);
      await page.goBack();
      await page.reload();
      await expectSignedOut(page);
    });
  }

  test("makes the token invalid where the admin asks for it @synapse", async ({ page, app, homeserver, people }) => {
    const second = await people.create({ name: "second", admin: true });
    await app.open();
    await signIn(page, { homeserver: homeserver.baseUrl, accessToken: second.accessToken });
    await expectSignedIn(page);

    await signOut(page, "Also sign that device out on the server");

    await expectSignedOut(page);
    expect(await placesHolding(page, second.accessToken)).toEqual([]);
    const headers = { Authorization: `Bearer ${second.accessToken}` };
    const answer = await fetch(`${homeserver.baseUrl}/_matrix/client/v3/account/whoami`, { headers });
    expect(answer.status).toBe(401);
  });

  test("is not said to have worked where the server did not do it", async ({ page, app, standin, guard }) => {
    guard.expectErrors(status(500));
    standin.faults.arm({ method: "POST", path: /\/logout$/, fault: { kind: "internal-error" } });
    await app.signIn();
    await app.open();
    await signOut(page, "Also sign that device out on the server");
    const dialog = page.getByRole("dialog", { name: "Sign out" });
    const alert = dialog.getByRole("alert");
    await expect(alert).toContainText("The server did not sign that device out");
    await expect(alert).toContainText("Synapse reports an error of its own.");
    await expect(alert).toContainText("Synapse says: Internal server error");

    await dialog.getByRole("radio", { name: "Only forget it here" }).check();
    await dialog.getByRole("button", { name: "Sign out" }).click();
    await expectSignedOut(page);
  });

  test("can be thought better of", async ({ page, app }) => {
    await app.signIn();
    await app.open();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("dialog", { name: "Sign out" }).getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expectSignedIn(page);
  });

  test("ends the session of the other tabs as well where it was kept on this device", async ({
    page,
    app,
    homeserver,
  }) => {
    await app.open();
    await page.getByRole("checkbox", { name: "Stay signed in on this device" }).check();
    await signIn(page, credentialsOf(homeserver));
    await expectSignedIn(page);
    const otherTab = await page.context().newPage();
    await otherTab.goto(app.url);
    await expectSignedIn(otherTab);

    await signOut(page);
    await expectSignedOut(page);

    await otherTab.bringToFront();
    await expectSignedOut(otherTab);
  });
});
