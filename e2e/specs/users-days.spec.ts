import { type Locator, type Page, expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { usersTable } from "../helpers/media-screen";
import { expectColumn, expectRow } from "../helpers/table";

const from = (page: Page): Locator => page.getByRole("textbox", { name: "Uploaded from" });
const until = (page: Page): Locator => page.getByRole("textbox", { name: "Uploaded until" });

test("where nothing is stored the screen says so", async ({ page, app }) => {
  await app.signIn();
  await app.open("#/users");
  await expect(page.getByText("No media is stored yet")).toBeVisible();
  await expect(usersTable(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Clear filters" })).toHaveCount(0);
});

test("both days of a range count whole, in the zone that is named", async ({ page, app, people }) => {
  // On 30 March 2025 the clocks of Berlin leapt forward: that day had 23 hours.
  const files = ["2025-03-29T22:59:59.999Z", "2025-03-29T23:00Z", "2025-03-30T21:59:59.999Z", "2025-03-30T22:00Z"];
  const ann = await people.withRows(
    files.map((moment, index) => ({ created_ts: Date.parse(moment), media_length: 10 ** (index + 1) })),
  );
  await app.signIn();
  await app.open("#/users");
  await expect(page.getByText("Both days count whole, in the zone Europe/Berlin.")).toBeVisible();
  await expectRow(usersTable(page), { User: ann.userId, Files: "4", Size: "11.1 kB" });

  await from(page).fill("30 Mar 2025");
  await expectRow(usersTable(page), { User: ann.userId, Files: "3", Size: "11.1 kB" });
  await expect(page.getByText("Only files uploaded in the chosen days are counted.")).toBeVisible();
  await until(page).fill("30.3.2025");
  await expectRow(usersTable(page), { User: ann.userId, Files: "2", Size: "1.1 kB" });
  await page.getByRole("button", { name: "Clear the first day" }).click();
  await expectRow(usersTable(page), { User: ann.userId, Files: "3", Size: "1.1 kB" });
  await expect(from(page)).toHaveValue("");
});

test("a day can be picked from the calendar", async ({ page, app, people }) => {
  const ann = await people.withRows([{ created_ts: Date.UTC(2026, 0, 15, 12) }, { created_ts: Date.UTC(2026, 0, 20) }]);
  await app.signIn();
  await app.open("#/users?from=2026-01-01");
  await expectRow(usersTable(page), { User: ann.userId, Files: "2" });
  await from(page).click();
  await page.getByRole("button", { name: "16 January 2026" }).click();
  await expectRow(usersTable(page), { User: ann.userId, Files: "1" });
  await expect(from(page)).toHaveValue("16 Jan 2026");
});

test("a range without files says so and can be cleared", async ({ page, app, people }) => {
  const ann = await people.withRows([{}]);
  await app.signIn();
  await app.open("#/users?until=2001-01-01");
  await expect(page.getByText("No files from these days")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expectColumn(usersTable(page), "User", [ann.userId]);
  await expect(until(page)).toHaveValue("");
});

test("a range that ends before it begins is said, and the server is not asked", async ({
  page,
  app,
  people,
  standin,
}) => {
  await people.withRows([{}]);
  await app.signIn();
  await app.open("#/users?from=2026-05-02&until=2026-05-01");
  await expect(page.getByText("The range of days ends before it begins")).toBeVisible();
  await expect(until(page)).toHaveAccessibleDescription(/This day is before the first one/);
  await expect(usersTable(page)).toHaveCount(0);
  expect(standin.requests.filter(({ path }) => path.includes("statistics"))).toEqual([]);

  await until(page).fill("2 May 2026");
  await expect(page.getByText("No files from these days")).toBeVisible();
});

test("text that is no day stays as typed, with what is wrong, and changes nothing", async ({ page, app, people }) => {
  const ann = await people.withRows([{}]);
  await app.signIn();
  await app.open("#/users");
  for (const typed of ["yesterday", "31 Feb 2025", "2025-13-01"]) {
    await from(page).fill(typed);
    await from(page).press("Tab");
    await expect(from(page)).toHaveAccessibleDescription(/This is not a day\. Type one such as 14 Mar 2025\./);
    await expect(from(page)).toHaveValue(typed);
    await expectRow(usersTable(page), { User: ann.userId, Files: "1" });
  }
});
