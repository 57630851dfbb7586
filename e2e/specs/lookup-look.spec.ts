import { type Page, expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { askedFor, goOn } from "../helpers/looking";
import { mediaLink, mediaTable } from "../helpers/media-screen";
import type { Standin } from "../standin/handle";

test.use({ scenario: "small" });

const linkTo = (standin: Standin, mediaId: string): string =>
  `#/lookup?media=${encodeURIComponent(standin.store.mxc(mediaId))}`;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

test("a file that was looked up is shown, enlarged and downloaded", async ({ page, app, standin }) => {
  await app.open(linkTo(standin, "annFresh"));
  await button(page, "Show today.jpg").click();
  await goOn(page);
  const picture = button(page, "Enlarge today.jpg").locator("img");
  await page.getByRole("heading", { level: 1 }).hover();
  await page.getByRole("textbox", { name: "Media" }).focus();
  await expect(picture).toHaveCSS("filter", /blur/);
  await page.getByRole("switch", { name: "Blur pictures until pointed at" }).press("Space");
  await expect(picture).toHaveCSS("filter", "none");

  await button(page, "Enlarge today.jpg").click();
  await expect(page.getByRole("dialog", { name: "today.jpg" })).toContainText("The whole file is shown.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(button(page, "Enlarge today.jpg")).toBeFocused();
  const download = page.waitForEvent("download");
  await button(page, "Download").click();
  expect((await download).suggestedFilename()).toBe("today.jpg");
  expect(askedFor(standin)).toEqual(["thumbnail annFresh", "download annFresh", "download annFresh"]);
});

test("what waits for the notice is forgotten when the screen is left", async ({ page, app, standin }) => {
  await app.open(linkTo(standin, "annFace"));
  await app.open(linkTo(standin, "annFresh"));
  const notice = page.getByRole("dialog", { name: "Looking counts as use" });
  await button(page, "Show today.jpg").click();
  await expect(notice).toBeVisible();
  await page.goBack();
  await expect(button(page, "Show me.jpg")).toBeVisible();
  await expect(notice).toHaveCount(0);

  await button(page, "Download").click();
  await expect(notice).toBeVisible();
  await app.open(mediaLink(standin.store.userId("ann")));
  await expect(mediaTable(page)).toBeVisible();
  await expect(notice).toHaveCount(0);
  expect(askedFor(standin)).toEqual([]);
});

test("what is shown or enlarged is let go of when the screen is left", async ({ page, app, standin }) => {
  const revoked = await countRevoked(page);
  await app.open(linkTo(standin, "annFace"));
  await app.open(linkTo(standin, "annFresh"));
  await button(page, "Show today.jpg").click();
  await goOn(page);
  await button(page, "Enlarge today.jpg").click();
  await expect(page.getByRole("dialog", { name: "today.jpg" })).toContainText("The whole file is shown.");
  await page.goBack();
  await expect(button(page, "Show me.jpg")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(revoked).toBe(2);
  await app.open(mediaLink(standin.store.userId("ann")));
  await expect(mediaTable(page)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(askedFor(standin)).toEqual(["thumbnail annFresh", "download annFresh"]);
});

/** Counts the blobs that the page lets go of from its next load on. */
async function countRevoked(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(() => {
    let count = 0;
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.revokeObjectURL = (url) => {
      count += 1;
      document.documentElement.dataset["revoked"] = String(count);
      revoke(url);
    };
  });
  return async () => Number(await page.locator("html").getAttribute("data-revoked"));
}
