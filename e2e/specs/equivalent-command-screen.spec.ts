import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

import { DAY_MS } from "../fixtures/media-row";
import { daysAgo, test } from "../fixtures/cron";
import { expect } from "../fixtures/test";
import { deleteReviewed, expectResults, expectReviewed, idsOf, reviewLink } from "../helpers/wizard";

/** Opens the dialog and returns it. */
async function openCommands(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Equivalent command" }).click();
  const dialog = page.getByRole("dialog", { name: "Equivalent command" });
  await expect(dialog.getByText(/^Synapse deletes at once/)).toBeVisible();
  return dialog;
}

/** What stands in a block of code. */
const codeIn = async (dialog: Locator, name: string): Promise<string> =>
  (await dialog.getByRole("region", { name, exact: true }).textContent()) ?? "";

test("the rule's commands can be read, copied and downloaded, and do what the screen says", async ({
  page,
  context,
  app,
  people,
  homeserver,
  cron,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await people.withRows([{}, { media_id: "staysNew", created_ts: daysAgo(10) }]);
  const beforeMs = Date.now() - 365 * DAY_MS;
  await app.signIn();
  await app.open(reviewLink({ beforeMs, largerThanBytes: 10 }));
  await expectReviewed(page);

  const dialog = await openCommands(page);
  const line = await codeIn(dialog, "curl");
  const search = `before_ts=${String(beforeMs)}&size_gt=10&keep_profiles=true`;
  expect(line).toBe(
    `curl -g -sS -X POST -H "Authorization: Bearer $TOKEN" '${homeserver.baseUrl}/_synapse/admin/v1/media/delete?${search}'`,
  );
  await dialog.getByRole("button", { name: "Copy the curl line" }).click();
  await expect(dialog.getByText("Copied", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line);

  await expect(dialog.getByText(/what was not used for 366 days, counted back from that run/)).toBeVisible();
  const coming = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("mediasweep.sh");
  const script = await readFile(await file.path(), "utf8");
  expect(script).toBe(await codeIn(dialog, "Script for cron"));
  expect(line + script).not.toContain(homeserver.admin.accessToken);
  expect(await cron.run(script)).toMatchObject({ code: 0, stderr: "" });
  expect(idsOf(await homeserver.readMedia())).toEqual(["staysNew"]);
});

test("under the list the commands name its files, and say why they are not the rule", async ({ page, app, people }) => {
  await people.withRows([
    { media_id: "cat", upload_name: "cat.png" },
    { media_id: "dog", media_type: "text/plain" },
  ]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: daysAgo(365), conditions: { type: "image" } }));
  await expectReviewed(page);
  const dialog = await openCommands(page);
  await expect(dialog.getByText(/^Synapse's rule knows date and size only/)).toBeVisible();
  const [line, script] = [await codeIn(dialog, "curl"), await codeIn(dialog, "Script for cron")];
  for (const code of [line, script]) {
    expect(code).toContain("cat");
    expect(code).not.toContain("dog");
  }
});

test("the commands of a run are on its results, and those of a user name the user", async ({ page, app, people }) => {
  const { userId } = await people.withRows([{}, {}]);
  await app.signIn();
  await app.open(`#/users/${encodeURIComponent(userId)}/delete`);
  await expectReviewed(page);
  await page.getByRole("radio", { name: /^Everything this user has/ }).check();
  await deleteReviewed(page, 2);
  await expectResults(page, 2, 2);
  const dialog = await openCommands(page);
  const path = `/_synapse/admin/v1/users/${encodeURIComponent(userId)}/media?order_by=created_ts&dir=f&from=0&limit=250`;
  expect(await codeIn(dialog, "curl")).toContain(path);
  expect(await codeIn(dialog, "Script for cron")).toContain(`user='${userId}'`);
});

test("there is no command before the list is read, and the button says so", async ({ page, app, people, standin }) => {
  await people.withRows([{}]);
  standin.faults.arm({ path: /\/media\?/, fault: { kind: "hang" } });
  await app.signIn();
  await app.open(reviewLink({ beforeMs: daysAgo(365) }));
  const button = page.getByRole("button", { name: "Equivalent command" });
  await expect(button).toHaveAccessibleDescription("The lists are still being read.");
  await button.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

for (const [device, viewport] of [
  ["a wide screen", { width: 1440, height: 900 }],
  ["a phone", { width: 390, height: 844 }],
] as const) {
  test.describe(`on ${device}`, () => {
    test.use({ viewport });

    test("the commands can be read by everybody, and by keyboard alone", async ({ page, app, people, axe }) => {
      await people.withRows([{}]);
      await app.signIn();
      await app.open(reviewLink({ beforeMs: daysAgo(365) }));
      await expectReviewed(page);
      await page.getByRole("button", { name: "Equivalent command" }).focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: "Equivalent command" });
      await expect(dialog).toBeVisible();
      for (const colorScheme of ["dark", "light"] as const) {
        await page.emulateMedia({ colorScheme });
        await axe();
      }
      const block = dialog.getByRole("region", { name: "Script for cron" });
      for (let presses = 0; presses < 8; presses += 1) {
        if (await block.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press("Tab");
      }
      await expect(block).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => block.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
      // Long lines scroll within their block, and the dialog stays as wide as the screen.
      const isWider = dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
      expect(await isWider).toBe(false);
      await page.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Equivalent command" })).toBeFocused();
    });
  });
}
