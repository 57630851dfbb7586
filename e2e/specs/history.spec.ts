import type { Locator, Page } from "@playwright/test";

import { expect, test } from "../fixtures/test";
import { everything } from "../helpers/history-records";
import { runHeader, writeJournal } from "../helpers/journal";
import { expectColumn, expectRow } from "../helpers/table";
import { formatter } from "../helpers/wizard";

const table = (page: Page): Locator => page.getByRole("table", { name: "Runs and actions" });
const searchBox = (page: Page): Locator => page.getByRole("searchbox", { name: "Search history" });
const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name, exact: true });

test("a device without a history says so, and the way there is in the navigation", async ({ page, app }) => {
  await app.signIn();
  await app.open();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "History" }).click();
  await expect(heading(page, "History")).toBeVisible();
  await expect(page.getByText("Nothing is recorded yet")).toBeVisible();
});

test.describe("with a history", () => {
  test.beforeEach(async ({ page, app, homeserver }) => {
    await app.signIn();
    await writeJournal(page, everything(homeserver));
  });

  test("runs and actions of this account stand with their results, the newest first", async ({
    page,
    app,
    homeserver,
  }) => {
    await app.open("#/history");
    await expectColumn(table(page), "Result", [
      /^Interrupted\s*4 files · 4 MB planned$/,
      /^2 of 3 deleted · 2 MB\s*1 failed$/,
      "Done. Synapse counted 2 quarantined files; ones from before may be counted again.",
      "Written by another version of Mediasweep, or damaged",
    ]);
    await expectRow(table(page), {
      Started: "14 Mar 2025, 09:30",
      What: /^Files last used before 1 Jan 2025, 01:00 \(Europe\/Berlin\) and larger than 500 kB/,
    });
    await expectRow(table(page), { What: "Quarantine: mxc://example.org/one and 1 more" });
    await expect(page.getByText("4 entries", { exact: true })).toBeVisible();
    const whose = `Runs and other actions of ${homeserver.admin.userId} on ${homeserver.baseUrl}`;
    await expect(page.getByText(whose)).toBeVisible();
  });

  test("the search stands in the link, and can be cleared", async ({ page, app }) => {
    await app.open("#/history");
    await searchBox(page).fill("500 KB failed");
    await expect(page).toHaveURL(/#\/history\?text=500\+KB\+failed$/);
    await expect(page.getByText("1 of 4 entries", { exact: true })).toBeVisible();
    await expectColumn(table(page), "Started", ["14 Mar 2025, 09:30"]);

    await app.open("#/history?text=QUARANTINE%20jan");
    await expect(searchBox(page)).toHaveValue("QUARANTINE jan");
    await expectColumn(table(page), "Started", ["2 Jan 2025, 13:00"]);

    await searchBox(page).fill("nobody");
    await expect(page.getByText("No entry matches")).toBeVisible();
    await page.getByRole("button", { name: "Clear search" }).click();
    await expect(page).toHaveURL(/#\/history$/);
    await expect(page.getByText("4 entries", { exact: true })).toBeVisible();
  });

  test("another tab that deletes an entry is followed", async ({ page, app }) => {
    await app.open("#/history");
    await expect(page.getByText("4 entries", { exact: true })).toBeVisible();
    const other = await page.context().newPage();
    await other.goto(new URL("/", app.url).href);
    await other.evaluate(
      (session) => {
        sessionStorage.setItem("mediasweep.session", session);
      },
      await page.evaluate(() => sessionStorage.getItem("mediasweep.session") ?? ""),
    );
    await other.goto(`${app.url}#/history/odd`);
    await other.getByRole("button", { name: "Delete this entry" }).click();
    await other.getByRole("dialog").getByRole("button", { name: "Delete this entry" }).click();
    await expect(heading(other, "History")).toBeVisible();
    await expect(page.getByText("3 entries", { exact: true })).toBeVisible();
  });
});

test("a thousand entries are listed and searched", async ({ page, app, homeserver }) => {
  await app.signIn();
  const entries = Array.from({ length: 1000 }, (_, index) =>
    runHeader(homeserver, `run-${String(index)}`, {
      startedMs: Date.UTC(2025, 0, 1) + index * 60_000,
      source: { kind: "user", userId: `@user-${String(index)}:example.org` },
    }),
  );
  await writeJournal(page, { entries });
  await app.open("#/history");
  await expect(table(page)).toHaveAttribute("aria-rowcount", "1001");
  await expect(table(page).getByRole("row").nth(1)).toContainText("@user-999:example.org");
  await searchBox(page).fill("user-123:");
  await expectColumn(table(page), "What", ["All files of @user-123:example.org."]);
  await expectColumn(table(page), "Started", [formatter.dateTime(Date.UTC(2025, 0, 1) + 123 * 60_000)]);
});

test("a browser that keeps nothing says that there is no history, and can be asked again", async ({ page, app }) => {
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name, version) => {
      if (sessionStorage.getItem("allowed") !== null) return open(name, version);
      throw new DOMException("The user denied permission to access the database.", "SecurityError");
    };
  });
  await app.signIn();
  await app.open("#/history");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("This browser keeps nothing for this page, so there is no history");
  await expect(alert).toContainText("The browser says: The user denied permission");
  await page.evaluate(() => {
    sessionStorage.setItem("allowed", "yes");
  });
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText("Nothing is recorded yet")).toBeVisible();
});

test("a page older than the history says that it has to be loaded anew", async ({ page, app }) => {
  await app.signIn();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("mediasweep", 99);
        opening.addEventListener("success", () => {
          opening.result.close();
          resolve();
        });
      }),
  );
  await app.open("#/history");
  await expect(page.getByRole("alert")).toContainText("This page is older than the history on this device");
});
