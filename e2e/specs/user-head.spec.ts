import { type Locator, type Page, expect } from "@playwright/test";

import { DAY_MS, mediaRow } from "../fixtures/media-row";
import { test } from "../fixtures/test";
import { status } from "../helpers/console-errors";
import { mediaLink, mediaTable, usersTable } from "../helpers/media-screen";
import { expectColumn, expectRow } from "../helpers/table";
import { formatter } from "../helpers/wizard";

const table = (page: Page, name: string): Locator => page.getByRole("table", { name, exact: true });

const openContents = (page: Page): Promise<void> => page.getByRole("button", { name: "What they store" }).click();

test("the head says who a user is and how much of everything is theirs @synapse", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const name = "Änne Head";
  const ann = await people.withMedia({ displayname: name, files: 2, bytes: 300 });
  await people.withMedia({ files: 1, bytes: 600 });
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  await expect(page.getByText(/^Account created \d/)).toBeVisible();
  await expect(page.getByText("2 files · 600 B", { exact: true })).toBeVisible();
  await expect(page.getByText(/% of all bytes stored here$/)).toBeVisible();
  await expect(page.getByText("Deactivated", { exact: true })).toHaveCount(0);
  await homeserver.disable(ann, "deactivated");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByText("Deactivated", { exact: true })).toBeVisible();
});

test("every state of an account is said, and its application service", async ({ page, app, people, standin }) => {
  const ann = await people.withRows([{ media_length: 250 }]);
  await people.withRows([{ media_length: 750 }]);
  const account = standin.store.accounts.get(ann.userId);
  if (account === undefined) throw new Error("There is such an account");
  const createdMs = Date.UTC(2021, 2, 14, 8, 30);
  standin.store.accounts.set(ann.userId, {
    ...account,
    admin: true,
    deactivated: true,
    locked: true,
    shadow_banned: true,
    is_guest: true,
    appservice_id: "whatsapp",
    creation_ts: createdMs,
  });
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  for (const state of ["Server admin", "Deactivated", "Locked", "Shadow-banned", "Guest"]) {
    await expect(page.getByText(state, { exact: true })).toBeVisible();
  }
  await expect(page.getByText("Belongs to the application service whatsapp")).toBeVisible();
  await expect(page.getByText(`Account created ${formatter.dateTime(createdMs)}`)).toBeVisible();
  await expect(page.getByText("25% of all bytes stored here", { exact: true })).toBeVisible();
});

test("what they store is counted by type and by month, from a list that is read only then", async ({
  page,
  app,
  people,
  standin,
}) => {
  const march = new Date(2025, 2, 10).getTime();
  const ann = await people.withRows([
    { created_ts: march, media_type: "image/png", media_length: 3000 },
    { created_ts: march + DAY_MS, media_type: "image/jpeg", media_length: 1000 },
    { created_ts: march - 20 * DAY_MS, media_type: "video/mp4", media_length: 6000 },
    { created_ts: march - 20 * DAY_MS, media_type: null, media_length: null },
  ]);
  const wholeLists = () =>
    standin.requests.filter(
      ({ method, path, search }) => method === "GET" && path.includes("/v1/users/") && search.includes("limit=10000"),
    ).length;
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await expect(mediaTable(page)).toBeVisible();
  expect(wholeLists()).toBe(0);
  await openContents(page);
  await expectColumn(table(page, "By type"), "Type", ["Videos", "Images", "Unknown"]);
  await expectRow(table(page, "By type"), { Type: "Images", Files: "2", Size: "4 kB", Share: "40%" });
  await expectRow(table(page, "By type"), { Type: "Unknown", Files: "1", Size: "0 B", Share: "0%" });
  await expectColumn(table(page, "By month of upload"), "Month", ["March 2025", "February 2025"]);
  await expectRow(table(page, "By month of upload"), {
    Month: "February 2025",
    Files: "2",
    Size: "6 kB",
    Share: "60%",
  });
  expect(wholeLists()).toBe(1);
  await expect(page.getByText(/1 unfinished upload has no size: it counts as a file without bytes\.$/)).toBeVisible();
});

test("a long list is read only after one more press that says how long it is", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const ann = await people.create();
  const rows = Array.from({ length: 10_001 }, (_, index) =>
    mediaRow({ user_id: ann.userId, media_id: `long${String(index)}`, media_type: "text/plain", media_length: 2 }),
  );
  await homeserver.insertMedia(rows);
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await expect(page.getByText("10,001 files · 20 kB", { exact: true })).toBeVisible();
  await openContents(page);
  await expect(table(page, "By type")).toHaveCount(0);
  await page.getByRole("button", { name: "Read all 10,001 files" }).click();
  await expectRow(table(page, "By type"), { Type: "Text", Files: "10,001", Size: "20 kB", Share: "100%" });
});

test("of somebody whom the statistics read before do not name, they are read again", async ({ page, app, people }) => {
  const ann = await people.withMedia({ files: 1 });
  await app.signIn();
  await app.open("#/users");
  await expect(usersTable(page)).toContainText(ann.userId);
  const newcomer = await people.withMedia({ files: 2, bytes: 300 });
  const nobody = await people.create();
  await app.open(mediaLink(newcomer.userId));
  await expect(page.getByText(/^\d+ files? · \d+ B$/)).toHaveText("2 files · 600 B");
  await app.open(mediaLink(nobody.userId));
  await expect(page.getByText("0 files · 0 B", { exact: true })).toBeVisible();
});

test("what cannot be read of the head is said there, and takes nothing else with it", async ({
  page,
  app,
  people,
  standin,
  guard,
}) => {
  guard.expectErrors(status(500));
  const ann = await people.withMedia({ displayname: "Änne Again", files: 2, bytes: 300 });
  standin.faults.arm({ path: new RegExp(`/v2/users/${ann.userId}`), fault: { kind: "internal-error" } });
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  const problem = page.getByText(
    /^The account could not be read: Synapse reports an error of its own: “Internal server error”\./,
  );
  await expect(problem).toBeVisible();
  await expect(page.getByText("2 files · 600 B", { exact: true })).toBeVisible();
  await openContents(page);
  await expectRow(table(page, "By type"), { Files: "2", Size: "600 B" });
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText("Änne Again", { exact: true })).toBeVisible();
  await expect(problem).toHaveCount(0);

  const statistics = { path: /\/statistics\//, fault: { kind: "internal-error" } } as const;
  const fault = standin.faults.arm({ ...statistics, times: Infinity });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByText(/^The statistics could not be read: /)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("2 files · 600 B", { exact: true })).toBeVisible();
  fault.disarm();
});
