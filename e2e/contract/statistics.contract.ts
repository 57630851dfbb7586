import * as v from "valibot";

import { type MediaOwner, type OwnerPage, listMediaOwners } from "../../src/api/statistics";
import type { Client } from "../../src/api/http";
import { mediaRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import type { Homeserver } from "../target/homeserver";
import { adminPaths, ask, expectRefusal } from "./ask";

const T_MS = Date.UTC(2024, 2, 3);

/** All owners, as the app pages through them. */
async function listAll(api: Client, wishes: Partial<OwnerPage> = {}): Promise<readonly MediaOwner[]> {
  const seen: MediaOwner[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: Awaited<ReturnType<typeof listMediaOwners>> = await listMediaOwners(api, { limit: 2, ...wishes, from });
    seen.push(...page.owners);
    from = page.nextFrom;
  }
  return seen;
}

const rawPage = v.object({
  users: v.array(
    v.strictObject({
      user_id: v.string(),
      displayname: v.nullable(v.string()),
      media_count: v.number(),
      media_length: v.nullable(v.number()),
    }),
  ),
  total: v.number(),
  next_token: v.optional(v.number()),
});

async function listRaw(homeserver: Homeserver, search: Record<string, string | number> = {}) {
  const answer = await ask(homeserver, adminPaths.statistics(), { search });
  expect(answer.status).toBe(200);
  return v.parse(rawPage, answer.json);
}

test("every owner is counted with files and bytes, nobody without files is", async ({ api, people }) => {
  const two = await people.withRows([{ media_length: 1000 }, { media_length: 24 }], { displayname: "Zwei Dateien" });
  // Quarantined files and previews count, and so does a reservation, though without bytes.
  const odd = await people.withRows([
    { quarantined_by: "system", media_length: 5 },
    { url_cache: "https://example.org/cover", media_length: 7 },
    { media_length: null, media_type: null },
  ]);
  const none = await people.create();
  const owners = await listAll(api);
  expect(owners).toContainEqual({ userId: two.userId, displayName: "Zwei Dateien", files: 2, bytes: 1024 });
  expect(owners).toContainEqual(expect.objectContaining({ userId: odd.userId, files: 3, bytes: 12 }));
  expect(owners.map(({ userId }) => userId)).not.toContain(none.userId);
});

test("an owner of reservations only has a size of null, which the app counts as nothing", async ({
  homeserver,
  api,
  people,
}) => {
  const { userId } = await people.withRows([{ media_length: null }, { media_length: null }]);
  const { users } = await listRaw(homeserver);
  expect(users).toEqual([expect.objectContaining({ user_id: userId, media_count: 2, media_length: null })]);
  expect(await listAll(api)).toEqual([expect.objectContaining({ userId, files: 2, bytes: 0 })]);
});

test("an owner without an account is counted all the same", async ({ homeserver, api }) => {
  test.skip(!homeserver.abilities.rows, "The database of this server is out of reach.");
  const userId = `@never-registered:${homeserver.serverName}`;
  await homeserver.insertMedia([mediaRow({ user_id: userId, media_length: 99 })]);
  expect(await listAll(api)).toEqual([{ userId, displayName: null, files: 1, bytes: 99 }]);
});

test("by user ID pages visit every owner once, in order", async ({ homeserver, api, people }) => {
  const created: string[] = [];
  for (let number = 0; number < 5; number += 1) created.push((await people.withMedia({ files: 1 })).userId);
  const seen = (await listAll(api)).map(({ userId }) => userId);
  expect(seen).toEqual(seen.toSorted());
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(created));
  const { users, total } = await listRaw(homeserver, { limit: 100_000 });
  expect(
    users.map(({ user_id }) => user_id),
    "the default order",
  ).toEqual(seen);
  expect(total).toBe(seen.length);
});

test("each order is kept, in both directions", async ({ homeserver, people }) => {
  await people.withRows([{ media_length: 9 }, { media_length: 9 }], { displayname: "Berta" });
  await people.withRows([{ media_length: 100 }], { displayname: "Anna" });
  await people.withRows([{ media_length: 1 }, { media_length: 1 }, { media_length: 1 }], { displayname: "Cäsar" });
  for (const order of ["user_id", "displayname", "media_count", "media_length"] as const) {
    const valuesBy = async (dir: string) => {
      const { users } = await listRaw(homeserver, { order_by: order, dir, limit: 100_000 });
      // Where NULLs go is the database's choice.
      return users.map((user) => user[order]).filter((value) => value !== null);
    };
    const ascending = (await valuesBy("f")).toSorted((a, b) => (a === b ? 0 : a < b ? -1 : 1));
    expect(await valuesBy("f"), `${order}, ascending`).toEqual(ascending);
    expect(await valuesBy("b"), `${order}, descending`).toEqual(ascending.toReversed());
  }
});

test("both ends of a range of upload dates are included", async ({ api, people }) => {
  const { userId } = await people.withRows([-1, 0, 5, 10, 11].map((offset) => ({ created_ts: T_MS + offset })));
  const filesIn = async (range: Partial<OwnerPage>) =>
    (await listAll(api, range)).find((owner) => owner.userId === userId)?.files ?? 0;
  expect(await filesIn({})).toBe(5);
  expect(await filesIn({ uploadedFromMs: T_MS, uploadedUntilMs: T_MS + 10 })).toBe(3);
  expect(await filesIn({ uploadedFromMs: T_MS + 11 })).toBe(1);
  expect(await filesIn({ uploadedUntilMs: T_MS - 1 })).toBe(1);
  expect(await filesIn({ uploadedUntilMs: T_MS - 2 })).toBe(0);
});

test("a limit of 0 names its own place as the next", async ({ homeserver, people }) => {
  await people.withMedia({ files: 1 });
  expect(await listRaw(homeserver, { limit: 0 })).toMatchObject({ users: [], next_token: 0 });
});

test("the statistics refuse parameters that make no sense", async ({ homeserver }) => {
  const wrong = [
    { order_by: "size" },
    { dir: "up" },
    { from: -1 },
    { limit: -1 },
    { from_ts: -1 },
    { until_ts: -1 },
    { from_ts: "monday" },
    { from_ts: T_MS, until_ts: T_MS },
    { from_ts: T_MS + 1, until_ts: T_MS },
    { until_ts: 0 },
    { search_term: "" },
  ];
  for (const search of wrong) {
    const answer = await ask(homeserver, adminPaths.statistics(), { search });
    await test.step(JSON.stringify(search), () => {
      expectRefusal(answer, 400, "M_INVALID_PARAM");
    });
  }
});
