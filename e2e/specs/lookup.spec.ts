import type { Page } from "@playwright/test";

import { DAY_MS, newMediaId, remoteRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { readFacts } from "../helpers/facts";
import { pickedDialog } from "../helpers/media-screen";
import { expectResults } from "../helpers/wizard";
import { isSince } from "../contract/ask";

const field = (page: Page) => page.getByRole("textbox", { name: "Media" });
const result = (page: Page) => page.getByRole("region", { name: "File", exact: true });
const copy = (page: Page) => page.getByRole("region", { name: "Cached copy" });

async function lookUp(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await page.getByRole("button", { name: "Look up" }).click();
}

test.beforeEach(async ({ homeserver, app }) => {
  test.skip(!isSince(homeserver, "1.140"), "Synapse tells of a single file since 1.140.");
  await app.signIn();
});

test("a file is found by its URI, by every link to it, and by its ID @synapse", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const ann = await people.create({ name: "ann" });
  const mediaId = await homeserver.upload(ann, { bytes: 1234, name: "cat.png", type: "image/png" });
  const { serverName, baseUrl } = homeserver;
  const mxc = `mxc://${serverName}/${mediaId}`;
  await app.open("#/users");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Look up" }).click();
  for (const text of [
    mxc,
    `${baseUrl}/_matrix/media/v3/thumbnail/${serverName}/${mediaId}?width=32`,
    `https://elsewhere.example/_matrix/client/v1/media/download/${serverName}/${mediaId}/cat.png`,
    `  ${mediaId} `,
  ]) {
    await app.open("#/lookup");
    await lookUp(page, text);
    await expect(page).toHaveURL(/#\/lookup\?media=mxc%3A%2F%2F/);
    await expect(field(page)).toHaveValue(mxc);
    await expect(result(page)).toContainText("cat.png");
    await expect(result(page)).toContainText("1,234 bytes");
    await expect(result(page)).toContainText(ann.userId);
    await expect(result(page)).toContainText("Never opened since it was uploaded");
  }
});

test("what names no media is told so beside the field, and nothing is asked", async ({ page, app, standin }) => {
  await app.open("#/lookup");
  const asked = standin.requests.length;
  for (const [text, words] of [
    ["", /^Enter an mxc URI/],
    ["https://matrix.to/#/!room:example.org/$event?via=example.org", /event, which names no media/],
    ["https://example.org/cat.png", /names no media/],
    ["cat.png", /no media ID/],
  ] as const) {
    await lookUp(page, text);
    await expect(field(page)).toHaveAttribute("aria-invalid", "true");
    await expect(field(page)).toHaveAccessibleDescription(words);
  }
  await field(page).fill("abc");
  await expect(field(page)).not.toHaveAttribute("aria-invalid", "true");
  await expect(page).toHaveURL(/#\/lookup$/);
  expect(standin.requests.slice(asked).filter(({ path }) => path.includes("/media/"))).toEqual([]);
});

test("a file that is not there is said to be unknown, with all that may have become of it @synapse", async ({
  page,
  app,
  homeserver,
  guard,
}) => {
  guard.expectErrors(/status of 404/);
  await app.open(`#/lookup?media=${encodeURIComponent(`mxc://${homeserver.serverName}/neverUploaded`)}`);
  await expect(page.getByText("Synapse knows no such file")).toBeVisible();
  await expect(page.getByText(/It was deleted, or never uploaded here/)).toBeVisible();
  await lookUp(page, "mxc://elsewhere.example/2024-01-31_abc");
  await expect(page.getByText(/keeps no copy of it/)).toBeVisible();
  await expect(page.getByText("Dated, as those of URL previews are")).toBeVisible();
});

test("a file is deleted by the same review as everywhere, and is gone then @synapse", async ({
  page,
  app,
  people,
  homeserver,
  guard,
}) => {
  guard.expectErrors(/status of 404/);
  const ann = await people.create({ name: "ann" });
  const mediaId = await homeserver.upload(ann, { bytes: 1000, name: "cat.png" });
  const link = `#/lookup?media=${encodeURIComponent(`mxc://${homeserver.serverName}/${mediaId}`)}`;
  await app.open(link);
  await result(page).getByRole("button", { name: "Delete", exact: true }).click();
  expect(await readFacts(pickedDialog(page))).toMatchObject({
    User: `Files of ${ann.userId}, picked by hand.`,
    Files: "1 file",
  });
  await pickedDialog(page).getByRole("button", { name: "Delete 1 file", exact: true }).click();
  await expectResults(page, 1, 1);
  await app.open(link);
  await expect(page.getByText("Synapse knows no such file")).toBeVisible();
});

test("a file is quarantined where it is shown, and shown as such @synapse", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const ann = await people.create({ name: "ann" });
  const mediaId = await homeserver.upload(ann, { bytes: 1000, name: "cat.png" });
  await app.open(`#/lookup?media=${encodeURIComponent(`mxc://${homeserver.serverName}/${mediaId}`)}`);
  await result(page).getByRole("button", { name: "Quarantine", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Quarantine" }).click();
  await expect(result(page).getByRole("button", { name: "Lift quarantine" })).toBeVisible();
  await expect(result(page)).toContainText(homeserver.admin.userId);
});

test("the copy of another server's file is shown, and that it cannot be deleted alone @synapse", async ({
  page,
  app,
  homeserver,
}) => {
  test.skip(!homeserver.abilities.rows, "The database of this server is out of reach.");
  const row = remoteRow({ media_id: newMediaId(), last_access_ts: Date.now() - DAY_MS, upload_name: "theirs.png" });
  await homeserver.insertRemoteMedia([row]);
  await app.open("#/lookup");
  await lookUp(page, `mxc://${row.media_origin}/${row.media_id}`);
  await expect(copy(page)).toContainText("theirs.png");
  await expect(copy(page)).toContainText("Synapse cannot delete a single remote file.");
  await expect(copy(page).getByRole("button", { name: "Delete" })).toHaveCount(0);
  await expect(copy(page).getByRole("button", { name: "Quarantine", exact: true })).toBeVisible();
  await copy(page).getByRole("link", { name: "purge the cache by date" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Remote media" })).toBeVisible();
});
