import type { Page } from "@playwright/test";

import { freedUrl, serveOverHttps } from "../fixtures/hosts";
import { expect, test } from "../fixtures/test";
import { BLOCKED, CUT, REFUSED, status } from "../helpers/console-errors";
import { type Credentials, expectSignedIn, signIn } from "../helpers/sign-in";
import type { Fault } from "../standin/faults";

const TOKEN = "syt_YWRtaW4_abc";

/** Tries to sign in and expects these words, and that nothing typed is lost. */
async function expectFailure(page: Page, typed: Credentials, words: readonly (string | RegExp)[]): Promise<void> {
  await page.getByRole("checkbox", { name: "Stay signed in on this device" }).check();
  await signIn(page, typed);
  const alert = page.getByRole("alert");
  for (const text of words) await expect(alert).toContainText(text);
  await expect(page.getByRole("textbox", { name: "Homeserver URL" })).toHaveValue(typed.homeserver);
  await expect(page.getByLabel("Access token")).toHaveValue(typed.accessToken);
  await expect(page.getByRole("checkbox", { name: "Stay signed in on this device" })).toBeChecked();
}

test.describe("what is no URL of a homeserver is said so, and nothing is asked", () => {
  const cases: readonly (readonly [typed: string, title: string])[] = [
    ["", "Enter the URL of your homeserver"],
    ["   ", "Enter the URL of your homeserver"],
    ["/matrix", "This is only a part of a URL"],
    ["../matrix", "This is only a part of a URL"],
    ["//matrix.example.org", "This is only a part of a URL"],
    ["javascript:alert(1)", "The URL has to start with https:// or http://"],
    ["ftp://matrix.example.org", "The URL has to start with https:// or http://"],
    ["mailto:admin@example.org", "The URL has to start with https:// or http://"],
    ["file:///etc/passwd", "The URL has to start with https:// or http://"],
    ["https://admin:secret@matrix.example.org", "The URL holds a user name or a password"],
    ["my home server", "This is not the URL of a homeserver"],
    ["https://", "This is not the URL of a homeserver"],
    ["https://matrix.example.org:port", "This is not the URL of a homeserver"],
  ];
  test("each kind in its own words, beside the field and in an alert", async ({ page, app, standin }) => {
    await app.open();
    const field = page.getByRole("textbox", { name: "Homeserver URL" });
    for (const [typed, title] of cases) {
      await test.step(typed, async () => {
        await expectFailure(page, { homeserver: typed, accessToken: TOKEN }, [title]);
        await expect(field).toBeFocused();
        await expect(field).toHaveAttribute("aria-invalid", "true");
        await expect(field).toHaveAccessibleDescription(new RegExp(title));
      });
    }
    expect(standin.requests).toEqual([]);
  });
});

test("plain http is refused on a page that came over https", async ({ browser, host }) => {
  const secure = await serveOverHttps(host.appUrl);
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    await page.goto(secure.url);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await expectFailure(page, { homeserver: "http://matrix.example.org", accessToken: TOKEN }, [
      "The browser does not let this page use http://",
      "Enter the https:// address of your homeserver.",
    ]);
    expect(asked.filter((url) => !url.startsWith(secure.url))).toEqual([]);
  } finally {
    await context.close();
    await secure.close();
  }
});

test("an address where nothing answers", async ({ page, app, guard }) => {
  const url = await freedUrl();
  guard.expectRequestsTo(url);
  guard.expectErrors(...REFUSED);
  await app.open();
  await expectFailure(page, { homeserver: url, accessToken: TOKEN }, [
    `Nothing answers at ${url}`,
    "Check the address, that Synapse and its reverse proxy are running",
  ]);
});

test("a web server that is no homeserver", async ({ page, app, guard }) => {
  guard.expectErrors(status(404));
  await app.open();
  await expectFailure(page, { homeserver: app.url, accessToken: TOKEN }, [
    `${app.url.replace(/\/$/, "")} is not a Matrix homeserver`,
    "Something answers there, but not as a homeserver does.",
  ]);
});

interface Failure {
  readonly name: string;
  readonly path: RegExp;
  readonly fault: Fault;
  readonly errors: readonly RegExp[];
  readonly words: readonly (string | RegExp)[];
}

const VERSIONS = /\/_matrix\/client\/versions/;
const ADMIN_API = /\/_synapse\/admin/;
const WHOAMI = /\/account\/whoami/;
const NO_ADMIN_API = [/The admin API is not reachable at http/, "Let the reverse proxy pass that path on to Synapse"];
const proxyPage = (code: 403 | 404 | 502, cors: boolean): Fault => ({ kind: "proxy-page", status: code, cors });

/** In each of them the well-known file announces nothing. */
const failures: readonly Failure[] = [
  {
    name: "an answer that the browser hides",
    path: VERSIONS,
    fault: { kind: "no-cors" },
    errors: BLOCKED,
    words: [/Something answers at http.*, but the browser may not read it/, "CORS headers"],
  },
  {
    name: "a proxy's error page that the browser hides",
    path: VERSIONS,
    fault: proxyPage(502, false),
    // The second status is that of the request which finds out that something answers.
    errors: [...BLOCKED, status(502)],
    words: [/Something answers at http.*, but the browser may not read it/, "Look at the proxy's log."],
  },
  {
    name: "a proxy's error page that can be read",
    path: VERSIONS,
    fault: proxyPage(502, true),
    errors: [status(502)],
    words: ["A proxy in front of Synapse answered with status 502"],
  },
  {
    name: "a web server that answers every path with its own page",
    path: VERSIONS,
    fault: { kind: "not-json" },
    errors: [],
    words: [/http.* is not a Matrix homeserver/],
  },
  {
    name: "JSON of something else",
    path: VERSIONS,
    fault: { kind: "wrong-shape", body: { hello: "world" } },
    errors: [],
    words: [/http.* is not a Matrix homeserver/],
  },
  {
    name: "a homeserver without Synapse's admin API",
    path: ADMIN_API,
    fault: { kind: "unrecognized" },
    errors: [],
    words: NO_ADMIN_API,
  },
  {
    name: "a proxy that blocks the admin API",
    path: ADMIN_API,
    fault: proxyPage(403, true),
    errors: [status(403)],
    words: NO_ADMIN_API,
  },
  {
    name: "a proxy that blocks the admin API and hides it",
    path: ADMIN_API,
    fault: proxyPage(404, false),
    errors: BLOCKED,
    words: NO_ADMIN_API,
  },
  {
    name: "a homeserver that is down behind its proxy when the token is tried",
    path: WHOAMI,
    fault: proxyPage(502, true),
    errors: [status(502)],
    words: ["A proxy in front of Synapse answered with status 502"],
  },
  {
    name: "a connection that is cut when the token is tried",
    path: WHOAMI,
    fault: { kind: "drop" },
    errors: CUT,
    words: [/Something answers at http/, "connection was cut"],
  },
  {
    name: "a homeserver that asks to slow down",
    path: VERSIONS,
    fault: { kind: "limited", retryAfterMs: 100 },
    errors: [status(429)],
    words: ["The homeserver asks to slow down", "Synapse says: Too Many Requests"],
  },
];

test.describe("told apart are", () => {
  for (const { name, path, fault, errors, words } of failures) {
    test(name, async ({ page, app, standin, homeserver, guard }) => {
      guard.expectErrors(status(404), ...errors);
      standin.faults.arm({ path, fault, times: Infinity });
      await app.open();
      const typed = { homeserver: homeserver.baseUrl, accessToken: homeserver.admin.accessToken };
      await expectFailure(page, typed, words);

      standin.faults.clear();
      await page.getByRole("button", { name: "Sign in" }).click();
      await expectSignedIn(page);
    });
  }
});

test("where the homeserver that a server name announces fails, that one is named", async ({
  page,
  app,
  standin,
  homeserver,
  guard,
}) => {
  const announced = await freedUrl();
  guard.expectRequestsTo(announced);
  guard.expectErrors(...REFUSED);
  const wellKnown = { "m.homeserver": { base_url: announced } };
  standin.faults.arm({ path: VERSIONS, fault: { kind: "not-json" }, times: Infinity });
  standin.faults.arm({ path: /well-known/, fault: { kind: "wrong-shape", body: wellKnown }, times: Infinity });
  await app.open();
  await expectFailure(page, { homeserver: homeserver.baseUrl, accessToken: TOKEN }, [
    `Nothing answers at ${announced}`,
  ]);
});

test("a token that the homeserver does not know", async ({ page, app, homeserver, guard }) => {
  guard.expectErrors(status(401));
  await app.open();
  await expectFailure(page, { homeserver: homeserver.baseUrl, accessToken: "syt_of_nobody" }, [
    "The homeserver does not accept this access token",
    /Synapse says: Invalid access token/,
  ]);
  await expect(page.getByLabel("Access token")).toBeFocused();
});

test("a token of somebody who is no admin @synapse", async ({ page, app, homeserver, people, guard }) => {
  guard.expectErrors(status(403));
  const ann = await people.create({ name: "ann" });
  await app.open();
  await expectFailure(page, { homeserver: homeserver.baseUrl, accessToken: ann.accessToken }, [
    `${ann.userId} is not a server admin`,
    "Synapse says: You are not a server admin",
  ]);
  await expect(page.getByLabel("Access token")).toHaveAccessibleDescription(/is not a server admin/);
});

test("a token that cannot be one is not sent", async ({ page, app, homeserver, standin }) => {
  await app.open();
  for (const accessToken of ["", "   ", "Bearer ", '""', "pässwörd"]) {
    await expectFailure(page, { homeserver: homeserver.baseUrl, accessToken }, ["Enter an access token"]);
    await expect(page.getByLabel("Access token")).toBeFocused();
  }
  expect(standin.requests).toEqual([]);
});

test("an attempt that takes too long can be given up", async ({ page, app, homeserver, standin }) => {
  standin.faults.arm({ path: VERSIONS, fault: { kind: "hang" } });
  await app.open();
  const typed = { homeserver: homeserver.baseUrl, accessToken: homeserver.admin.accessToken };
  await signIn(page, typed);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Cancel" })).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expectSignedIn(page);
});
