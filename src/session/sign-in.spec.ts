import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { renewalOf, signIn } from "./sign-in";

const ADMIN = "@admin:example.org";
const TOKEN = "syt_admin";

type Answer = () => Response;
/** Answers by URL; what is not named here does not answer at all. */
type Web = Record<string, Answer>;

const json =
  (body: unknown, status = 200): Answer =>
  () =>
    Response.json(body, { status });
const refusal = (status: number, errcode: string, error = errcode): Answer => json({ errcode, error }, status);
const page =
  (status: number): Answer =>
  () =>
    new Response("<html>", { status });
/** Something answers there, without the headers that would let a page read it. */
const hidden: Answer = () => {
  throw new TypeError("Failed to fetch");
};

const homeserver = (base: string): Web => ({
  [`${base}/_matrix/client/versions`]: json({ versions: ["v1.11"] }),
  [`${base}/_synapse/admin/v1/server_version`]: json({ server_version: "1.163.2" }),
  [`${base}/_matrix/client/v3/account/whoami`]: json({ user_id: ADMIN }),
  [`${base}/_synapse/admin/v2/users/${encodeURIComponent(ADMIN)}`]: json({ name: ADMIN, admin: true }),
});
const wellKnown = (base: string, target: string): Web => ({
  [`${base}/.well-known/matrix/client`]: json({ "m.homeserver": { base_url: target } }),
});

const HS = "https://matrix.example.org";
const USER_PATH = `${HS}/_synapse/admin/v2/users/${encodeURIComponent(ADMIN)}`;

let web: Web = {};
const asked = vi.fn<typeof fetch>();
/** What went out: a browser sends nothing whose signal is aborted before. */
let sent: string[] = [];

beforeEach(() => {
  sent = [];
  asked.mockReset();
  asked.mockImplementation((input, init) => {
    if (init?.signal?.aborted === true) return Promise.reject(new DOMException("Aborted", "AbortError"));
    const url = new Request(input).url;
    sent.push(url);
    const answer = web[url];
    // What answers at all resolves in `no-cors` mode, readable or not.
    if (init?.mode === "no-cors") return answer === undefined ? reject() : Promise.resolve(new Response());
    return answer === undefined ? reject() : new Promise((resolve) => resolve(answer()));
  });
  vi.stubGlobal("fetch", asked);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const reject = () => Promise.reject(new TypeError("Failed to fetch"));
const tryWith = (url: string, accessToken = TOKEN) => signIn({ homeserver: url, accessToken, pageProtocol: "https:" });
const tokensSent = () =>
  asked.mock.calls.map(([, init]) => new Headers(init?.headers).get("Authorization")).filter((token) => token !== null);

describe("signing in", () => {
  test("that is given up asks nothing more and sends no token", async () => {
    const attempt = new AbortController();
    const versions = `${HS}/_matrix/client/versions`;
    web = {
      ...homeserver(HS),
      [versions]: () => {
        attempt.abort();
        return Response.json({ versions: ["v1.11"] });
      },
    };
    const credentials = { homeserver: HS, accessToken: TOKEN, pageProtocol: "https:" };
    expect(await signIn({ ...credentials, signal: attempt.signal })).toHaveProperty("problem");
    expect(sent).toEqual([versions]);
  });

  test("finds the account of the token", async () => {
    web = homeserver(HS);
    expect(await tryWith(HS)).toEqual({
      account: { homeserver: HS, userId: ADMIN, serverName: "example.org" },
      accessToken: TOKEN,
    });
  });

  test("takes what is pasted along off the token", async () => {
    web = homeserver(HS);
    expect(await tryWith(HS, ` Bearer ${TOKEN}\n`)).toMatchObject({ accessToken: TOKEN });
    expect(new Set(tokensSent())).toEqual(new Set([`Bearer ${TOKEN}`]));
  });

  test("takes the path of an API off the URL", async () => {
    web = homeserver(HS);
    expect(await tryWith(`${HS}/_matrix/client/versions`)).toMatchObject({ account: { homeserver: HS } });
  });

  test("never sends the token in a URL", async () => {
    web = homeserver(HS);
    await tryWith(HS);
    expect(asked.mock.calls.map(([input]) => new Request(input).url).join(" ")).not.toContain(TOKEN);
  });
});

describe("a server name", () => {
  test("leads to the address that its well-known file names", async () => {
    web = { ...wellKnown("https://example.org", `${HS}/`), ...homeserver(HS) };
    expect(await tryWith("example.org")).toMatchObject({ account: { homeserver: HS } });
  });

  test("is an address as well: the file is not asked where that answers", async () => {
    web = { ...homeserver(HS), ...wellKnown(HS, "https://elsewhere.example") };
    expect(await tryWith(HS)).toMatchObject({ account: { homeserver: HS } });
  });

  test("the token goes to the announced address alone", async () => {
    web = { ...wellKnown("https://example.org", HS), ...homeserver(HS) };
    await tryWith("example.org");
    const urls = asked.mock.calls
      .filter(([, init]) => new Headers(init?.headers).has("Authorization"))
      .map(([input]) => new URL(new Request(input).url).origin);
    expect(new Set(urls)).toEqual(new Set([HS]));
  });

  test.each([
    ["of plain http on an https page", "http://matrix.example.org"],
    ["that is none", "javascript:alert(1)"],
    ["of its own", "https://example.org/"],
  ])("is told as it is where the file names an address %s", async (_what, target) => {
    web = wellKnown("https://example.org", target);
    expect(await tryWith("example.org")).toMatchObject({
      problem: { kind: "unreachable", url: "https://example.org" },
    });
  });

  test("of two failures the one that got further is told", async () => {
    const noAdminApi = { [`${HS}/_matrix/client/versions`]: json({ versions: ["v1.11"] }) };
    web = { ...wellKnown("https://example.org", HS), ...noAdminApi };
    expect(await tryWith("example.org")).toEqual({ problem: { kind: "no-admin-api", url: HS } });
    web = { ...wellKnown("https://example.org", HS), "https://example.org/_matrix/client/versions": page(404) };
    expect(await tryWith("example.org")).toMatchObject({ problem: { kind: "unreachable", url: HS } });
    web = {
      ...wellKnown("https://example.org", HS),
      "https://example.org/_matrix/client/versions": json({ versions: [] }),
    };
    expect(await tryWith("example.org")).toEqual({ problem: { kind: "no-admin-api", url: "https://example.org" } });
  });
});

describe("what is wrong with the form is told without asking anybody", () => {
  test.each([
    ["", "empty"],
    ["/relative", "relative"],
    ["javascript:alert(1)", "scheme"],
    ["ftp://example.org", "scheme"],
    ["http://example.org", "mixed-content"],
  ])("%j", async (url, why) => {
    expect(await tryWith(url)).toEqual({ problem: { kind: "bad-url", why } });
    expect(asked).not.toHaveBeenCalled();
  });

  test.each(["", " \n", "токен"])("token %j", async (token) => {
    expect(await tryWith(HS, token)).toEqual({ problem: { kind: "no-token" } });
    expect(asked).not.toHaveBeenCalled();
  });
});

describe("why it failed", () => {
  const changed = (change: Web) => {
    web = { ...homeserver(HS), ...change };
    return tryWith(HS);
  };

  test("nothing answers", async () => {
    web = {};
    expect(await tryWith(HS)).toMatchObject({
      problem: { kind: "unreachable", url: HS, error: { silence: "nothing-answers" } },
    });
  });

  test("something answers and hides it", async () => {
    web = { [`${HS}/_matrix/client/versions`]: hidden };
    expect(await tryWith(HS)).toMatchObject({
      problem: { kind: "unreachable", url: HS, error: { silence: "hidden" } },
    });
  });

  test.each([
    ["a page", page(200)],
    ["a page not found", page(404)],
    ["other JSON", json({ hello: "world" })],
  ])("no homeserver but %s", async (_what, answer) => {
    web = { [`${HS}/_matrix/client/versions`]: answer };
    expect(await tryWith(HS)).toEqual({ problem: { kind: "not-matrix", url: HS } });
  });

  test.each([502, 503, 504])("a proxy that answers %i for a homeserver that is down", async (status) => {
    web = { [`${HS}/_matrix/client/versions`]: page(status) };
    expect(await tryWith(HS)).toMatchObject({ problem: { kind: "other", error: { status } } });
    expect(await changed({ [`${HS}/_synapse/admin/v1/server_version`]: page(status) })).toMatchObject({
      problem: { kind: "other", error: { status } },
    });
  });

  test.each([
    ["not found", page(404)],
    ["forbidden by the proxy", page(403)],
    ["unknown to the homeserver", refusal(404, "M_UNRECOGNIZED")],
    ["hidden", hidden],
  ])("an admin API that is %s", async (_what, answer) => {
    expect(await changed({ [`${HS}/_synapse/admin/v1/server_version`]: answer })).toEqual({
      problem: { kind: "no-admin-api", url: HS },
    });
  });

  test("a token that is not known", async () => {
    const answer = refusal(401, "M_UNKNOWN_TOKEN", "Invalid access token passed.");
    expect(await changed({ [`${HS}/_matrix/client/v3/account/whoami`]: answer })).toEqual({
      problem: { kind: "token-unknown", words: "Invalid access token passed." },
    });
  });

  test("an account that is no admin", async () => {
    expect(await changed({ [USER_PATH]: refusal(403, "M_FORBIDDEN", "You are not a server admin") })).toEqual({
      problem: { kind: "not-admin", userId: ADMIN, words: "You are not a server admin" },
    });
  });

  test("a proxy that lets only a part of the admin API pass", async () => {
    expect(await changed({ [USER_PATH]: refusal(404, "M_UNRECOGNIZED") })).toEqual({
      problem: { kind: "no-admin-api", url: HS },
    });
    expect(await changed({ [USER_PATH]: page(403) })).toMatchObject({ problem: { kind: "other" } });
  });

  test("an error of the server's own", async () => {
    expect(await changed({ [USER_PATH]: refusal(500, "M_UNKNOWN", "Internal server error") })).toMatchObject({
      problem: { kind: "other", error: { status: 500 } },
    });
  });
});

describe("a new token in mid-session", () => {
  const account = { homeserver: HS, userId: ADMIN, serverName: "example.org" };

  test("is proven like the first one", async () => {
    web = homeserver(HS);
    expect(await renewalOf(account, ` "${TOKEN}" `)).toEqual({ account, accessToken: TOKEN });
  });

  test("has to be of the same account", async () => {
    web = homeserver(HS);
    const expected = "@ann:example.org";
    expect(await renewalOf({ ...account, userId: expected }, TOKEN)).toEqual({
      problem: { kind: "other-account", userId: ADMIN, expected },
    });
  });

  test("has to be of the same account, also where the other one is no admin", async () => {
    const expected = "@ann:example.org";
    web = { ...homeserver(HS), [USER_PATH]: refusal(403, "M_FORBIDDEN") };
    expect(await renewalOf({ ...account, userId: expected }, TOKEN)).toMatchObject({
      problem: { kind: "other-account" },
    });
  });

  test("has to be accepted, and be there", async () => {
    web = { ...homeserver(HS), [`${HS}/_matrix/client/v3/account/whoami`]: refusal(401, "M_UNKNOWN_TOKEN") };
    expect(await renewalOf(account, TOKEN)).toMatchObject({ problem: { kind: "token-unknown" } });
    expect(await renewalOf(account, "")).toEqual({ problem: { kind: "no-token" } });
  });
});
