import type { Page } from "@playwright/test";

import { expect, test } from "../fixtures/test";
import { confirmAct } from "../helpers/act";
import { status } from "../helpers/console-errors";

test.use({ standinOptions: { version: "1.139.0" }, scenario: "small" });

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

const linkTo = (serverName: string, mediaId: string) =>
  `#/lookup?media=${encodeURIComponent(`mxc://${serverName}/${mediaId}`)}`;
const result = (page: Page) => page.getByRole("region", { name: "File", exact: true });

test("before 1.140 a file is found in its owner's list", async ({ page, app, homeserver, standin }) => {
  await app.open(linkTo(homeserver.serverName, "benSealed"));
  await expect(page.getByText(/since version 1.140, and this is 1.139.0/)).toBeVisible();
  const owner = page.getByRole("textbox", { name: "Owner" });
  await owner.fill("ben");
  await page.getByRole("button", { name: "Search this list" }).click();
  await expect(owner).toHaveAttribute("aria-invalid", "true");
  await owner.fill(standin.store.userId("ann"));
  await page.getByRole("button", { name: "Search this list" }).click();
  await expect(page.getByText("No such file in 1 list.", { exact: true })).toBeVisible();
  await owner.fill(standin.store.userId("ben"));
  await page.getByRole("button", { name: "Search this list" }).click();
  await expect(result(page)).toContainText("benSealed");
  expect(standin.requests.filter(({ path }) => path.includes("/statistics/"))).toEqual([]);
});

test("the list is searched again when something was done to the file", async ({ page, app, homeserver, standin }) => {
  await app.open(linkTo(homeserver.serverName, "annFresh"));
  await page.getByRole("textbox", { name: "Owner" }).fill(standin.store.userId("ann"));
  await page.getByRole("button", { name: "Search this list" }).click();
  await result(page).getByRole("button", { name: "Protect", exact: true }).click();
  await confirmAct(page, "Protect 1 file", "Done.");
  await expect(result(page).getByRole("button", { name: "Remove protection" })).toBeVisible();
});

test("or in everybody's, and who cannot be read is named", async ({ page, app, homeserver, standin, guard }) => {
  guard.expectErrors(status(404));
  const bot = standin.store.userId("bot");
  const like = standin.store.media.get("annFresh");
  if (like !== undefined) standin.store.media.put({ ...like, media_id: "ofNobody", user_id: bot });
  await app.open(linkTo(homeserver.serverName, "doraLeftThis"));
  await page.getByRole("button", { name: "Search every user's list" }).click();
  await expect(result(page)).toContainText("backup.zip");
  await app.open(linkTo(homeserver.serverName, "ofNobody"));
  await page.getByRole("button", { name: "Search every user's list" }).click();
  await expect(page.getByText("No such file in 3 lists.", { exact: true })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: bot })).toBeVisible();
});

test("a search that is stopped says so, before it knows who owns files as well", async ({
  page,
  app,
  homeserver,
  standin,
}) => {
  standin.faults.arm({ path: /\/statistics\//, fault: { kind: "hang" } });
  await app.open(linkTo(homeserver.serverName, "nowhere"));
  await page.getByRole("button", { name: "Search every user's list" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Reading who owns files" })).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Stopped before any list was read." })).toBeVisible();
});

test("of another server's files nothing can be known", async ({ page, app }) => {
  await app.open(linkTo("elsewhere.example", "theirs"));
  await expect(page.getByText("This version of Synapse does not tell of it")).toBeVisible();
});
