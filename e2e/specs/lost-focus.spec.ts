import { expect, test } from "../fixtures/test";
import { actionCard, askAbout, confirmAct, tray } from "../helpers/act";
import { mediaLink, tickBox, usersTable } from "../helpers/media-screen";

/** That many files of 1,000 bytes. */
const files = (count: number) => Array.from({ length: count }, (_, index) => ({ upload_name: `f${String(index)}` }));

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

test("where ticks are cleared the focus stays with them", async ({ page, app, people }) => {
  const ann = await people.withRows(files(2));
  await app.open(mediaLink(ann.userId));
  await tickBox(page, "f0").check();
  await tray(page).getByRole("button", { name: "Clear selection" }).press("Enter");
  await expect(tray(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(tray(page).getByRole("button", { name: "Delete selected" })).toBeFocused();

  await tickBox(page, "f0").check();
  await tickBox(page, "f0").press("Space");
  await expect(tickBox(page, "f0")).toBeFocused();

  await app.open("#/users");
  await usersTable(page)
    .getByRole("checkbox", { name: `Select ${ann.userId}`, exact: true })
    .check();
  await tray(page).getByRole("button", { name: "Clear selection" }).press("Enter");
  await expect(tray(page)).toBeFocused();
});

test("where everything on all pages is ticked, or not any more, so does it", async ({ page, app, people }) => {
  const ann = await people.withRows(files(60));
  await app.open(mediaLink(ann.userId, "?rows=25"));
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await page.getByRole("button", { name: "Select all 60 files of this user" }).press("Enter");
  await expect(page.getByRole("region", { name: "All pages" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(tray(page)).toContainText("No files selected");
  await expect(tray(page)).toBeFocused();
});

test("an action leaves the focus with what was ticked, and put away leads to the heading", async ({
  page,
  app,
  people,
}) => {
  const ann = await people.withRows(files(2));
  await app.open(mediaLink(ann.userId));
  const dialog = await askAbout(page, ["f0"], "Protect");
  await dialog.getByRole("button", { name: "Protect 1 file" }).press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(tray(page)).toBeFocused();
  await actionCard(page).getByRole("button", { name: "Put away" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("where Stop has the focus at the end of an action, the card takes it", async ({ page, app, people, standin }) => {
  const ann = await people.withRows(files(1));
  await app.open(mediaLink(ann.userId));
  const held = standin.faults.arm({ method: "POST", path: /\/media\/protect\//, fault: { kind: "slow", ms: 3000 } });
  const dialog = await askAbout(page, ["f0"], "Protect");
  await dialog.getByRole("button", { name: "Protect 1 file" }).press("Enter");
  await actionCard(page).getByRole("button", { name: "Stop" }).press("Enter");
  await expect(actionCard(page).getByRole("button", { name: "Put away" })).toBeVisible();
  await expect(actionCard(page)).toBeFocused();
  expect(held.hits()).toBe(1);

  await tickBox(page, "f0").focus();
  await askAbout(page, ["f0"], "Remove protection");
  await confirmAct(page, "Remove the protection of 1 file", "Done.");
  await expect(actionCard(page)).not.toBeFocused();
});
