import { describe, expect, test } from "vitest";

import { FIXED_NOW_MS, fixedClock } from "./clock";
import { type Standin, type StandinOptions, createStandin } from "./handle";
import type { MediaRecord } from "./media-table";
import { DAY_MS, putFile } from "./seed-media";
import { ADMIN_TOKEN } from "./store";

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const V1 = "/_synapse/admin/v1";

const createQuiet = (options: StandinOptions = {}): Standin =>
  createStandin({ scenario: "empty", now: fixedClock(), serverName: "here", ...options });

async function ask(standin: Standin, method: string, path: string): Promise<Answer> {
  return askAs(standin, ADMIN_TOKEN, { method, path });
}

async function askAs(
  standin: Standin,
  token: string,
  { method, path }: { method: string; path: string },
): Promise<Answer> {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await standin.handle(new Request(`http://standin${path}`, { method, headers }));
  return { status: response.status, body: Object(await response.json()) };
}

const put = (standin: Standin, mediaId: string, columns: Partial<MediaRecord> = {}): void => {
  const created_ts = FIXED_NOW_MS - 100 * DAY_MS;
  const file = { media_length: 1000, created_ts, user_id: "@ann:here", ...columns, media_id: mediaId };
  putFile({ store: standin.store, nowMs: FIXED_NOW_MS }, file);
};

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((row: unknown) => String(Object(row).media_id)) : [];

async function listed(standin: Standin, search: string): Promise<string[]> {
  const { body } = await ask(standin, "GET", `${V1}/users/@ann:here/media?${search}`);
  return idsIn(body["media"]);
}

const withRows = (options: StandinOptions = {}): Standin => {
  const standin = createQuiet(options);
  standin.store.addAccount("ann");
  for (const [id, last_access_ts] of [
    ["b", null],
    ["a", null],
    ["d", 20],
    ["c", 20],
    ["e", 10],
  ] as const) {
    put(standin, id, { last_access_ts, created_ts: id.charCodeAt(0) });
  }
  return standin;
};

const keysOf = async (version: string) => {
  const standin = withRows({ version });
  const { body } = await ask(standin, "GET", `${V1}/users/@ann:here/media?limit=1`);
  return Array.isArray(body["media"]) ? Object.keys(Object(body["media"][0])).length : 0;
};

const before = FIXED_NOW_MS - 50 * DAY_MS;

const byRule = async (standin: Standin, search: string): Promise<string[]> => {
  const { body } = await ask(standin, "POST", `${V1}/media/delete?${search}`);
  return Array.isArray(body["deleted_media"]) ? body["deleted_media"].map(String).sort() : [];
};

const filledOf = (version: string) => {
  const standin = createQuiet({ version });
  put(standin, "protected", { safe_from_quarantine: true });
  put(standin, "quarantined", { quarantined_by: "system" });
  return standin;
};

describe("the list of a user's media", () => {
  test("puts nulls where the database does and breaks ties by ascending ID in both directions", async () => {
    const sqlite = withRows();
    const postgres = withRows({ nullOrder: "postgres" });
    expect(await listed(sqlite, "order_by=last_access_ts&dir=f")).toEqual(["a", "b", "e", "c", "d"]);
    expect(await listed(sqlite, "order_by=last_access_ts&dir=b")).toEqual(["c", "d", "e", "a", "b"]);
    expect(await listed(postgres, "order_by=last_access_ts&dir=f")).toEqual(["e", "c", "d", "a", "b"]);
    expect(await listed(postgres, "order_by=last_access_ts&dir=b")).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("is newest first by default, oldest first as soon as an order is named", async () => {
    const standin = withRows();
    expect(await listed(standin, "")).toEqual(["e", "d", "c", "b", "a"]);
    expect(await listed(standin, "order_by=created_ts")).toEqual(["a", "b", "c", "d", "e"]);
    expect(await listed(standin, "dir=b")).toEqual(["e", "d", "c", "b", "a"]);
  });

  test("pages, counts the whole, and points at itself with a limit of 0", async () => {
    const standin = withRows();
    const path = `${V1}/users/@ann:here/media`;
    expect((await ask(standin, "GET", `${path}?limit=2&from=2`)).body).toMatchObject({ total: 5, next_token: 4 });
    expect((await ask(standin, "GET", `${path}?limit=2&from=3`)).body).not.toHaveProperty("next_token");
    expect((await ask(standin, "GET", `${path}?limit=0&from=3`)).body).toEqual({ media: [], total: 5, next_token: 3 });
  });

  test("sends the keys that the version has", async () => {
    const versions = ["1.61.0", "1.98.0", "1.120.2", "1.140.0"];
    expect(await Promise.all(versions.map(keysOf))).toEqual([8, 10, 11, 12]);
  });
});

describe("deletion by rule", () => {
  test("compares strictly, counts unused files from their upload, and never takes empty or unfinished ones", async () => {
    const standin = createQuiet();
    put(standin, "unused", { created_ts: before - 1 });
    put(standin, "onTheDot", { created_ts: before });
    put(standin, "usedLater", { created_ts: before - 1, last_access_ts: before });
    put(standin, "empty", { media_length: 0 });
    put(standin, "unfinished", { media_length: null });
    put(standin, "small", { media_length: 10 });
    expect(await byRule(standin, `before_ts=${String(before)}&size_gt=10`)).toEqual(["unused"]);
    expect(await byRule(standin, `before_ts=${String(before)}`)).toEqual(["small"]);
  });

  test("keeps every picture ever worn in a room, and what rooms show", async () => {
    const standin = createQuiet();
    const { store } = standin;
    const ann = store.addAccount("ann").name;
    for (const id of ["now", "before", "room", "other"]) put(standin, id);
    store.setAvatar(ann, store.mxc("before"));
    store.openRoom({ creator: ann, avatar: store.mxc("room") });
    store.setAvatar(ann, store.mxc("now"));
    const rule = `before_ts=${String(before)}`;
    expect(await byRule(standin, rule)).toEqual(["other"]);
    expect(await byRule(standin, `${rule}&keep_profiles=false`)).toEqual(["before", "now", "room"]);
  });

  test("spares protected and quarantined files since 1.61 only", async () => {
    const path = `${V1}/media/here/delete?before_ts=${String(before)}`;
    expect((await ask(filledOf("1.61.0"), "POST", path)).body).toMatchObject({ total: 0 });
    expect((await ask(filledOf("1.60.0"), "POST", path)).body).toMatchObject({ total: 2 });
  });

  test("has no path without the server's name before 1.78", async () => {
    const path = `${V1}/media/delete?before_ts=${String(before)}`;
    expect(await ask(createQuiet({ version: "1.77.0" }), "POST", path)).toMatchObject({
      status: 404,
      body: { errcode: "M_UNRECOGNIZED" },
    });
    expect((await ask(createQuiet({ version: "1.78.0" }), "POST", path)).status).toBe(200);
  });
});

test("statistics know owners that have no account", async () => {
  const standin = createQuiet();
  put(standin, "left", { user_id: "@gone:here" });
  const { body } = await ask(standin, "GET", `${V1}/statistics/users/media`);
  expect(body).toEqual({
    users: [{ user_id: "@gone:here", displayname: null, media_count: 1, media_length: 1000 }],
    total: 1,
  });
  expect((await ask(standin, "GET", `${V1}/users/@gone:here/media`)).body).toMatchObject({ errcode: "M_NOT_FOUND" });
});

test("asks for a token first, then for an admin, then for sense", async () => {
  const standin = createQuiet();
  const token = standin.store.issueToken(standin.store.addAccount("ann").name);
  const path = `${V1}/users/nonsense/media?limit=x`;
  const call = { method: "GET", path };
  expect(await askAs(standin, "unknown", call)).toMatchObject({ status: 401, body: { soft_logout: false } });
  expect(await askAs(standin, token, call)).toMatchObject({ status: 403, body: { errcode: "M_FORBIDDEN" } });
  expect(await ask(standin, "GET", path)).toMatchObject({ status: 400, body: { errcode: "M_INVALID_PARAM" } });
});

test("tells unknown paths, wrong methods and its own gaps apart", async () => {
  const standin = createQuiet();
  expect((await ask(standin, "GET", `${V1}/nonsense`)).status).toBe(404);
  expect((await ask(standin, "DELETE", `${V1}/media/here/delete`)).status).toBe(405);
  expect((await ask(standin, "GET", "/_synapse/admin/v3/users")).status).toBe(501);
});

test("looking at a picture marks it as used, listing does not", async () => {
  const standin = createQuiet();
  standin.store.addAccount("ann");
  put(standin, "face", { media_type: "image/png" });
  await listed(standin, "");
  expect(standin.store.media.get("face")?.last_access_ts).toBeNull();
  const headers = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const path = "/_matrix/client/v1/media/thumbnail/here/face?width=32&height=32";
  const response = await standin.handle(new Request(`http://standin${path}`, { headers }));
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  expect(standin.store.media.get("face")?.last_access_ts).toBe(FIXED_NOW_MS);
});
