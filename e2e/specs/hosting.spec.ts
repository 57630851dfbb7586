import { caddy } from "../hosting/caddy";
import { nginx } from "../hosting/nginx";
import { expectSignedIn, signIn } from "../helpers/sign-in";
import { expectColumn } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import { behind } from "../fixtures/behind-proxy";
import { expect } from "../fixtures/test";

for (const kind of [nginx, caddy]) {
  const test = behind(kind);

  test.describe(kind.name, { tag: "@synapse" }, () => {
    test("the app signs in, opens a deep link and deletes through the proxy", async ({
      page,
      front,
      people,
      homeserver,
    }) => {
      await people.withRows([{ upload_name: "old.png" }, { upload_name: "older.png" }]);
      await page.goto(front.appUrl);
      await signIn(page, { homeserver: front.url, accessToken: homeserver.admin.accessToken });
      await expectSignedIn(page);

      await page.goto(front.appUrl + reviewLink({ beforeMs: Date.now() - 365 * DAY_MS }));
      await expectReviewed(page);
      await page.reload();
      await expectReviewed(page);
      await deleteReviewed(page, 2);
      await expectResults(page, 2, 2);
      expect(await homeserver.readMedia()).toEqual([]);
    });

    test("a user ID with an encoded slash reaches Synapse as it is", async ({ page, front, people, homeserver }) => {
      const person = await people.withRows([{ upload_name: "old.png" }], { name: "a/b" });
      await page.goto(front.appUrl);
      await signIn(page, { homeserver: front.url, accessToken: homeserver.admin.accessToken });
      await expectSignedIn(page);
      await page.goto(`${front.appUrl}#/users/${encodeURIComponent(person.userId)}`);
      await expectColumn(page.getByRole("table", { name: "Media" }), "Name", [/old\.png/]);
      await page.goto(`${front.appUrl}#/users/${encodeURIComponent(person.userId)}/delete`);
      await expectReviewed(page);
      await deleteReviewed(page, 1);
      await expectResults(page, 1, 1);
      expect(await homeserver.readMedia()).toEqual([]);
    });

    test("the folder without its slash leads to the app", async ({ page, front }) => {
      await page.goto(front.appUrl.slice(0, -1));
      await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
      expect(page.url()).toMatch(/\/mediasweep\/#\/login/);
    });

    test("the page cannot be framed, guessed at or kept too long; its parts are kept for good", async ({ front }) => {
      const page = await fetch(front.appUrl);
      expect(page.headers.get("Content-Security-Policy")).toBe("frame-ancestors 'none'");
      expect(page.headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(page.headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(page.headers.get("Cache-Control")).toBe("no-cache");
      const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? "";

      const part = await fetch(front.appUrl + script);
      expect(part.status).toBe(200);
      expect(part.headers.get("Content-Type")).toMatch(/javascript/);
      expect(part.headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(part.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");

      const missing = await fetch(`${front.appUrl}assets/no-such-part.js`);
      expect(missing.status).toBe(404);
      // Or a part that was asked for too early would be missing for a year.
      expect(missing.headers.get("Cache-Control") ?? "").not.toContain("immutable");
    });
  });
}
