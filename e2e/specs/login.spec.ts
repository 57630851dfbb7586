import { mountUnder } from "../fixtures/hosts";
import { expect, test } from "../fixtures/test";
import { status } from "../helpers/console-errors";
import { expectSignedIn, expectSignedOut, signIn } from "../helpers/sign-in";
import { placesHolding } from "../helpers/storage";
import { type StandinHomeserver, startStandin } from "../target/standin";

test("an admin signs in with the homeserver's URL and an access token @synapse", async ({ page, app, homeserver }) => {
  const { baseUrl, serverName, admin } = homeserver;
  await app.open();
  await expectSignedOut(page);
  expect(new URL(baseUrl).origin, "The homeserver is another origin").not.toBe(new URL(app.url).origin);

  await signIn(page, { homeserver: baseUrl, accessToken: admin.accessToken });

  await expectSignedIn(page);
  const banner = page.getByRole("banner");
  await expect(banner.getByText(serverName, { exact: true })).toBeVisible();
  await expect(banner.getByText(admin.userId, { exact: true })).toBeVisible();
});

test("the form is filled in and sent by keyboard alone", async ({ page, app, homeserver }) => {
  await app.open();
  const url = page.getByRole("textbox", { name: "Homeserver URL" });
  await url.focus();
  await page.keyboard.insertText(homeserver.baseUrl);
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Access token")).toBeFocused();
  await page.keyboard.insertText(homeserver.admin.accessToken);
  await page.keyboard.press("Enter");
  await expectSignedIn(page);
});

test("the token is hidden until the admin asks to see it", async ({ page, app }) => {
  await app.open();
  const token = page.getByLabel("Access token");
  await token.fill("syt_secret");
  await expect(token).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show what was entered" }).click();
  await expect(token).toHaveAttribute("type", "text");
});

test.describe("the URL may come", () => {
  const ways: readonly (readonly [how: string, write: (baseUrl: string) => string])[] = [
    ["without its scheme, for this machine", (url) => url.replace("http://", "")],
    ["with a trailing slash", (url) => `${url}/`],
    ["with blanks around it and several slashes", (url) => `  ${url}//  `],
    ["with the path of an API pasted along", (url) => `${url}/_matrix/client/versions`],
    ["with the path of the admin API pasted along", (url) => `${url}/_synapse/admin/v1/server_version?x=1`],
    ["in capitals", (url) => url.replace("http", "HTTP")],
  ];
  for (const [how, write] of ways) {
    test(how, async ({ page, app, homeserver: { baseUrl, admin } }) => {
      await app.open();
      await signIn(page, { homeserver: write(baseUrl), accessToken: admin.accessToken });
      await expectSignedIn(page);
    });
  }

  test("with a path, below which the whole homeserver lies", async ({ page, app, standin, homeserver, guard }) => {
    const proxy = await mountUnder("/matrix/home", standin);
    guard.expectRequestsTo(proxy.url);
    try {
      await app.open();
      await signIn(page, { homeserver: `${proxy.url}/`, accessToken: homeserver.admin.accessToken });
      await expectSignedIn(page);
      await expect(page.getByText("No media is stored yet")).toBeVisible();
      expect(standin.requests.map(({ path }) => path)).toContain("/_synapse/admin/v1/statistics/users/media");
    } finally {
      await proxy.close();
    }
  });
});

test.describe("a server name whose web server announces the homeserver", () => {
  const withSite = test.extend<{ readonly site: StandinHomeserver }>({
    site: async ({ homeserver, guard, standin: _onlyThere }, provide) => {
      const site = await startStandin({ publicBaseUrl: `${homeserver.baseUrl}/` });
      guard.expectRequestsTo(site.baseUrl);
      guard.expectErrors(status(404));
      await provide(site);
      await site.stop();
    },
  });

  withSite("and is nothing else", async ({ page, app, site, homeserver: { baseUrl, admin } }) => {
    site.standin.faults.arm({
      path: /_matrix|_synapse/,
      fault: { kind: "proxy-page", status: 404, cors: true },
      times: Infinity,
    });
    await app.open();
    await signIn(page, { homeserver: site.baseUrl.replace("http://", ""), accessToken: admin.accessToken });
    await expectSignedIn(page);
    expect(await placesHolding(page, baseUrl)).toEqual(["session storage"]);
  });

  withSite("and lets no page read its error pages", async ({ page, app, site, guard, homeserver: { admin } }) => {
    guard.expectErrors(/blocked by CORS policy/, /net::ERR_FAILED/);
    site.standin.faults.arm({
      path: /_matrix|_synapse/,
      fault: { kind: "proxy-page", status: 404, cors: false },
      times: Infinity,
    });
    await app.open();
    await signIn(page, { homeserver: site.baseUrl, accessToken: admin.accessToken });
    await expectSignedIn(page);
  });

  withSite("and passes on the client API alone", async ({ page, app, site, homeserver: { admin } }) => {
    site.standin.faults.arm({ path: /_synapse/, fault: { kind: "unrecognized" }, times: Infinity });
    await app.open();
    await signIn(page, { homeserver: site.baseUrl, accessToken: admin.accessToken });
    await expectSignedIn(page);
    const asked = site.standin.requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked, "The token, which needs a preflight, goes to the announced homeserver alone").toEqual([
      "GET /_matrix/client/versions",
      "GET /_synapse/admin/v1/server_version",
      "GET /.well-known/matrix/client",
    ]);
  });
});

test.describe("the token may come", () => {
  const ways: readonly (readonly [how: string, write: (token: string) => string])[] = [
    ["with blanks and line breaks around it", (token) => `\n  ${token} \r\n`],
    ["broken over two lines, as a terminal shows it", (token) => `${token.slice(0, 9)}\n  ${token.slice(9)}`],
    ["with Bearer before it", (token) => `Bearer ${token}`],
    ["as a whole header", (token) => `Authorization: Bearer ${token}`],
    ["in quotes, with an unseen blank", (token) => `"\u200B${token}\uFEFF"`],
  ];
  for (const [how, write] of ways) {
    test(how, async ({ page, app, homeserver: { baseUrl, admin } }) => {
      await app.open();
      await page.getByRole("textbox", { name: "Homeserver URL" }).fill(baseUrl);
      await page.getByLabel("Access token").focus();
      // As pasting does it; filling in a field would lose the line breaks by other rules.
      await page.keyboard.insertText(write(admin.accessToken));
      await page.keyboard.press("Enter");
      await expectSignedIn(page);
    });
  }
});
