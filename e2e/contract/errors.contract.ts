import { HttpError, SessionEndedError, isUnrecognized } from "../../src/api/errors";
import { createClient } from "../../src/api/http";
import { deleteMedia, listUserMedia } from "../../src/api/media";
import { clientOf, expect, test } from "../fixtures/test";
import { adminPaths, ask, expectRefusal, isSince } from "./ask";
import { adminEndpoints } from "./endpoints";

test("without a token every admin endpoint answers 401", async ({ homeserver }) => {
  for (const { name, path, method } of adminEndpoints(homeserver)) {
    const answer = await ask(homeserver, path, { method, accessToken: null });
    await test.step(name, () => {
      expectRefusal(answer, 401, "M_MISSING_TOKEN");
    });
  }
});

test("an unknown token is a 401 that no refresh would help", async ({ homeserver }) => {
  for (const { name, path, method } of adminEndpoints(homeserver)) {
    const answer = await ask(homeserver, path, { method, accessToken: "never-issued" });
    await test.step(name, () => {
      expectRefusal(answer, 401, "M_UNKNOWN_TOKEN");
      expect(answer.json).toMatchObject({ soft_logout: false });
    });
  }
});

test("a token that is no bearer token counts as missing", async ({ homeserver }) => {
  for (const Authorization of ["Basic YTpi", "Bearer", `Bearer two words`]) {
    const answer = await ask(homeserver, adminPaths.users(), { accessToken: null, headers: { Authorization } });
    await test.step(Authorization, () => {
      expectRefusal(answer, 401, "M_MISSING_TOKEN");
    });
  }
});

test("who is no admin gets a 403, before any parameter is looked at", async ({ homeserver, people }) => {
  const { accessToken } = await people.create();
  for (const { name, path, method, nonsense } of adminEndpoints(homeserver)) {
    const answer = await ask(homeserver, path, { method, accessToken, search: nonsense });
    await test.step(name, () => {
      expectRefusal(answer, 403, "M_FORBIDDEN");
    });
  }
});

test("an admin is let through everywhere", async ({ homeserver }) => {
  for (const { name, path, method, search } of adminEndpoints(homeserver)) {
    const { status } = await ask(homeserver, path, { method, search });
    expect([200, 404], name).toContain(status);
  }
});

test("an unknown path is unrecognized", async ({ homeserver }) => {
  const expected = isSince(homeserver, "1.77") ? 404 : 400;
  for (const path of ["/_synapse/admin/v1/no_such_thing", "/_matrix/client/v3/no_such_thing"]) {
    expectRefusal(await ask(homeserver, path), expected, "M_UNRECOGNIZED");
  }
});

test("a known path with another method is unrecognized", async ({ homeserver }) => {
  const expected = isSince(homeserver, "1.98") ? 405 : isSince(homeserver, "1.77") ? 404 : 400;
  const statistics = await ask(homeserver, adminPaths.statistics(), { method: "DELETE" });
  expectRefusal(statistics, expected, "M_UNRECOGNIZED");
  const byRule = await ask(homeserver, adminPaths.legacyDeleteByRule(homeserver.serverName), { method: "PUT" });
  expectRefusal(byRule, expected, "M_UNRECOGNIZED");
});

test("the app's calls throw what its error family names", async ({ homeserver, api, people }) => {
  const { baseUrl, serverName } = homeserver;
  const person = await people.create();
  const page = { orderBy: "created_ts", dir: "f", from: 0, limit: 1 } as const;

  const stranger = clientOf(homeserver, { ...person, accessToken: "never-issued" });
  await expect(listUserMedia(stranger, person.userId, page)).rejects.toBeInstanceOf(SessionEndedError);
  await expect(deleteMedia(stranger, { serverName, mediaId: "x" })).rejects.toBeInstanceOf(SessionEndedError);
  await expect(listUserMedia(clientOf(homeserver, person), person.userId, page)).rejects.toMatchObject({
    name: "HttpError",
    status: 403,
    errcode: "M_FORBIDDEN",
    words: "You are not a server admin",
  });
  const missing = createClient({ homeserver: `${baseUrl}/nowhere`, scope: "", token: () => "" });
  const error: unknown = await listUserMedia(missing, person.userId, page).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HttpError);
  expect(isUnrecognized(error), "no admin API at that address").toBe(true);
  expect(await listUserMedia(api, person.userId, page)).toMatchObject({ total: 0 });
});
