import { logout, whoami } from "../../src/api/auth";
import { SessionEndedError, isNotFound } from "../../src/api/errors";
import { getServerVersion, getVersions, getWellKnownHomeserver } from "../../src/api/server";
import { createClient } from "../../src/api/http";
import { clientOf, expect, test } from "../fixtures/test";
import { adminPaths, ask, expectRefusal } from "./ask";

test("a token tells whose it is", async ({ homeserver, api, people }) => {
  expect(await whoami(api)).toBe(homeserver.admin.userId);
  const person = await people.create();
  expect(await whoami(clientOf(homeserver, person))).toBe(person.userId);
});

test("an unknown token tells nothing, and neither does none", async ({ homeserver }) => {
  const stranger = clientOf(homeserver, { ...homeserver.admin, accessToken: "never-issued" });
  await expect(whoami(stranger)).rejects.toBeInstanceOf(SessionEndedError);
  const answer = await ask(homeserver, "/_matrix/client/v3/account/whoami", { accessToken: null });
  expectRefusal(answer, 401, "M_MISSING_TOKEN");
});

test("after a logout the token is unknown", async ({ homeserver, people }) => {
  const client = clientOf(homeserver, await people.create());
  await logout(client);
  await expect(whoami(client)).rejects.toMatchObject({ name: "SessionEndedError", errcode: "M_UNKNOWN_TOKEN" });
});

test("what a server is it tells everybody", async ({ homeserver }) => {
  const nobody = createClient({ homeserver: homeserver.baseUrl, scope: "", token: () => "never-issued" });
  expect(await getVersions(nobody)).toContain("v1.1");
  expect(await getServerVersion(nobody)).toContain(homeserver.version);
  const { status } = await ask(homeserver, adminPaths.serverVersion(), { accessToken: null });
  expect(status).toBe(200);
});

test("a server announces its address, or nothing at all", async ({ homeserver }) => {
  const nobody = createClient({ homeserver: homeserver.baseUrl, scope: "", token: () => "" });
  const announced = await getWellKnownHomeserver(nobody).catch((error: unknown) => error);
  expect(isNotFound(announced) || announced === `${homeserver.baseUrl}/`, String(announced)).toBe(true);
});
