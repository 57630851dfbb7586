import { expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { mediaLink, mediaTable } from "../helpers/media-screen";

const fields = [
  { name: "Name contains", role: "searchbox", text: "holi" },
  { name: "Size from", role: "textbox", text: "2" },
] as const;

for (const { name, role, text } of fields) {
  test(`a link pressed right after typing into “${name}” leads where it says`, async ({ page, app, people }) => {
    const ann = await people.withRows([{ upload_name: "holiday.png" }, { upload_name: "other.png" }]);
    await page.clock.install();
    await app.signIn();
    await app.open(mediaLink(ann.userId));
    await expect(mediaTable(page)).toBeVisible();
    await page.getByRole("button", { name: "Filters" }).click();

    // The code of the next screen takes its time, in which whatever waits to be written into the link is written.
    const asked = page.waitForRequest(/\/assets\/history-screen/);
    let arrive = () => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/\/assets\/history-screen/, async (route) => {
      await late;
      await route.continue();
    });
    await page.getByRole(role, { name, exact: true }).fill(text);
    await page.getByRole("link", { name: "History" }).click();
    await asked;
    await page.clock.runFor(1000);
    arrive();
    await expect(page.getByRole("heading", { name: "History", level: 1 })).toBeVisible();

    await page.goBack();
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole(role, { name, exact: true }).fill(`${text}1`);
    await page.getByRole("link", { name: "All users" }).click();
    await expect(page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
    await page.clock.runFor(1000);
    await expect(page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
  });
}
