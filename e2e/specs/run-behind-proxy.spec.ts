import type { Page } from "@playwright/test";

import { behind } from "../fixtures/behind-proxy";
import { DAY_MS } from "../fixtures/media-row";
import { expect } from "../fixtures/test";
import { expectSignedIn, signIn } from "../helpers/sign-in";
import { expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, reviewLink } from "../helpers/wizard";
import { nginx } from "../hosting/nginx";

const FILES = 5000;

/** The site that admins are told to use, with a proxy that waits for five seconds. */
const hasty = {
  ...nginx,
  configure: (setting: Parameters<typeof nginx.configure>[0]) => {
    const site = setting.site.replace("proxy_read_timeout 60s", "proxy_read_timeout 5s");
    if (site === setting.site) throw new Error("The site does not say how long the proxy waits.");
    return nginx.configure({ ...setting, site });
  },
};

const test = behind(hasty);

test.describe("five thousand files behind a proxy that waits for five seconds", { tag: "@synapse-only" }, () => {
  test.beforeEach(async ({ page, front, people, homeserver, guard }) => {
    // On a busy machine a call may take longer than it should; then the proxy gives up, and the run does not.
    guard.expectErrors(/504 \(Gateway Time-out\)/);
    // A Synapse deletes a few hundred files a second.
    test.setTimeout(180_000);
    await people.withRows(
      Array.from({ length: FILES }, (_, index) => ({ created_ts: Date.now() - 400 * DAY_MS - index })),
    );
    await page.goto(front.appUrl);
    await signIn(page, { homeserver: front.url, accessToken: homeserver.admin.accessToken });
    await expectSignedIn(page);
    await page.goto(front.appUrl + reviewLink({ beforeMs: Date.now() - 365 * DAY_MS }));
    await expectReviewed(page);
  });

  test("go by Synapse's rule, without an error on the screen", async ({ page, homeserver }) => {
    const alerts = await noteAlerts(page);
    await deleteReviewed(page, FILES);
    await expect(page.getByRole("heading", { level: 1, name: "Results" })).toBeVisible({ timeout: 120_000 });
    await expectResults(page, FILES, FILES);
    expect(alerts).toEqual([]);
    expect(await homeserver.readMedia()).toEqual([]);
  });

  test("go all the same where the tab is killed in the middle, once the run is resumed", async ({
    page,
    context,
    front,
    homeserver,
  }) => {
    await deleteReviewed(page, FILES);
    const progress = page.getByRole("progressbar", { name: "Deleting" });
    await expect(progress).toHaveAttribute("aria-valuetext", /^[1-9][\d,]* of 5,000 files$/, { timeout: 60_000 });
    // A killed tab runs nothing more, so it asks nobody and finishes nothing.
    await page.close({ runBeforeUnload: false });

    const next = await context.newPage();
    await next.goto(front.appUrl);
    await signIn(next, { homeserver: front.url, accessToken: homeserver.admin.accessToken });
    await next.getByRole("link", { name: "See how far it came" }).click();
    await expect(next.getByRole("heading", { level: 1, name: "Interrupted run" })).toBeVisible();
    await next.getByRole("button", { name: "Resume" }).click();
    await expect(next.getByRole("heading", { level: 1, name: "Results" })).toBeVisible({ timeout: 120_000 });
    await expectResults(next, FILES, FILES);
    expect(await homeserver.readMedia()).toEqual([]);
    await next.getByRole("link", { name: "History" }).click();
    const runs = next.getByRole("table", { name: "Runs and actions" });
    await expectRow(runs, { Result: /^5,000 of 5,000 deleted/ });
  });
});

/** Every error that stands on the screens of the run, from now on. */
async function noteAlerts(page: Page): Promise<readonly string[]> {
  const alerts: string[] = [];
  await page.exposeFunction("noteAlert", (text: string) => alerts.push(text));
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (!["Deleting", "Results"].includes(document.querySelector("h1")?.textContent ?? "")) return;
      for (const alert of document.querySelectorAll('main [role="alert"]')) {
        Reflect.get(window, "noteAlert")(alert.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true });
  });
  return alerts;
}
