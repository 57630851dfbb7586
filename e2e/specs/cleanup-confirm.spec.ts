import { expectReviewed, idsOf, reviewLink } from "../helpers/wizard";
import { DAY_MS, mediaRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";

const yearAgo = () => Date.now() - 365 * DAY_MS;

test("names count, bytes, server, rule and way before anything goes", async ({ page, app, people }) => {
  await people.withRows([{ media_length: 1_500_000 }, { media_length: 600_000 }]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: Date.UTC(2026, 2, 1, 8), largerThanBytes: 500_000 }));
  await expectReviewed(page);
  await page.getByRole("button", { name: "Delete 2 files" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 2 files · 2.1 MB?" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("term")).toHaveText(["Server", "Rule", "How", "Files", "Size"]);
  await expect(dialog.getByRole("definition")).toHaveText([
    "standin.example",
    /^Files last used before 1 Mar 2026, 09:00 \(Europe\/Berlin\) and larger than 500 kB, except pictures in use/,
    "Synapse's rule",
    "2 files at most",
    "2.1 MB",
  ]);
  await expect(dialog.getByText(/cannot be undone/)).toBeVisible();
});

test("Enter or Space pressed in a hurry deletes nothing, and Escape leads back", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  await people.withRows([{}, {}, {}]);
  const before = idsOf(await homeserver.readMedia());
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  const opener = page.getByRole("button", { name: "Delete 3 files" });
  const dialog = page.getByRole("dialog");
  for (const key of ["Enter", "Space"]) {
    await opener.press("Enter");
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.keyboard.press(key);
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
  await opener.press("Enter");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Review" })).toBeVisible();
  expect(idsOf(await homeserver.readMedia())).toEqual(before);
});

test("99 files need no typing", async ({ page, app, people }) => {
  await people.withRows(Array.from({ length: 99 }, () => ({})));
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await page.getByRole("button", { name: "Delete 99 files" }).click();
  await expect(page.getByRole("dialog").getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("dialog").getByRole("button", { name: "Delete 99 files" })).toBeEnabled();
});

test("from 100 files on the count has to be typed", async ({ page, app, people, homeserver }) => {
  await people.withRows(Array.from({ length: 1204 }, () => ({})));
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await page.getByRole("button", { name: "Delete 1,204 files" }).click();
  const dialog = page.getByRole("dialog");
  const field = dialog.getByRole("textbox", { name: "Type 1204 to confirm" });
  const button = dialog.getByRole("button", { name: "Delete 1,204 files" });
  await expect(field).toBeFocused();
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription("Type 1204 into the field first.");
  for (const wrong of ["1203", "12040", "120", "twelve hundred", "1204 files", "-1204"]) {
    await field.fill(wrong);
    await expect(button).toBeDisabled();
  }
  // Clicked all the same, as an impatient admin would.
  await button.click({ force: true });
  await field.fill("1204");
  await expect(button).toBeEnabled();
  // Enter in the field is no confirmation: it may be the end of what was typed.
  await field.press("Enter");
  await expect(dialog).toBeVisible();
  expect(await homeserver.readMedia()).toHaveLength(1204);

  await field.fill("1,204");
  await button.click();
  await expect(page.getByText("1,204 of 1,204 deleted")).toBeVisible();
  expect(await homeserver.readMedia()).toEqual([]);
});

test("owners that no list names are named again, with what may go of them", async ({
  page,
  app,
  people,
  homeserver,
  guard,
}) => {
  guard.expectErrors(/status of 404/);
  await people.withRows([{}]);
  const user_id = `@nobody:${homeserver.serverName}`;
  await homeserver.insertMedia([mediaRow({ user_id }), mediaRow({ user_id })]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await page.getByRole("checkbox", { name: /^Synapse's rule will also take/ }).check();
  await page.getByRole("button", { name: "Delete 1 file" }).click();
  const words = "Agreed: files of 1 owner that could not be read, 2 files at most, may go too.";
  await expect(page.getByRole("dialog").getByText(words)).toBeVisible();
});
