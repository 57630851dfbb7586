import { type Page, expect } from "@playwright/test";

import { remoteRow } from "../fixtures/media-row";
import { test } from "../fixtures/test";
import { status } from "../helpers/console-errors";
import { readFacts } from "../helpers/facts";
import { askedFor, goOn } from "../helpers/looking";
import { mediaLink, mediaTable } from "../helpers/media-screen";
import { formatter } from "../helpers/wizard";
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

test("a copy of another server's file tells all that Synapse does, and when it was used before a look", async ({
  page,
  app,
  homeserver,
  guard,
}) => {
  guard.expectErrors(status(404));
  const [seen, bad] = [remoteRow({ last_access_ts: 1_700_000_000_000 }), remoteRow({ quarantined_by: "system" })];
  await homeserver.insertRemoteMedia([seen, bad]);
  const copy = page.getByRole("region", { name: "Cached copy" });
  const open = (mediaId: string) =>
    app.open(`#/lookup?media=${encodeURIComponent(`mxc://elsewhere.example/${mediaId}`)}`);
  await open(bad.media_id);
  await expect(copy).toBeVisible();
  expect(await readFacts(copy)).toMatchObject({
    "Quarantined by": "Synapse itself, because its content equals that of a quarantined file",
    Authenticated: "No: also served without a token",
    "SHA-256": "Not told by this version of Synapse, or stored before version 1.128, which brought hashes",
  });
  await open(seen.media_id);
  await button(page, "Show theirs.png").click();
  await goOn(page);
  await expect(copy.getByRole("alert")).toContainText("Synapse has nothing to hand out for this file");
  expect((await readFacts(copy))["Last used"]).toBe(`${formatter.dateTime(1_700_000_000_000)}\nLooked at by you since`);
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
