import { expect, test } from "../fixtures/test";
import type { Homeserver } from "../target/homeserver";
import { type Answer, adminPaths, ask, isSince } from "./ask";
import { adminEndpoints } from "./endpoints";

/** A page of another origin asks; its browser lets it read the answer only with these. */
const ORIGIN = { Origin: "https://mediasweep.example" };

const listOf = (header: string | null): readonly string[] => (header ?? "").split(",").map((name) => name.trim());

function expectReadable(homeserver: Homeserver, { headers }: Answer): void {
  expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(listOf(headers.get("Access-Control-Allow-Methods"))).toEqual(
    expect.arrayContaining(["GET", "POST", "DELETE", "OPTIONS"]),
  );
  expect(listOf(headers.get("Access-Control-Allow-Headers"))).toContain("Authorization");
  const exposed = [
    ...(isSince(homeserver, "1.80") ? ["Synapse-Trace-Id"] : []),
    ...(isSince(homeserver, "1.88") ? ["Server"] : []),
  ];
  expect(listOf(headers.get("Access-Control-Expose-Headers")).filter((name) => name !== "")).toEqual(exposed);
  // No cookies, and no caching of preflights: each request has one.
  expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
  expect(headers.get("Access-Control-Max-Age")).toBeNull();
}

test("every answer of the admin API can be read by a page of another origin", async ({ homeserver }) => {
  for (const { name, path, method, search } of adminEndpoints(homeserver)) {
    const answer = await ask(homeserver, path, { method, search, headers: ORIGIN });
    await test.step(`${name}: ${String(answer.status)}`, () => {
      expectReadable(homeserver, answer);
      expect(answer.headers.get("Content-Type")).toContain("application/json");
    });
  }
});

test("so can every refusal", async ({ homeserver, people }) => {
  const person = await people.create();
  const refusals = [
    [401, { accessToken: null }],
    [401, { accessToken: "never-issued" }],
    [403, { accessToken: person.accessToken }],
    [400, { search: { limit: -1 } }],
  ] as const;
  for (const [status, question] of refusals) {
    const answer = await ask(homeserver, adminPaths.userMedia(person.userId), { ...question, headers: ORIGIN });
    expect(answer.status).toBe(status);
    expectReadable(homeserver, answer);
  }
  const unknown = await ask(homeserver, "/_synapse/admin/v1/no_such_thing", { headers: ORIGIN });
  expectReadable(homeserver, unknown);
});

test("so can what the sign-in asks before it has a token", async ({ homeserver }) => {
  const open = ["/_matrix/client/versions", "/.well-known/matrix/client", adminPaths.serverVersion()];
  for (const path of [...open, "/_matrix/client/v3/account/whoami"]) {
    expectReadable(homeserver, await ask(homeserver, path, { accessToken: null, headers: ORIGIN }));
  }
});

test("every path has a preflight that needs no token", async ({ homeserver }) => {
  const paths = adminEndpoints(homeserver).map(({ path }) => path);
  for (const path of [...paths, "/_matrix/client/versions", "/_synapse/admin/v1/no_such_thing"]) {
    const answer = await ask(homeserver, path, {
      method: "OPTIONS",
      accessToken: null,
      headers: {
        ...ORIGIN,
        "Access-Control-Request-Method": "DELETE",
        "Access-Control-Request-Headers": "authorization",
      },
    });
    await test.step(path, () => {
      expect(answer.status).toBe(204);
      expectReadable(homeserver, answer);
    });
  }
});
