import { expect, test } from "../fixtures/test";
import { askedFor, isUse } from "../helpers/looking";
import { detailsOf, mediaLink, mediaTable } from "../helpers/media-screen";
import { expectReviewed, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import type { Homeserver, MediaRow } from "../target/homeserver";

/** Every row but that one, in one order. */
async function othersThan(homeserver: Homeserver, mediaId: string): Promise<readonly MediaRow[]> {
  const rows = (await homeserver.readMedia()).filter(({ media_id }) => media_id !== mediaId);
  return rows.toSorted((a, b) => (a.media_id < b.media_id ? -1 : 1));
}

/**
 * Uses that file and waits until its access time says so. Synapse writes the use of all files down once a minute, so
 * that of any file used before is written down as well.
 */
async function expectWrittenDown(homeserver: Homeserver, mediaId: string): Promise<void> {
  const { baseUrl, serverName, admin } = homeserver;
  const response = await fetch(`${baseUrl}/_matrix/client/v1/media/download/${serverName}/${mediaId}`, {
    headers: { Authorization: `Bearer ${admin.accessToken}` },
    signal: AbortSignal.timeout(20_000),
  });
  expect(response.status).toBe(200);
  await response.arrayBuffer();
  const usedMs = async () =>
    (await homeserver.readMedia()).find(({ media_id }) => media_id === mediaId)?.last_access_ts ?? null;
  await expect.poll(usedMs, { timeout: 100_000, intervals: [1000] }).not.toBeNull();
}

test("looking around uses no file @synapse", async ({ page, app, homeserver, people }) => {
  test.skip(!homeserver.abilities.rows, "Needs to see when files were last used.");
  test.setTimeout(180_000);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const ann = await people.withMedia({ files: 3, name: "ann" });
  const face = await homeserver.upload(ann, { bytes: 500, name: "face.png", type: "image/png" });
  await homeserver.setAvatar(ann, face);
  await people.withRows([{ upload_name: "old.png", last_access_ts: Date.now() - 300 * DAY_MS }]);
  const control = await homeserver.upload(ann, { bytes: 100, name: "control.bin" });
  const before = await othersThan(homeserver, control);

  await app.signIn();
  await app.open("#/users");
  await page.getByRole("link", { name: ann.userId, exact: true }).click();
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Last used");
  // By name face.png is neither the first nor the last.
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Name");
  await page.getByRole("searchbox", { name: "Name contains" }).fill("face");
  await expect(page.getByText(/^1 of 5 files match/)).toBeVisible();
  await page.getByRole("searchbox", { name: "Name contains" }).fill("");
  await expect(page.getByText("5 files", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Details of face.png" }).click();
  await expect(detailsOf(page, "face.png")).toBeVisible();
  await page.getByRole("button", { name: "Next file" }).click();
  await page.getByRole("button", { name: "Close details" }).click();
  await page.getByRole("button", { name: "Delete face.png", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Delete the selected files" });
  await expect(dialog.getByRole("button", { name: "Delete 1 file", exact: true })).toBeEnabled();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Delete all files of this user" }).click();
  await expectReviewed(page);
  await app.open(reviewLink({ beforeMs: Date.now() - 30 * DAY_MS }));
  await expectReviewed(page);
  await expect(page.getByRole("table", { name: "Files to delete" })).toContainText("old.png");

  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(isUse)).toEqual([]);
  await expectWrittenDown(homeserver, control);
  expect(await othersThan(homeserver, control)).toEqual(before);
});

test.describe("of pictures of every kind", () => {
  test.use({ scenario: "demo" });

  test("none is fetched, however many are listed", async ({ page, app, standin }) => {
    await app.signIn();
    await app.open(mediaLink(standin.store.userId("archivist"), "?rows=1000&sort=media_type"));
    await expect(page.getByText("5,000 files", { exact: true })).toBeVisible();
    await mediaTable(page).getByRole("row").nth(1).hover();
    await page.mouse.wheel(0, 20_000);
    await page.getByRole("button", { name: "Next page" }).click();
    await expect(page.getByText("Page 2 of 5")).toBeVisible();
    await page
      .getByRole("button", { name: /^Details of/ })
      .nth(5)
      .click();
    await expect(page.getByRole("button", { name: "Close details" })).toBeVisible();
    expect(standin.requests.filter(({ path }) => path.endsWith("/media"))).not.toEqual([]);
    expect(askedFor(standin)).toEqual([]);
  });
});
