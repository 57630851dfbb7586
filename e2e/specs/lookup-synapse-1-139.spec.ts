import type { Page } from "@playwright/test";

import { remoteRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { actionCard, confirmAct } from "../helpers/act";
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

test("what is not told of is quarantined and released by its name, and no more of it is claimed", async ({
  page,
  app,
  homeserver,
  standin,
}) => {
  const theirs = remoteRow();
  await homeserver.insertRemoteMedia([theirs]);
  const copy = () => standin.store.remoteMedia.find(({ media_id }) => media_id === theirs.media_id);
  await app.open(linkTo(theirs.media_origin, theirs.media_id));
  await page.getByRole("button", { name: "Quarantine", exact: true }).click();
  await expect(page.getByRole("dialog")).not.toContainText(
    /1 of them (has no hash|is protected|is quarantined|is not quarantined)/,
  );
  await page.getByRole("dialog").getByRole("button", { name: "Quarantine 1 file" }).click();
  await expect(actionCard(page)).toContainText("Synapse took the request");
  expect(copy()?.quarantined_by).toBe(homeserver.admin.userId);
  await page.getByRole("button", { name: "Lift quarantine", exact: true }).click();
  await expect(page.getByRole("dialog")).not.toContainText(
    /1 of them (has no hash|is protected|is quarantined|is not quarantined)/,
  );
  await page.getByRole("dialog").getByRole("button", { name: "Lift the quarantine of 1 file" }).click();
  await expect.poll(() => copy()?.quarantined_by).toBeNull();

  await app.open(linkTo(homeserver.serverName, "annFresh"));
  await page.getByRole("button", { name: "Quarantine", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Quarantine 1 file" }).click();
  await expect.poll(() => standin.store.media.get("annFresh")?.quarantined_by).toBe(homeserver.admin.userId);
});
