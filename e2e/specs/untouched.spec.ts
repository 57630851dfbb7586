import { expect, test } from "../fixtures/test";
import { mediaLink, mediaTable } from "../helpers/media-screen";
import { expectReviewed, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";

/** Paths that hand out content, which counts as use. */
const CONTENT = /\/_matrix\/(client\/v\d+\/)?media\/(v\d+\/|r0\/)?(download|thumbnail|preview_url)/;

test("looking around uses no file @synapse", async ({ page, app, homeserver, people }) => {
  test.skip(!homeserver.abilities.rows, "Needs to see when files were last used.");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const ann = await people.withMedia({ files: 3, name: "ann" });
  const face = await homeserver.upload(ann, { bytes: 500, name: "face.png", type: "image/png" });
  await homeserver.setAvatar(ann, face);
  await people.withRows([{ upload_name: "old.png", last_access_ts: Date.now() - 300 * DAY_MS }]);
  const before = (await homeserver.readMedia()).toSorted((a, b) => (a.media_id < b.media_id ? -1 : 1));

  await app.signIn();
  await app.open("#/users");
  await page.getByRole("link", { name: ann.userId, exact: true }).click();
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Last used");
  await page.getByRole("button", { name: "Details of face.png" }).click();
  await expect(page.getByRole("dialog", { name: "Details of face.png" })).toBeVisible();
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
  expect(asked.filter((path) => CONTENT.test(path))).toEqual([]);
  const after = (await homeserver.readMedia()).toSorted((a, b) => (a.media_id < b.media_id ? -1 : 1));
  expect(after).toEqual(before);
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
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(standin.requests.filter(({ path }) => path.endsWith("/media"))).not.toEqual([]);
    expect(standin.requests.filter(({ path }) => CONTENT.test(path))).toEqual([]);
  });
});
