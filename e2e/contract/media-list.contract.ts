import * as v from "valibot";

import type { Client } from "../../src/api/http";
import { type Direction, type MediaOrder, listUserMedia, mediaOrders } from "../../src/api/media";
import { DAY_MS, mediaRow, newMediaId } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import type { Homeserver, MediaRow } from "../target/homeserver";
import { adminPaths, ask, expectRefusal, isSince } from "./ask";

const DAY_0_MS = Date.UTC(2024, 0, 1);

/** Rows with ties in every column, and NULL where a column can have it. */
const manyRows: readonly Partial<MediaRow>[] = Array.from({ length: 24 }, (_, index) => ({
  created_ts: DAY_0_MS + (index % 5) * DAY_MS,
  last_access_ts: [null, DAY_0_MS + 9 * DAY_MS, DAY_0_MS + 7 * DAY_MS][index % 3] ?? null,
  media_type: ["image/png", null, "video/mp4", "audio/ogg"][index % 4] ?? null,
  // The last is the largest that PostgreSQL's column holds.
  media_length: [10, null, 0, 10, 2_147_483_647][index % 5] ?? null,
  upload_name: [null, "b.png", "a.png", "B.png"][index % 4] ?? null,
  quarantined_by: ["@admin:example.org", null, "system"][index % 3] ?? null,
  safe_from_quarantine: index % 4 === 0,
}));

const wirePage = v.looseObject({
  media: v.array(v.looseObject({ media_id: v.string() })),
  total: v.number(),
  next_token: v.optional(v.number()),
});

/** A page of the list as it comes over the wire. */
async function listRaw(homeserver: Homeserver, userId: string, search: Record<string, string | number> = {}) {
  const answer = await ask(homeserver, adminPaths.userMedia(userId), { search });
  expect(answer.status).toBe(200);
  return v.parse(wirePage, answer.json);
}

const idsOf = (page: { readonly media: readonly { readonly media_id: string }[] }): readonly string[] =>
  page.media.map(({ media_id }) => media_id);

/** IDs of all pages, as the app turns them. */
async function pageThrough(api: Client, userId: string, order: { orderBy: MediaOrder; dir: Direction }) {
  const seen: string[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: Awaited<ReturnType<typeof listUserMedia>> = await listUserMedia(api, userId, {
      ...order,
      from,
      limit: 7,
    });
    seen.push(...page.files.map(({ mediaId }) => mediaId));
    from = page.nextFrom;
  }
  return seen;
}

type Value = string | number | boolean;

const isValue = (value: unknown): value is Value => ["string", "number", "boolean"].includes(typeof value);

/** Texts by code point, `false` before `true`. */
const compare = (a: Value, b: Value): number => (a === b ? 0 : a < b ? -1 : 1);

for (const orderBy of mediaOrders) {
  test(`by ${orderBy} both directions are total orders, ties by ID`, async ({ homeserver, api, people }) => {
    const { userId } = await people.withRows(manyRows);
    for (const dir of ["f", "b"] as const) {
      const page = await listRaw(homeserver, userId, { order_by: orderBy, dir });
      expect(page.total).toBe(manyRows.length);
      const keys = page.media.map((row) => ({ value: row[orderBy] ?? null, id: row.media_id }));
      const values = keys.map(({ value }) => value).filter(isValue);
      const sign = dir === "f" ? 1 : -1;
      expect(values, `values, ${dir}`).toEqual(values.toSorted((a, b) => sign * compare(a, b)));

      const nulls = keys.filter(({ value }) => value === null);
      const isFirst = nulls.length > 0 && keys[0]?.value === null;
      expect(isFirst ? keys.slice(0, nulls.length) : keys.slice(keys.length - nulls.length), "NULLs").toEqual(nulls);

      const byId = keys.map((key, index) => (index > 0 && keys[index - 1]?.value === key.value ? key.id : null));
      const isAscending = byId.every((id, index) => id === null || id > (keys[index - 1]?.id ?? ""));
      expect(isAscending, `ties ascend by ID, ${dir}`).toBe(true);

      expect(await pageThrough(api, userId, { orderBy, dir }), `pages, ${dir}`).toEqual(idsOf(page));
    }
  });
}

test("order and direction each have a default that depends on the other", async ({ homeserver, people }) => {
  const { userId } = await people.withRows(manyRows);
  const idsBy = async (search: Record<string, string>) => idsOf(await listRaw(homeserver, userId, search));
  const oldestFirst = await idsBy({ order_by: "created_ts", dir: "f" });
  const newestFirst = await idsBy({ order_by: "created_ts", dir: "b" });
  expect(oldestFirst).not.toEqual(newestFirst);
  expect(await idsBy({}), "neither").toEqual(newestFirst);
  expect(await idsBy({ dir: "b" }), "direction only").toEqual(newestFirst);
  expect(await idsBy({ dir: "f" }), "direction only").toEqual(oldestFirst);
  expect(await idsBy({ order_by: "created_ts" }), "order only").toEqual(oldestFirst);
});

test("a page has 100 rows unless told, and no upper bound", async ({ homeserver, people }) => {
  const { userId } = await people.withRows(Array.from({ length: 103 }, () => ({})));
  const first = await listRaw(homeserver, userId);
  expect([first.media.length, first.total, first.next_token]).toEqual([100, 103, 100]);
  const rest = await listRaw(homeserver, userId, { from: 100 });
  expect([rest.media.length, rest.total, "next_token" in rest]).toEqual([3, 103, false]);
  const all = await listRaw(homeserver, userId, { limit: 1_000_000 });
  expect([all.media.length, "next_token" in all]).toEqual([103, false]);
  const beyond = await listRaw(homeserver, userId, { from: 500 });
  expect([beyond.media.length, beyond.total, "next_token" in beyond]).toEqual([0, 103, false]);
});

test("a limit of 0 names its own place as the next", async ({ homeserver, people }) => {
  const { userId } = await people.withRows([{}, {}, {}]);
  expect(await listRaw(homeserver, userId, { from: 1, limit: 0 })).toEqual({ media: [], total: 3, next_token: 1 });
});

test("somebody without media has an empty list", async ({ api, people }) => {
  const { userId } = await people.create();
  const page = { orderBy: "created_ts", dir: "f", from: 0, limit: 10 } as const;
  expect(await listUserMedia(api, userId, page)).toEqual({ files: [], total: 0, nextFrom: null });
});

test("a row has exactly the keys of its version", async ({ homeserver, people }) => {
  const { userId } = await people.withMedia({ files: 1 });
  const [row = {}] = (await listRaw(homeserver, userId)).media;
  const later = [
    ["url_cache", "1.98"],
    ["user_id", "1.98"],
    ["authenticated", "1.112"],
    ["sha256", "1.128"],
  ] as const;
  const first = ["media_id", "media_type", "media_length", "upload_name", "created_ts", "last_access_ts"];
  const flags = ["quarantined_by", "safe_from_quarantine"];
  const expected = later.filter(([, release]) => isSince(homeserver, release)).map(([key]) => key);
  expect(Object.keys(row).toSorted()).toEqual([...first, ...flags, ...expected].toSorted());
});

test("an upload is listed as it was made, and never used yet", async ({ homeserver, api, people }) => {
  const before = Date.now();
  const person = await people.create();
  const mediaId = await homeserver.upload(person, { bytes: 1234, name: "schöne Katze.png", type: "image/png" });
  const nameless = await homeserver.upload(person, { bytes: 0 });
  const { files } = await listUserMedia(api, person.userId, { orderBy: "media_length", dir: "b", from: 0, limit: 9 });
  expect(files).toEqual([
    expect.objectContaining({ mediaId, name: "schöne Katze.png", type: "image/png", sizeBytes: 1234 }),
    expect.objectContaining({ mediaId: nameless, name: null, type: "application/octet-stream", sizeBytes: 0 }),
  ]);
  for (const file of files) {
    expect(file).toMatchObject({ lastAccessMs: null, quarantinedBy: null, isProtected: false, isUrlPreview: false });
    expect(file.createdMs).toBeGreaterThanOrEqual(before - 1000);
    expect(file.createdMs).toBeLessThanOrEqual(Date.now() + 1000);
  }
});

test("everything of an owner is listed: quarantined, protected, previews, reservations", async ({ api, people }) => {
  const preview = `2024-01-31_${newMediaId().slice(0, 16)}`;
  const { userId, rows } = await people.withRows([
    { quarantined_by: "system" },
    { safe_from_quarantine: true },
    { media_id: preview, url_cache: "https://example.org/cover.png" },
    { media_length: null, media_type: null, upload_name: null },
  ]);
  const page = { orderBy: "media_id", dir: "f", from: 0, limit: 10 } as const;
  const { files, total } = await listUserMedia(api, userId, page);
  expect(total).toBe(4);
  const stateOf = ({ isProtected, quarantinedBy, isUrlPreview, sizeBytes }: (typeof files)[number]) => ({
    isProtected,
    quarantinedBy,
    isUrlPreview,
    sizeBytes,
  });
  expect(Object.fromEntries(files.map((file) => [file.mediaId, stateOf(file)]))).toEqual(
    Object.fromEntries(
      rows.map((row) => [
        row.media_id,
        {
          isProtected: row.safe_from_quarantine,
          quarantinedBy: row.quarantined_by,
          isUrlPreview: row.url_cache !== null,
          sizeBytes: row.media_length,
        },
      ]),
    ),
  );
});

test("a reserved ID is listed without size and type", async ({ homeserver, api, people }) => {
  test.skip(!homeserver.abilities.reserve, "This version reserves no IDs.");
  const person = await people.create();
  const mediaId = await homeserver.reserve(person);
  const page = await listUserMedia(api, person.userId, { orderBy: "created_ts", dir: "f", from: 0, limit: 10 });
  expect(page.files).toEqual([expect.objectContaining({ mediaId, sizeBytes: null, type: null, name: null })]);
});

test("listing touches nothing", async ({ homeserver, people }) => {
  const { userId } = await people.withRows([{ last_access_ts: null }, { last_access_ts: DAY_0_MS }]);
  const first = await homeserver.readMedia();
  await listRaw(homeserver, userId);
  expect(await homeserver.readMedia()).toEqual(first);
});

test("user IDs with a slash and other signs are one segment when encoded", async ({ api, people }) => {
  const { userId, mediaIds } = await people.withMedia({ name: "a/b=c.d", files: 1 });
  const page = await listUserMedia(api, userId, { orderBy: "media_id", dir: "f", from: 0, limit: 10 });
  expect(page.files.map(({ mediaId }) => mediaId)).toEqual(mediaIds);
});

test("the list refuses who is unknown, remote or no user at all", async ({ homeserver }) => {
  const { serverName } = homeserver;
  const list = (userId: string) => ask(homeserver, adminPaths.userMedia(userId));
  expectRefusal(await list(`@nobody-at-all:${serverName}`), 404, "M_NOT_FOUND");
  expectRefusal(await list("@ann:elsewhere.example"), 400, "M_UNKNOWN");
  expectRefusal(await list(`ann:${serverName}`), 400, "M_INVALID_PARAM");
  expectRefusal(await list("@ann"), 400, "M_INVALID_PARAM");
});

test("the list refuses an owner without an account, whose rows statistics count", async ({ homeserver }) => {
  test.skip(!homeserver.abilities.rows, "The database of this server is out of reach.");
  const userId = `@never-registered:${homeserver.serverName}`;
  await homeserver.insertMedia([mediaRow({ user_id: userId })]);
  expectRefusal(await ask(homeserver, adminPaths.userMedia(userId)), 404, "M_NOT_FOUND");
});

test("the list refuses parameters that make no sense", async ({ homeserver, people }) => {
  const { userId } = await people.create();
  const wrong: readonly (readonly [string, string])[] = [
    ["order_by", "size"],
    ["order_by", ""],
    ["dir", "up"],
    ["from", "-1"],
    ["limit", "-1"],
    ["from", "two"],
    ["limit", "1.5"],
  ];
  for (const [name, value] of wrong) {
    const answer = await ask(homeserver, adminPaths.userMedia(userId), { search: { [name]: value } });
    await test.step(`${name}=${value}`, () => {
      expectRefusal(answer, 400, "M_INVALID_PARAM");
    });
  }
});
