import { freedUrl } from "../fixtures/hosts";
import { expect, test } from "../fixtures/test";
import { BLOCKED, CUT, REFUSED, status } from "../helpers/console-errors";
import { mediaLink, mediaTable } from "../helpers/media-screen";
import { expectColumn } from "../helpers/table";
import type { Fault } from "../standin/faults";

const MEDIA_LIST = /\/users\/[^/]+\/media\?/;
const STATISTICS = /\/statistics\/users\/media/;

interface Failure {
  readonly name: string;
  readonly fault: Fault;
  /** What the browser itself reports. */
  readonly errors: readonly RegExp[];
  /** What the admin reads. */
  readonly words: readonly string[];
}

const HIDDEN = [
  "Something answers, but the browser may not read it",
  "The answer has no CORS headers, or the connection was cut.",
] as const;
const proxyWords = (code: number) =>
  [`A proxy in front of Synapse answered with status ${String(code)}`, "Look at the proxy's error log."] as const;
const NOT_SYNAPSE = "The answer is not what Synapse sends here";

const failures: readonly Failure[] = [
  {
    name: "403",
    fault: { kind: "forbidden" },
    errors: [status(403)],
    words: ["The homeserver refuses this to your account", "Synapse says: You are not a server admin"],
  },
  {
    name: "404 M_UNRECOGNIZED, which is not an unknown user",
    fault: { kind: "unrecognized" },
    errors: [status(404)],
    words: ["This part of Synapse's admin API is not reachable", "Synapse says: Unrecognized request"],
  },
  {
    name: "404 by a proxy",
    fault: { kind: "proxy-page", status: 404, cors: true },
    errors: [status(404)],
    words: ["This part of Synapse's admin API is not reachable"],
  },
  {
    name: "429 again and again",
    fault: { kind: "limited", retryAfterMs: 50 },
    errors: [status(429)],
    words: ["The homeserver asks to slow down", "Synapse says: Too Many Requests"],
  },
  {
    name: "500 by Synapse",
    fault: { kind: "internal-error" },
    errors: [status(500)],
    words: ["Synapse reports an error of its own", "Synapse says: Internal server error"],
  },
  {
    name: "500 by a proxy, in HTML",
    fault: { kind: "proxy-page", status: 500, cors: true },
    errors: [status(500)],
    words: proxyWords(500),
  },
  {
    name: "500 by a proxy, hidden from the page",
    fault: { kind: "proxy-page", status: 500, cors: false },
    errors: [...BLOCKED, status(500)],
    words: HIDDEN,
  },
  {
    name: "504 by a proxy, in HTML",
    fault: { kind: "proxy-page", status: 504, cors: true },
    errors: [status(504)],
    words: proxyWords(504),
  },
  {
    name: "504 by a proxy, hidden from the page",
    fault: { kind: "proxy-page", status: 504, cors: false },
    errors: [...BLOCKED, status(504)],
    words: HIDDEN,
  },
  { name: "a dropped connection", fault: { kind: "drop" }, errors: CUT, words: HIDDEN },
  { name: "an answer cut off in the middle", fault: { kind: "cut" }, errors: CUT, words: HIDDEN },
  { name: "an answer without CORS headers", fault: { kind: "no-cors" }, errors: BLOCKED, words: HIDDEN },
  {
    name: "a page in HTML instead of an answer",
    fault: { kind: "not-json" },
    errors: [],
    words: [NOT_SYNAPSE, "The answer is no JSON."],
  },
  {
    name: "JSON of a wrong shape",
    fault: { kind: "wrong-shape" },
    errors: [],
    words: [NOT_SYNAPSE, "(at media)"],
  },
  {
    name: "a row of a wrong shape",
    fault: { kind: "wrong-shape", body: { media: [{ media_id: 7, created_ts: 1 }], total: 1 } },
    errors: [],
    words: [NOT_SYNAPSE, "(at media.0.media_id)"],
  },
];

test.describe("of a user's media that cannot be read it is said why, and Retry reads it", () => {
  for (const { name, fault, errors, words } of failures) {
    test(name, async ({ page, app, people, standin, guard }) => {
      guard.expectErrors(...errors);
      const ann = await people.withRows([{ upload_name: "cat.png" }]);
      standin.faults.arm({ method: "GET", path: MEDIA_LIST, fault, times: Infinity });
      await app.signIn();
      await app.open(mediaLink(ann.userId));
      const alert = page.getByRole("alert");
      for (const text of words) await expect(alert).toContainText(text);
      await expect(page.getByRole("heading", { level: 1, name: ann.userId })).toBeVisible();
      await expect(mediaTable(page)).toHaveCount(0);

      standin.faults.clear();
      await alert.getByRole("button", { name: "Retry" }).click();
      await expectColumn(mediaTable(page), "Name", ["cat.png"]);
      await expect(page.getByRole("alert")).toHaveCount(0);
    });
  }
});

test("a 429 is waited for, and the list goes on by itself", async ({ page, app, people, standin, guard }) => {
  guard.expectErrors(status(429));
  const ann = await people.withRows([{ upload_name: "cat.png" }]);
  const armed = standin.faults.arm({
    method: "GET",
    path: MEDIA_LIST,
    fault: { kind: "limited", retryAfterMs: 700 },
    times: 2,
  });
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await expectColumn(mediaTable(page), "Name", ["cat.png"]);
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(armed.hits()).toBe(2);
});

test("a list that cannot be read again stays as it was, and it is said", async ({
  page,
  app,
  people,
  standin,
  guard,
}) => {
  guard.expectErrors(status(403));
  const ann = await people.withRows([{ upload_name: "cat.png" }, { upload_name: "dog.png" }]);
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await page.getByRole("checkbox", { name: "Select cat.png" }).check();
  standin.faults.arm({ method: "GET", path: MEDIA_LIST, fault: { kind: "forbidden" } });
  await page.getByRole("button", { name: "Refresh" }).click();

  const notice = page.getByRole("alert").filter({ hasText: "What is shown could not be refreshed" });
  await expect(notice).toContainText("The homeserver refuses this to your account.");
  await expect(page.getByRole("checkbox", { name: "Select cat.png" })).toBeChecked();
  await expect(mediaTable(page).getByRole("row")).toHaveCount(3);
});

test("a homeserver that is gone is told from one that hides its answers", async ({ page, app, guard }) => {
  const url = await freedUrl();
  guard.expectErrors(...REFUSED);
  guard.expectRequestsTo(url);
  await app.signIn(undefined, { homeserver: url });
  await app.open("#/users");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Nothing answers at the homeserver's address");
  await expect(alert.getByRole("button", { name: "Retry" })).toBeVisible();
});

test("the list of users says why it cannot be read, after three attempts", async ({ page, app, standin, guard }) => {
  guard.expectErrors(status(502));
  const fault: Fault = { kind: "proxy-page", status: 502, cors: true };
  const armed = standin.faults.arm({ method: "GET", path: STATISTICS, fault, times: Infinity });
  await app.signIn();
  await app.open("#/users");
  const alert = page.getByRole("alert");
  for (const text of proxyWords(502)) await expect(alert).toContainText(text);
  expect(armed.hits()).toBe(3);
  standin.faults.clear();
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText("No media is stored yet")).toBeVisible();
});

test("where the account of a user cannot be read that is said, and the list stands without it", async ({
  page,
  app,
  people,
  standin,
  guard,
}) => {
  guard.expectErrors(status(500));
  const ann = await people.withRows([{ upload_name: "cat.png" }], { displayname: "Ann Arbor" });
  standin.faults.arm({ method: "GET", path: /\/v2\/users\//, fault: { kind: "internal-error" }, times: Infinity });
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await expectColumn(mediaTable(page), "Name", ["cat.png"]);
  await expect(page.getByRole("alert")).toHaveText(/^The account could not be read: /);
  await expect(page.getByText("Ann Arbor")).toHaveCount(0);
});
