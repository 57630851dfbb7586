import * as v from "valibot";

import { isNotFound } from "../../src/api/errors";
import type { Client } from "../../src/api/http";
import { type LocalUser, getUser, listUsers } from "../../src/api/users";
import { uniqueWord } from "../fixtures/media-row";
import { clientOf, expect, test } from "../fixtures/test";
import { adminPaths, ask, expectRefusal, isSince } from "./ask";

/** All accounts, as the app pages through them. */
async function listAll(api: Client, limit: number): Promise<readonly LocalUser[]> {
  const seen: LocalUser[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: Awaited<ReturnType<typeof listUsers>> = await listUsers(api, { from, limit });
    seen.push(...page.users);
    from = page.nextFrom;
  }
  return seen;
}

const only = (users: readonly LocalUser[], ids: readonly string[]): readonly LocalUser[] =>
  users.filter(({ userId }) => ids.includes(userId));

test("an account is described with name, picture and rights", async ({ homeserver, api, people }) => {
  const displayname = `Änne ${uniqueWord()}`;
  const person = await people.create({ displayname });
  const mediaId = await homeserver.upload(person, { bytes: 10 });
  expect(await getUser(api, person.userId)).toMatchObject({ displayName: displayname, avatarUrl: null });
  await homeserver.setAvatar(person, mediaId);
  const described = {
    userId: person.userId,
    displayName: displayname,
    avatarUrl: `mxc://${homeserver.serverName}/${mediaId}`,
    isAdmin: false,
    isDeactivated: false,
  };
  expect(await getUser(api, person.userId)).toMatchObject(described);
  expect(only(await listAll(api, 1000), [person.userId])).toEqual([described]);
});

test("what else is told of an account; what an old version does not tell is unknown", async ({
  homeserver,
  api,
  people,
}) => {
  const before = Date.now();
  const person = await people.create();
  const told = {
    isLocked: isSince(homeserver, "1.98") ? false : null,
    isShadowBanned: false,
    isGuest: false,
    appserviceId: null,
  };
  const { createdMs, ...account } = await getUser(api, person.userId);
  expect(account).toMatchObject(told);
  // Whole seconds, and the server's clock is this machine's.
  expect(Math.abs((createdMs ?? 0) - before)).toBeLessThan(60_000);
  if (!isSince(homeserver, "1.98")) return;
  await homeserver.disable(person, "locked");
  expect(await getUser(api, person.userId)).toMatchObject({ ...told, isLocked: true });
});

test("an account's own details prove an admin, and nobody else", async ({ homeserver, api, people }) => {
  const { admin } = homeserver;
  expect(await getUser(api, admin.userId)).toMatchObject({ userId: admin.userId, isAdmin: true });
  const person = await people.create();
  await expect(getUser(clientOf(homeserver, person), person.userId)).rejects.toMatchObject({
    status: 403,
    errcode: "M_FORBIDDEN",
  });
});

test("an unknown account is not found, a remote one refused", async ({ homeserver, api }) => {
  const unknown = await getUser(api, `@nobody-at-all:${homeserver.serverName}`).catch((error: unknown) => error);
  expect(isNotFound(unknown)).toBe(true);
  expectRefusal(await ask(homeserver, adminPaths.user("@ann:elsewhere.example")), 400, "M_UNKNOWN");
});

test("pages visit every account once", async ({ api, people }) => {
  const created: string[] = [];
  for (let number = 0; number < 7; number += 1) created.push((await people.create()).userId);
  const seen = (await listAll(api, 3)).map(({ userId }) => userId);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(created));
  expect(seen, "in the order of one page").toEqual((await listAll(api, 1000)).map(({ userId }) => userId));
});

test("the next page is named by text, unlike in the media lists", async ({ homeserver, people }) => {
  await people.create();
  const { json } = await ask(homeserver, adminPaths.users(), { search: { limit: 1 } });
  const page = v.parse(v.object({ users: v.array(v.unknown()), next_token: v.string(), total: v.number() }), json);
  expect(page).toMatchObject({ users: [expect.anything()], next_token: "1" });
  expect(page.total).toBeGreaterThan(1);
  const { json: last } = await ask(homeserver, adminPaths.users(), { search: { limit: 100_000 } });
  expect(last).not.toHaveProperty("next_token");
});

test("the app's list holds closed and locked accounts with their pictures", async ({ homeserver, api, people }) => {
  const closed = await people.create({ name: "closed" });
  await homeserver.setAvatar(closed, "pictureOfClosed");
  await homeserver.disable(closed, "deactivated");
  const locked = await people.create({ name: "locked" });
  await homeserver.setAvatar(locked, "pictureOfLocked");
  if (isSince(homeserver, "1.93")) await homeserver.disable(locked, "locked");

  const mxc = (mediaId: string) => `mxc://${homeserver.serverName}/${mediaId}`;
  const listed = only(await listAll(api, 1000), [closed.userId, locked.userId]);
  expect(listed.toSorted((a, b) => (a.userId < b.userId ? -1 : 1))).toEqual([
    expect.objectContaining({ userId: closed.userId, isDeactivated: true, avatarUrl: mxc("pictureOfClosed") }),
    expect.objectContaining({ userId: locked.userId, isDeactivated: false, avatarUrl: mxc("pictureOfLocked") }),
  ]);
  const names = v.object({ users: v.array(v.object({ name: v.string() })) });
  const { json } = await ask(homeserver, adminPaths.users(), { search: { limit: 100_000 } });
  const byDefault = v.parse(names, json).users.map(({ name }) => name);
  expect(byDefault, "what is left out unless asked for").not.toContain(closed.userId);
  if (isSince(homeserver, "1.93")) expect(byDefault).not.toContain(locked.userId);
});

test("the list refuses parameters that make no sense", async ({ homeserver }) => {
  for (const search of [{ from: -1 }, { limit: -1 }, { order_by: "size" }, { dir: "up" }, { guests: "no" }]) {
    const answer = await ask(homeserver, adminPaths.users(), { search });
    await test.step(JSON.stringify(search), () => {
      expectRefusal(answer, 400, "M_INVALID_PARAM");
    });
  }
});
