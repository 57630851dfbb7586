import type { Page } from "@playwright/test";

import { expect, test } from "../fixtures/test";
import { everything } from "../helpers/history-records";
import { writeJournal } from "../helpers/journal";
import { mediaLink, mediaTable, usersTable } from "../helpers/media-screen";
import { expectColumn } from "../helpers/table";

/** A text of everything that can be read on the screen, and of what its fields hold. */
const screenOf = (page: Page): Promise<string> => page.getByRole("main").ariaSnapshot();

/** Expects that the screen is the same after a reload, and for somebody else who opens its link. */
async function expectLinkHolds(page: Page): Promise<void> {
  const screen = await screenOf(page);
  await page.reload();
  await expect.poll(() => screenOf(page)).toBe(screen);
  const link = page.url();
  await page.goto(new URL("/", link).href);
  await page.goto(link);
  await expect.poll(() => screenOf(page)).toBe(screen);
}

test.describe("on a server of some years", () => {
  test.use({ scenario: "small" });

  test.beforeEach(async ({ app }) => {
    await app.signIn();
  });

  test("search, order and days of the users stand in the link", async ({ page, app }) => {
    await app.open("#/users");
    await page.getByRole("textbox", { name: "Uploaded from" }).fill("1 Feb 2024");
    await page.getByRole("textbox", { name: "Uploaded from" }).press("Tab");
    await page.getByRole("columnheader", { name: "Display name" }).getByRole("button").click();
    await page.getByRole("searchbox", { name: "Search users" }).fill("n e%&?#");
    await page.getByRole("searchbox", { name: "Search users" }).fill("NN");
    await expect(usersTable(page).getByRole("row")).toHaveCount(2);
    await expect(page).toHaveURL(/#\/users\?text=NN&sort=name&dir=ascending&from=2024-02-01$/);
    await expectLinkHolds(page);
    await expect(page.getByRole("searchbox", { name: "Search users" })).toHaveValue("NN");
  });

  test("typing leaves no trail: Back leads to the screen before", async ({ page, app }) => {
    await app.open("#/cleanup");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Users" }).click();
    await page.getByRole("searchbox", { name: "Search users" }).pressSequentially("ann arbor");
    await expect(page).toHaveURL(/text=ann\+arbor$/);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: "Clean up" })).toBeVisible();
    await page.goForward();
    await expect(page.getByRole("searchbox", { name: "Search users" })).toHaveValue("ann arbor");
    await expect(usersTable(page).getByRole("row")).toHaveCount(2);
  });

  test("the search of the history and an entry of it stand in the link", async ({ page, app, homeserver }) => {
    await writeJournal(page, everything(homeserver));
    await app.open("#/history");
    await page.getByRole("searchbox", { name: "Search history" }).fill("n e%&?#");
    await page.getByRole("searchbox", { name: "Search history" }).fill("deleted 14 Mar");
    await expect(page.getByText("1 of 4 entries", { exact: true })).toBeVisible();
    await expect(page).toHaveURL(/#\/history\?text=deleted\+14\+Mar$/);
    await expectLinkHolds(page);
    await page.getByRole("link", { name: "14 Mar 2025, 09:30" }).click();
    await expect(page.getByText("2 of 3 deleted", { exact: true })).toBeVisible();
    await expectLinkHolds(page);
  });

  test("order, direction and length of page of a user's media stand in the link", async ({ page, app, standin }) => {
    const ben = standin.store.userId("ben");
    await app.open(mediaLink(ben));
    await expect(page).toHaveURL(/ben%3Astandin\.example$/);
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("Size");
    await page.getByRole("button", { name: "Descending" }).click();
    await page.getByRole("combobox", { name: "Rows per page" }).selectOption("25");
    await expect(page).toHaveURL(/\?sort=media_length&dir=ascending&rows=25$/);
    await expect(page.getByRole("button", { name: "Ascending" })).toBeVisible();
    await expectLinkHolds(page);
  });
});

test("pages stand in the link, and Back turns them back", async ({ page, app, people }) => {
  const rows = Array.from({ length: 60 }, (_, index) => ({
    upload_name: `f${String(index)}`,
    created_ts: 1.7e12 + index,
  }));
  const ann = await people.withRows(rows);
  await app.signIn();
  await app.open(mediaLink(ann.userId, "?rows=25&dir=ascending"));
  const names = (from: number, to: number) => rows.slice(from, to).map(({ upload_name }) => upload_name);
  await expectColumn(mediaTable(page), "Name", names(0, 25));
  await page.getByRole("button", { name: "Next page" }).click();
  await page.getByRole("button", { name: "Next page" }).click();
  await expectColumn(mediaTable(page), "Name", names(50, 60));
  await expectLinkHolds(page);
  await expect(page.getByText("Page 3 of 3")).toBeVisible();

  await app.open(mediaLink(ann.userId, "?rows=25&dir=ascending"));
  await page.getByRole("button", { name: "Next page" }).click();
  await expectColumn(mediaTable(page), "Name", names(25, 50));
  await page.goBack();
  await expectColumn(mediaTable(page), "Name", names(0, 25));
});

test("a link that makes no sense shows the screen as it is without", async ({ page, app, people }) => {
  const ann = await people.withRows([{ upload_name: "cat.png" }]);
  await app.signIn();
  await app.open("#/users?sort=nonsense&dir=up&from=2025-02-31&until=soon&x=1");
  await expectColumn(usersTable(page), "User", [ann.userId]);
  await expect(page.getByRole("columnheader", { name: "Size" })).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("textbox", { name: "Uploaded from" })).toHaveValue("");

  await app.open(mediaLink(ann.userId, "?sort=nonsense&dir=&rows=7&page=-3"));
  await expectColumn(mediaTable(page), "Name", ["cat.png"]);
  await expect(page.getByRole("combobox", { name: "Sort by" })).toHaveValue("created_ts");
  await expect(page.getByRole("combobox", { name: "Rows per page" })).toHaveValue("100");
});
