import { type Locator, type Page, expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { status } from "../helpers/console-errors";
import { daysAgo, shownDay } from "../helpers/days";
import { mediaLink, mediaTable, tickBox, usersTable } from "../helpers/media-screen";
import { expectSignedIn, expectSignedOut, signIn } from "../helpers/sign-in";
import { placesHolding } from "../helpers/storage";
import { expectColumn, expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, expectSummary } from "../helpers/wizard";
import type { Homeserver } from "../target/homeserver";
import type { Standin } from "../standin/handle";

const tokenDialog = (page: Page): Locator =>
  page.getByRole("dialog", { name: "Your access token is no longer accepted" });

/** As when the device that the token belongs to is signed out elsewhere. */
const endSession = (standin: Standin, { admin }: Homeserver): void => standin.store.revoke(admin.accessToken);

const newToken = (standin: Standin, { admin }: Homeserver): string => standin.store.issueToken(admin.userId);

/** Enters a token into the dialog and sends it. */
async function enter(page: Page, token: string): Promise<void> {
  await tokenDialog(page).getByLabel("Access token").fill(token);
  await tokenDialog(page).getByRole("button", { name: "Use this token" }).click();
}

/** Enters a good token and expects that the dialog goes. */
async function renew(page: Page, token: string): Promise<void> {
  await enter(page, token);
  await expect(tokenDialog(page)).toHaveCount(0);
}

test.beforeEach(({ guard }) => {
  guard.expectErrors(status(401));
});

test.describe("with files and people", () => {
  test.use({ scenario: "small" });

  test.beforeEach(async ({ app }) => {
    await app.signIn();
  });

  test("on the list of users the search stays, and the list goes on by itself", async ({
    page,
    app,
    standin,
    homeserver,
    people,
  }) => {
    await app.open("#/users");
    await page.getByRole("searchbox", { name: "Search users" }).fill("ANN");
    await expectColumn(usersTable(page), "Files", ["7"]);
    await people.withMedia({ name: "ann-of-today", files: 3 });
    endSession(standin, homeserver);

    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(tokenDialog(page)).toBeVisible();
    await expect(tokenDialog(page).getByLabel("Access token")).toBeFocused();
    await expect(tokenDialog(page)).toContainText(`Enter a new token of ${homeserver.admin.userId} to go on`);

    await renew(page, newToken(standin, homeserver));
    await expectColumn(usersTable(page), "Files", ["7", "3"]);
    await expect(page.getByRole("searchbox", { name: "Search users" })).toHaveValue("ANN");
  });

  test("on a user's media the ticks, the order and the page stay", async ({
    page,
    app,
    standin,
    homeserver,
    people,
  }) => {
    const ann = await people.withRows(
      Array.from({ length: 30 }, (_, index) => ({ upload_name: `f${String(index)}`, created_ts: 1.7e12 + index })),
    );
    await app.open(mediaLink(ann.userId, "?sort=created_ts&dir=ascending&rows=25"));
    await tickBox(page, "f1").check();
    await tickBox(page, "f2").check();
    endSession(standin, homeserver);

    await page.getByRole("button", { name: "Next page" }).click();
    await expect(tokenDialog(page)).toBeVisible();
    await renew(page, newToken(standin, homeserver));

    await expectColumn(mediaTable(page), "Name", ["f25", "f26", "f27", "f28", "f29"]);
    await expect(page.getByText("Page 2 of 2")).toBeVisible();
    await expect(page.getByText("2 files selected · 2 kB")).toBeVisible();
    await page.getByRole("button", { name: "Previous page" }).click();
    await expect(tickBox(page, "f2")).toBeChecked();
  });

  test("while a preview is read it goes on, and the form is still filled", async ({
    page,
    app,
    standin,
    homeserver,
  }) => {
    await app.open("#/cleanup");
    const day = shownDay(daysAgo(365));
    await page.getByRole("textbox", { name: "Last used before" }).fill(day);
    await page.getByRole("textbox", { name: "Size" }).fill("2.5 MB");
    await page.getByRole("switch", { name: "Keep profile pictures and room avatars" }).uncheck();
    endSession(standin, homeserver);

    await page.getByRole("button", { name: "Preview" }).click();
    await expect(tokenDialog(page)).toBeVisible();
    await renew(page, newToken(standin, homeserver));

    await expectReviewed(page);
    await expectSummary(page, "4 files · 59.8 MB");
    await page.getByRole("link", { name: "Change the rule" }).click();
    await expect(page.getByRole("textbox", { name: "Last used before" })).toHaveValue(day);
    await expect(page.getByRole("textbox", { name: "Size" })).toHaveValue("2.5 MB");
    await expect(page.getByRole("switch", { name: "Keep profile pictures and room avatars" })).not.toBeChecked();
  });

  test("in mid-deletion the run waits and then goes on where it was", async ({ page, app, standin, homeserver }) => {
    const ann = homeserver.admin.userId.replace("@admin", "@ann");
    await app.open(`#/users/${encodeURIComponent(ann)}/delete`);
    await expectReviewed(page);
    endSession(standin, homeserver);
    await deleteReviewed(page, 5);

    await expect(page.getByText("Waiting for a new access token")).toBeAttached();
    await expect(tokenDialog(page)).toContainText("The deletion under way waits for the new token, then goes on.");
    expect([...standin.store.media.rowsOf(ann)]).toHaveLength(7);

    await renew(page, newToken(standin, homeserver));
    await expectResults(page, 5, 5);
    expect([...standin.store.media.rowsOf(ann)]).toHaveLength(2);
  });

  test("a token that does not serve is refused in words, and the dialog stays", async ({
    page,
    app,
    standin,
    homeserver,
    people,
    guard,
  }) => {
    guard.expectErrors(status(403));
    const other = await people.create({ name: "other", admin: true });
    await app.open("#/users");
    await expectRow(usersTable(page), { Files: "1", Size: "9.4 MB" });
    endSession(standin, homeserver);
    await page.getByRole("button", { name: "Refresh" }).click();
    const alert = tokenDialog(page).getByRole("alert");

    await enter(page, "syt_of_nobody");
    await expect(alert).toContainText("The homeserver does not accept this access token");
    await enter(page, other.accessToken);
    await expect(alert).toContainText(`This token belongs to ${other.userId}`);
    await expect(alert).toContainText(`Enter one of ${homeserver.admin.userId}, or sign out`);
    await enter(page, "  ");
    await expect(alert).toContainText("Enter an access token");
    const demoted = standin.store.accounts.get(homeserver.admin.userId);
    if (demoted !== undefined) demoted.admin = false;
    await enter(page, newToken(standin, homeserver));
    await expect(alert).toContainText(`${homeserver.admin.userId} is not a server admin`);
    if (demoted !== undefined) demoted.admin = true;

    await page.keyboard.press("Escape");
    await expect(tokenDialog(page)).toBeVisible();
    await renew(page, `Bearer ${newToken(standin, homeserver)}`);
    await expectRow(usersTable(page), { Files: "1", Size: "9.4 MB" });
  });
});

test("a token that expired, as Synapse says it, asks in the same way", async ({ page, app, standin, homeserver }) => {
  await app.signIn();
  await app.open("#/users");
  await expect(page.getByText("No media is stored yet")).toBeVisible();
  standin.faults.arm({ path: /statistics/, fault: { kind: "expired-token" } });
  await page.getByRole("button", { name: "Refresh" }).click();
  await renew(page, homeserver.admin.accessToken);
  await expect(page.getByText("No media is stored yet")).toBeVisible();
});

test("a tab that was left open over night asks before it shows anything", async ({
  page,
  app,
  standin,
  homeserver,
}) => {
  await app.signIn({ ...homeserver.admin, accessToken: "syt_of_yesterday" });
  await app.open("#/users");
  await expect(tokenDialog(page)).toBeVisible();
  await renew(page, newToken(standin, homeserver));
  await expect(page.getByText("No media is stored yet")).toBeVisible();
});

test("a new token is kept where the old one was", async ({ page, app, standin, homeserver }) => {
  await app.open();
  await page.getByRole("checkbox", { name: "Stay signed in on this device" }).check();
  await signIn(page, { homeserver: homeserver.baseUrl, accessToken: homeserver.admin.accessToken });
  await expectSignedIn(page);
  // Once all is read: what is still asked for would ask for the token by itself.
  await expect(page.getByText("No media is stored yet")).toBeVisible();
  endSession(standin, homeserver);
  await page.getByRole("button", { name: "Refresh" }).click();
  await renew(page, newToken(standin, homeserver));

  const otherTab = await page.context().newPage();
  await otherTab.goto(app.url);
  await expectSignedIn(otherTab);
  await expect(otherTab.getByText("No media is stored yet")).toBeVisible();
});

test("who has no new token signs out", async ({ page, app, standin, homeserver }) => {
  await app.signIn();
  await app.open("#/users");
  await expectSignedIn(page);
  // Once all is read: what is still asked for would ask for the token by itself.
  await expect(page.getByText("No media is stored yet")).toBeVisible();
  endSession(standin, homeserver);
  await page.getByRole("button", { name: "Refresh" }).click();
  await tokenDialog(page).getByRole("button", { name: "Sign out" }).click();
  await expectSignedOut(page);
  expect(await placesHolding(page, homeserver.admin.accessToken)).toEqual([]);
});
