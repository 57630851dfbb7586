import { describe, expect, test } from "vitest";
import { HttpError, UnreachableError } from "../../api/errors";
import type { Silence } from "../../api/errors";
import type { UrlProblem } from "../../lib/homeserver-url";
import type { SignInProblem } from "../../session/sign-in";
import { describeSignInProblem } from "./describe-sign-in-problem";

const url = "https://matrix.example.org";
const badUrls: readonly UrlProblem[] = ["empty", "relative", "scheme", "credentials", "not-a-url", "mixed-content"];
const silences: readonly Silence[] = ["nothing-answers", "hidden", "timeout"];
const badGateway = new HttpError(url, { status: 502, errcode: null, words: null, retryAfterMs: null });

const aboutTheServer: readonly SignInProblem[] = [
  ...badUrls.map((why) => ({ kind: "bad-url", why }) as const),
  ...silences.map((silence) => ({ kind: "unreachable", url, error: new UnreachableError(silence, url) }) as const),
  { kind: "not-matrix", url },
  { kind: "no-admin-api", url },
];
const aboutTheToken: readonly SignInProblem[] = [
  { kind: "no-token" },
  { kind: "token-unknown", words: "Invalid access token passed." },
  { kind: "not-admin", userId: "@ann:example.org", words: "You are not a server admin" },
  { kind: "other-account", userId: "@ann:example.org", expected: "@admin:example.org" },
];
const all = [...aboutTheServer, ...aboutTheToken, { kind: "other", error: badGateway } as const];

test("each problem has a title and advice that no other has", () => {
  const notices = all.map((problem) => describeSignInProblem(problem));
  expect(new Set(notices.map(({ title }) => title)).size).toBe(all.length);
  expect(new Set(notices.map(({ advice }) => advice)).size).toBe(all.length);
});

test("advice is whole sentences", () => {
  for (const problem of all) expect(describeSignInProblem(problem).advice).toMatch(/^[A-Z].*\.$/);
});

test("each is told beside the field it is about", () => {
  for (const problem of aboutTheServer) expect(describeSignInProblem(problem).field).toBe("homeserver");
  for (const problem of aboutTheToken) expect(describeSignInProblem(problem).field).toBe("accessToken");
  expect(describeSignInProblem({ kind: "other", error: badGateway }).field).toBeNull();
});

describe("what an admin needs to know is named", () => {
  test("the address that was tried, which may not be the one that was typed", () => {
    for (const problem of aboutTheServer.slice(badUrls.length)) {
      expect(describeSignInProblem(problem).title).toContain(url);
    }
  });

  test("Synapse's own words", () => {
    expect(aboutTheToken.map((problem) => describeSignInProblem(problem).words)).toEqual([
      null,
      "Invalid access token passed.",
      "You are not a server admin",
      null,
    ]);
  });

  test("both accounts where the token is another's", () => {
    const notice = describeSignInProblem({ kind: "other-account", userId: "@ann:a", expected: "@admin:a" });
    expect(notice.title).toContain("@ann:a");
    expect(notice.advice).toContain("@admin:a");
  });
});
