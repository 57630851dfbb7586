import { type Locator, type Page, expect } from "@playwright/test";

import { mediaRow, uniqueWord } from "../fixtures/media-row";
import { test } from "../fixtures/test";
import { tickBox, usersTable } from "../helpers/media-screen";
import { expectColumn, expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, expectSummary, idsOf } from "../helpers/wizard";

const searchBox = (page: Page): Locator => page.getByRole("searchbox", { name: "Search users" });

/** What is ticked, and what can be done with it. */
const tray = (page: Page): Locator => page.getByRole("region", { name: "Selection" });

const deleteButton = (page: Page): Locator => tray(page).getByRole("button", { name: "Delete all their files" });

test("all files of two users go, and the receipt and the history name both @synapse", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const team = `wipe-${uniqueWord()}`;
  const ann = await people.withMedia({ name: team, files: 2 });
  const bob = await people.withMedia({ name: team, files: 1 });
  const kept = await people.withMedia({ name: team, files: 1 });
  const both = new RegExp(`^All files of 2 users: (${ann.userId}, ${bob.userId}|${bob.userId}, ${ann.userId})\\.$`);
  await app.signIn();
  await app.open("#/users");
  await searchBox(page).fill(team);
  await tickBox(page, ann.userId).check();
  await tickBox(page, bob.userId).check();
  await expect(tray(page).getByRole("status")).toHaveText("2 users selected · 3 files · 300 B");
  await deleteButton(page).click();

  await expectReviewed(page);
  await expect(page.getByText(both)).toBeVisible();
  await expectSummary(page, "3 files · 300 B");
  await expect(page.getByRole("radio")).toHaveCount(1);
  await expect(page.getByRole("radio", { name: "Exactly this list" })).toBeChecked();
  await page.getByRole("button", { name: "Delete 3 files", exact: true }).click();
  await expect(page.getByRole("dialog").getByText(both)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await deleteReviewed(page, 3);
  await expectResults(page, 3, 3);
  await expect(page.getByText(both)).toBeVisible();
  const rest = idsOf(await homeserver.readMedia());
  expect(rest).toEqual(expect.arrayContaining([...kept.mediaIds]));
  expect(rest.filter((id) => ann.mediaIds.includes(id) || bob.mediaIds.includes(id))).toEqual([]);

  await app.open("#/history");
  await expect(page.getByRole("table").getByText(both)).toBeVisible();
  await app.open("#/users");
  await expect(tray(page)).toContainText("No users selected");
});

test("one press selects every deactivated user who stores a file @synapse", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const team = `left-${uniqueWord()}`;
  const gone = await people.withMedia({ name: team, files: 2 });
  const left = await people.withMedia({ name: team, files: 1 });
  const here = await people.withMedia({ name: team, files: 1 });
  await homeserver.disable(gone, "deactivated");
  await homeserver.disable(left, "deactivated");
  await homeserver.disable(await people.create({ name: team }), "deactivated");
  await app.signIn();
  await app.open("#/users");
  await expect(usersTable(page)).toBeVisible();
  await expect(page.getByText("Deactivated", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Select deactivated users" }).click();

  await expect(page.getByText("2 deactivated users selected", { exact: true })).toBeVisible();
  await expect(tray(page).getByRole("status")).toHaveText("2 users selected · 3 files · 300 B");
  for (const { userId } of [gone, left]) {
    const row = await expectRow(usersTable(page), { User: `${userId}Deactivated` });
    await expect(row.getByRole("checkbox")).toBeChecked();
  }
  await expect(tickBox(page, here.userId)).not.toBeChecked();
  await expect(deleteButton(page)).toBeEnabled();
});

test("what is said of deactivated users holds for the chosen days, and until a tick changes", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const left = await people.withMedia({ files: 1 });
  await homeserver.disable(left, "deactivated");
  await app.signIn();
  await app.open("#/users?until=2020-01-31");
  const button = page.getByRole("button", { name: "Select deactivated users" });
  await people.withRows([{ created_ts: Date.UTC(2020, 0, 10) }]);
  await page.getByRole("button", { name: "Refresh" }).click();
  await button.click();
  await expect(page.getByText(/^No deactivated user uploaded a file in these days/)).toBeVisible();
  await app.open("#/users");
  await button.click();
  const said = page.getByText("1 deactivated user selected", { exact: true });
  await expect(said).toBeVisible();
  await tray(page).getByRole("button", { name: "Clear selection" }).click();
  await expect(tray(page)).toContainText("No users selected");
  await expect(said).toHaveCount(0);
});

test("ticks survive search and sort, reach over a range, and can be taken back", async ({ page, app, people }) => {
  const team = `tick-${uniqueWord()}`;
  const sizes = [40, 30, 20, 10];
  const owners = [];
  for (const size of sizes) {
    owners.push(await people.withRows([{ media_length: size * 1000 }], { name: team }));
  }
  const [first, second, third, fourth] = owners.map(({ userId }) => userId);
  await app.signIn();
  await app.open(`#/users?text=${team}`);
  await expectColumn(usersTable(page), "User", [first ?? "", second ?? "", third ?? "", fourth ?? ""]);
  await tickBox(page, second ?? "").check();
  await tickBox(page, fourth ?? "").click({ modifiers: ["Shift"] });
  await expect(tray(page).getByRole("status")).toHaveText("3 users selected · 3 files · 60 kB");
  await expect(tickBox(page, third ?? "")).toBeChecked();
  await expect(tickBox(page, first ?? "")).not.toBeChecked();

  const all = page.getByRole("checkbox", { name: "Select all users shown" });
  await expect(all).toBeChecked({ indeterminate: true });
  await usersTable(page).getByRole("columnheader", { name: "Files" }).getByRole("button").click();
  await searchBox(page).fill(third ?? "");
  await expectColumn(usersTable(page), "User", [third ?? ""]);
  await expect(all).toBeChecked();
  await all.uncheck();
  await expect(tray(page).getByRole("status")).toHaveText("2 users selected · 2 files · 40 kB");
  await searchBox(page).fill("nobody of that name");
  await expect(page.getByText("No user matches")).toBeVisible();
  await expect(tray(page).getByRole("status")).toHaveText("2 users selected · 2 files · 40 kB");
  await tray(page).getByRole("button", { name: "Clear selection" }).click();
  await expect(tray(page)).toContainText("No users selected");
  await expect(deleteButton(page)).toBeDisabled();
  await expect(deleteButton(page)).toHaveAccessibleDescription("Tick the users first.");
});

test("an owner without an account is for the rule alone", async ({ page, app, people, homeserver }) => {
  const ghost = `@ghost:${homeserver.serverName}`;
  const ann = await people.withRows([{ media_length: 5 }]);
  await homeserver.insertMedia([mediaRow({ user_id: ghost, media_id: "ofNobody", media_length: 7 })]);
  await app.signIn();
  await app.open("#/users");
  await tickBox(page, ann.userId).check();
  await tickBox(page, ghost).check();
  await expect(deleteButton(page)).toBeDisabled();
  await expect(deleteButton(page)).toHaveAccessibleDescription(new RegExp(`^Synapse has no account for ${ghost}, `));
  await tray(page).getByRole("button", { name: "Clean up by date and size" }).click();
  await expect(page.getByRole("heading", { name: "Clean up", level: 1 })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Only files of" })).toHaveValue(`${ann.userId}\n${ghost}`);

  await page.goBack();
  await tickBox(page, ghost).uncheck();
  await expect(deleteButton(page)).toBeEnabled();
});

test("who cannot be read is named and can be read again", async ({ page, app, people, standin, guard }) => {
  guard.expectErrors(/status of 403/);
  const ann = await people.withRows([{ media_length: 5 }]);
  const bob = await people.withRows([{ media_length: 7 }]);
  const list = new RegExp(`/v1/users/${encodeURIComponent(bob.userId)}/media`);
  standin.faults.arm({ path: list, fault: { kind: "forbidden" } });
  await app.signIn();
  await app.open(`#/users/delete?user=${encodeURIComponent(ann.userId)}&user=${encodeURIComponent(bob.userId)}`);
  await expectReviewed(page);
  await expect(page.getByText("1 owner could not be read")).toBeVisible();
  await expectRow(page.getByRole("table", { name: "Owners that could not be read" }), {
    Owner: bob.userId,
    Files: "1",
    Size: "7 B",
  });
  await page.getByRole("button", { name: "Delete 1 file", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText(`All files of 1 user: ${ann.userId}.`);
  await page.keyboard.press("Escape");

  const before = standin.requests.length;
  await page.getByRole("button", { name: "Read these again" }).click();
  await expectSummary(page, "2 files · 12 B");
  await expect(page.getByText("1 owner could not be read")).toHaveCount(0);
  const read = standin.requests.slice(before).filter(({ path }) => path.endsWith("/media"));
  expect(read.filter(({ path }) => path.includes(encodeURIComponent(ann.userId)))).toEqual([]);
});

test("more users than a link holds are remembered by the tab, until it is reloaded", async ({ page, app, people }) => {
  const team = `many-${uniqueWord()}`;
  for (let number = 0; number < 51; number += 1) await people.withRows([{ media_length: 2 }], { name: team });
  await app.signIn();
  await app.open(`#/users?text=${team}`);
  await page.getByRole("checkbox", { name: "Select all users shown" }).check();
  await deleteButton(page).click();
  await expectReviewed(page);
  await expectSummary(page, "51 files · 102 B");
  await expect(page.getByText(/^All files of 51 users: .* and 31 more\.$/)).toBeVisible();
  await expect(page).toHaveURL(/#\/users\/delete$/);
  await page.reload();
  await expect(page.getByText("This address names no users")).toBeVisible();
  await page.getByRole("link", { name: "Select users" }).click();
  await expect(tray(page)).toContainText("No users selected");
});
