import type { Page } from "@playwright/test";

import { DAY_MS, remoteRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { BLOCKED, CUT } from "../helpers/console-errors";

const day = (page: Page) => page.getByRole("textbox", { name: "Last used before" });
const purge = (page: Page) => page.getByRole("main").getByRole("button", { name: "Purge remote media" });
const confirm = (page: Page) => page.getByRole("dialog", { name: "Purge remote media?" });
const card = (page: Page) => page.getByRole("region", { name: "Action" });

/** And leaves the field, so that its calendar covers nothing. */
async function fillDay(page: Page, text: string): Promise<void> {
  await day(page).fill(text);
  await day(page).press("Tab");
}

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

test("copies unused for so long are purged, and counted @synapse", async ({ page, app, homeserver }) => {
  test.skip(!homeserver.abilities.rows, "The database of this server is out of reach.");
  await homeserver.insertRemoteMedia([
    remoteRow({ last_access_ts: Date.now() - 91 * DAY_MS }),
    remoteRow(),
    remoteRow({ quarantined_by: homeserver.admin.userId }),
    remoteRow({ last_access_ts: Date.now() - DAY_MS }),
  ]);
  await app.open("#/users");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Remote media" }).click();
  await page.getByRole("button", { name: "90 days" }).click();
  await purge(page).click();
  await expect(confirm(page).getByRole("button", { name: "Cancel" })).toBeFocused();
  await confirm(page)
    .getByRole("button", { name: /^Purge remote media last used before .* \(Europe\/Berlin\)$/ })
    .click();
  await expect(card(page)).toContainText("2 files were purged from the cache.");

  await card(page).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Purge remote media" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("2 files were purged from the cache.");
  await expect(page.getByRole("table", { name: "Done to" })).toContainText(/\d{4}-\d\d-\d\dT\d\d:00:00\.000Z/);
});

test("before anything is purged it is said what Synapse does not tell", async ({ page, app, standin }) => {
  await app.open("#/remote");
  for (const words of ["There is no preview.", "Quarantined copies stay,", "It is fetched again on demand,"]) {
    await expect(page.getByText(words)).toBeVisible();
  }
  for (const [text, words] of [
    ["", /^Choose a date/],
    ["tomorrow", /Write a date such as/],
    ["1 Jan 1970", /after 14 December 1970/],
    ["1 Jan 2999", /not in the future/],
  ] as const) {
    await fillDay(page, text);
    await purge(page).click();
    await expect(day(page)).toHaveAttribute("aria-invalid", "true");
    await expect(day(page)).toHaveAccessibleDescription(words);
  }
  await fillDay(page, "24 Aug 2024");
  await purge(page).click();
  await confirm(page).getByRole("button", { name: "Cancel" }).click();
  expect(standin.requests.filter(({ method }) => method === "POST")).toEqual([]);
});

test("a lost answer is told as one: Synapse may have purged all the same", async ({ page, app, standin, guard }) => {
  guard.expectErrors(...CUT, ...BLOCKED);
  standin.faults.arm({ method: "POST", path: /purge_media_cache/, fault: { kind: "drop" } });
  await app.open("#/remote");
  await fillDay(page, "24 Aug 2024");
  await purge(page).click();
  await confirm(page)
    .getByRole("button", { name: /^Purge remote media last used before 24 Aug 2024/ })
    .click();
  await expect(card(page)).toContainText("Unknown:");
});

test("the equivalent command has the same date, and no token", async ({ page, app, homeserver }) => {
  await app.open("#/remote");
  await fillDay(page, "2024-08-24");
  await page.getByRole("button", { name: "Equivalent command" }).click();
  const line = page.getByRole("dialog").getByRole("region", { name: "curl" });
  // Midnight in Berlin.
  await expect(line).toContainText(`${homeserver.baseUrl}/_synapse/admin/v1/purge_media_cache?before_ts=1724450400000`);
  await expect(line).not.toContainText(homeserver.admin.accessToken);
});
