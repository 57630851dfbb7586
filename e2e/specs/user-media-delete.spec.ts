import { type Locator, type Page, expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { readFacts } from "../helpers/facts";
import { mediaLink, mediaTable, pickedDialog, tickBox } from "../helpers/media-screen";
import { expectColumn, expectNoRow, expectRow } from "../helpers/table";
import { expectResults, expectReviewed, expectSummary, idsOf } from "../helpers/wizard";
import type { Homeserver, Person } from "../target/homeserver";

const table = (page: Page, name: string): Locator => page.getByRole("table", { name, exact: true });

const filesOf = async (homeserver: Homeserver, { userId }: Person) =>
  (await homeserver.readMedia()).filter(({ user_id }) => user_id === userId);

const noRows = "Needs rows that no client could upload.";

test("one file goes after a preview with count and bytes", async ({ page, app, people, homeserver, standin }) => {
  const ann = await people.withRows([
    { upload_name: "cat.png", media_length: 1_200_000 },
    { upload_name: "dog.png", media_length: 7 },
  ]);
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await page.getByRole("button", { name: "Delete cat.png", exact: true }).click();

  await expectRow(pickedDialog(page).getByRole("table", { name: "Files to delete" }), {
    Name: "cat.png",
    Size: "1.2 MB",
  });
  expect(await readFacts(pickedDialog(page))).toEqual({
    Server: homeserver.serverName,
    User: `Files of ${ann.userId}, picked by hand.`,
    How: "Exactly this list",
    Files: "1 file",
    Size: "1.2 MB",
  });
  await expect(pickedDialog(page)).toContainText("This cannot be undone.");
  await expect(pickedDialog(page).getByRole("button", { name: "Cancel" })).toBeFocused();
  expect(standin.requests.filter(({ method }) => method === "DELETE" || method === "POST")).toEqual([]);

  await pickedDialog(page).getByRole("button", { name: "Delete 1 file", exact: true }).click();
  await expectResults(page, 1, 1);
  await expectRow(table(page, "Deleted media"), { Name: "cat.png", Owner: ann.userId, Size: "1.2 MB" });
  await expect(page.getByText("At most 1.2 MB were freed on the server's own disk")).toBeVisible();
  expect(idsOf(await filesOf(homeserver, ann))).toEqual(idsOf(ann.rows.slice(1)));

  await app.open(mediaLink(ann.userId));
  await expectColumn(mediaTable(page), "Name", ["dog.png"]);
});

test("ticked files of several pages go, and no other @synapse", async ({ page, app, people, homeserver }) => {
  test.skip(!homeserver.abilities.rows, noRows);
  const rows = Array.from({ length: 40 }, (_, index) => ({
    upload_name: `f${String(index)}`,
    media_length: 1000 + index,
  }));
  const ann = await people.withRows(rows);
  const ben = await people.withRows([{}]);
  await app.signIn();
  await app.open(mediaLink(ann.userId, "?sort=media_length&dir=ascending&rows=25"));
  await tickBox(page, "f1").check();
  await page.getByRole("button", { name: "Next page" }).click();
  await tickBox(page, "f30").check();
  await tickBox(page, "f31").check();
  await page.getByRole("button", { name: "Delete selected" }).click();

  await expectColumn(pickedDialog(page).getByRole("table", { name: "Files to delete" }), "Name", ["f1", "f30", "f31"]);
  expect(await readFacts(pickedDialog(page))).toMatchObject({ Files: "3 files", Size: "3.1 kB" });
  await pickedDialog(page).getByRole("button", { name: "Delete 3 files", exact: true }).click();

  await expectResults(page, 3, 3);
  const [deleted, left] = [
    ["f1", "f30", "f31"],
    ann.rows.filter(({ upload_name }) => !/^f(1|30|31)$/.test(upload_name ?? "")),
  ];
  for (const name of deleted) await expectRow(table(page, "Deleted media"), { Name: name });
  expect(idsOf(await filesOf(homeserver, ann))).toEqual(idsOf(left));
  expect(idsOf(await filesOf(homeserver, ben))).toEqual(idsOf(ben.rows));

  await page.goBack();
  await expect(page.getByRole("region", { name: "Selection" })).toContainText("No files selected");
  await expect(page.getByText("37 files", { exact: true })).toBeVisible();
});

test("all files of a user are all of them, not the first hundred @synapse", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  test.skip(!homeserver.abilities.rows, noRows);
  const ann = await people.withRows(Array.from({ length: 250 }, () => ({})));
  const ben = await people.withRows([{}, {}]);
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await page.getByRole("button", { name: "Delete all files of this user" }).click();

  await expectReviewed(page);
  await expect(page.getByText(`All files of ${ann.userId}.`)).toBeVisible();
  await expectSummary(page, "250 files · 250 kB");
  expect(await filesOf(homeserver, ann)).toHaveLength(250);
  await page.getByRole("button", { name: "Delete 250 files" }).click();
  const confirm = page.getByRole("dialog", { name: "Delete 250 files · 250 kB?" });
  const last = confirm.getByRole("button", { name: "Delete 250 files" });
  const typed = confirm.getByRole("textbox", { name: "Type 250 to confirm" });
  await expect(typed).toBeFocused();
  await expect(last).toBeDisabled();
  await typed.fill("25");
  await expect(last).toHaveAccessibleDescription("Type 250 into the field first.");
  await typed.fill("250");
  await last.click();

  await expectResults(page, 250, 250);
  await expect(table(page, "Deleted media").getByRole("row")).toHaveCount(251);
  expect(await filesOf(homeserver, ann)).toEqual([]);
  expect(await filesOf(homeserver, ben)).toHaveLength(2);
  await app.open(mediaLink(ann.userId));
  await expect(page.getByText("This user has no media")).toBeVisible();
});

test.describe("with a file for each reason", () => {
  test.use({ scenario: "small" });

  test.beforeEach(async ({ app }) => {
    await app.signIn();
  });

  test("all files of a user spares what is in use or protected, and says why", async ({ page, app, standin }) => {
    const ann = { userId: standin.store.userId("ann") };
    await app.open(mediaLink(ann.userId));
    await page.getByRole("button", { name: "Delete all files of this user" }).click();
    await expectReviewed(page);
    await expectSummary(page, "5 files · 47.7 MB");
    await expectRow(table(page, "Kept"), { Name: "me.jpg", Reason: `Profile picture of ${ann.userId}` });
    await expectRow(table(page, "Kept"), { Name: "evidence.jpg", Reason: "Protected from quarantine" });
    // There is no date and no size to match.
    await expect(page.getByText("These stay for the reason given.", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Delete 5 files" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete 5 files" }).click();
    await expectResults(page, 5, 5);
    await expectRow(table(page, "Kept"), { Name: "me.jpg", Reason: `Profile picture of ${ann.userId}` });
    expect(idsOf([...standin.store.media.rowsOf(ann.userId)])).toEqual(["annFace", "annProtected"]);
  });

  test("everything a user has goes by Synapse's own call, also what is in use", async ({ page, app, standin }) => {
    const ann = { userId: standin.store.userId("ann") };
    await app.open(mediaLink(ann.userId));
    await page.getByRole("button", { name: "Delete all files of this user" }).click();
    await expectReviewed(page);
    await page.getByRole("radio", { name: /^Everything this user has, also what arrives meanwhile/ }).check();
    await expectSummary(page, "7 files · 48.8 MB");
    await expect(
      page.getByText("Nothing is kept: the profile picture, protected and quarantined files go too"),
    ).toBeVisible();
    await expect(page.getByText("1 of them is protected from quarantine by an admin")).toBeVisible();
    await page.getByRole("button", { name: "Delete 7 files" }).click();
    const confirm = page.getByRole("dialog", { name: "Delete 7 files · 48.8 MB and what arrives meanwhile?" });
    await confirm.getByRole("button", { name: "Delete 7 files" }).click();
    await expectResults(page, 7, 7);
    expect([...standin.store.media.rowsOf(ann.userId)]).toEqual([]);
  });

  test("of ticked files it is said which are in use or protected, and they can be kept", async ({
    page,
    app,
    standin,
  }) => {
    const ann = { userId: standin.store.userId("ann") };
    await app.open(mediaLink(ann.userId));
    for (const name of ["me.jpg", "evidence.jpg", "today.jpg"]) await tickBox(page, name).check();
    await page.getByRole("button", { name: "Delete selected" }).click();
    const doomed = pickedDialog(page).getByRole("table", { name: "Files to delete" });
    await expectRow(doomed, { Name: "me.jpg", Mind: `Profile picture of ${ann.userId}` });
    await expectRow(doomed, { Name: "evidence.jpg", Mind: "Protected from quarantine" });
    await expect(pickedDialog(page)).toContainText("1 of them is in use as a profile picture or room avatar");

    await pickedDialog(page).getByRole("switch", { name: "Keep files in use or protected" }).press("Space");
    await expectRow(pickedDialog(page).getByRole("table", { name: "Kept" }), { Name: "me.jpg" });
    await expectNoRow(doomed, { Name: "me.jpg" });
    await pickedDialog(page).getByRole("button", { name: "Delete 1 file", exact: true }).click();
    await expectResults(page, 1, 1);
    expect(standin.store.media.get("annFresh")).toBeUndefined();
    expect(standin.store.media.get("annFace")).toBeDefined();
  });

  for (const way of ["Cancel", "Close", "Escape"]) {
    test(`${way} deletes nothing and keeps the ticks`, async ({ page, app, standin }) => {
      await app.open(mediaLink(standin.store.userId("ann")));
      await tickBox(page, "today.jpg").check();
      await page.getByRole("button", { name: "Delete selected" }).click();
      await expect(pickedDialog(page).getByRole("button", { name: "Delete 1 file", exact: true })).toBeEnabled();
      if (way === "Escape") await page.keyboard.press("Escape");
      else await pickedDialog(page).getByRole("button", { name: way }).click();
      await expect(pickedDialog(page)).toHaveCount(0);
      await expect(tickBox(page, "today.jpg")).toBeChecked();
      expect(standin.store.media.get("annFresh")).toBeDefined();
    });
  }
});
