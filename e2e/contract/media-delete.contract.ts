import { isNotFound } from "../../src/api/errors";
import { deleteMedia, deleteUserMedia, listUserMedia } from "../../src/api/media";
import { expect, test } from "../fixtures/test";
import type { Homeserver } from "../target/homeserver";
import { adminPaths, ask, expectRefusal } from "./ask";

const oldestFirst = { orderBy: "created_ts", dir: "f", from: 0, limit: 1000 } as const;

const idsIn = async (homeserver: Homeserver): Promise<readonly string[]> =>
  (await homeserver.readMedia()).map(({ media_id }) => media_id).toSorted();

/** Twelve rows, one a minute, the oldest first. */
const twelve = Array.from({ length: 12 }, (_, index) => ({ created_ts: Date.UTC(2024, 0, 1, 0, index) }));

test.describe("one file by its ID", () => {
  test("is gone, named in the answer, and unknown the second time", async ({ homeserver, api, people }) => {
    const { serverName } = homeserver;
    const { userId, mediaIds } = await people.withMedia({ files: 3 });
    const [first = "", ...others] = mediaIds;
    expect(await deleteMedia(api, { serverName, mediaId: first })).toEqual({ deletedIds: [first], total: 1 });
    const { files } = await listUserMedia(api, userId, oldestFirst);
    expect(files.map(({ mediaId }) => mediaId).toSorted()).toEqual(others.toSorted());

    const again = await deleteMedia(api, { serverName, mediaId: first }).catch((error: unknown) => error);
    expect(isNotFound(again), "what the app takes for already gone").toBe(true);
  });

  test("goes whatever protects it, with or without a file on disk", async ({ homeserver, api, people }) => {
    const { serverName } = homeserver;
    const { rows, ...person } = await people.withRows([
      { safe_from_quarantine: true },
      { quarantined_by: "system" },
      { url_cache: "https://example.org/cover.png" },
      { media_length: null, media_type: null },
      { media_length: 0 },
      {},
    ]);
    await homeserver.setAvatar(person, rows.at(-1)?.media_id ?? "");
    for (const { media_id: mediaId } of rows) {
      expect(await deleteMedia(api, { serverName, mediaId })).toEqual({ deletedIds: [mediaId], total: 1 });
    }
    expect(await homeserver.readMedia()).toEqual([]);
  });

  test("is refused for another server, and for an ID never heard of", async ({ homeserver, people }) => {
    const { mediaIds } = await people.withMedia({ files: 1 });
    const remove = (serverName: string, mediaId: string) =>
      ask(homeserver, adminPaths.media(serverName, mediaId), { method: "DELETE" });
    expectRefusal(await remove("elsewhere.example", mediaIds[0] ?? ""), 400, "M_UNKNOWN");
    expectRefusal(await remove(homeserver.serverName, "neverUploaded"), 404, "M_NOT_FOUND");
  });
});

test.describe("the media of a user", () => {
  test("go in pages, exactly as they are listed", async ({ homeserver, api, people }) => {
    const { userId, rows } = await people.withRows(twelve);
    const other = await people.withRows([{}]);
    const page = { ...oldestFirst, from: 2, limit: 5 };
    const listed = (await listUserMedia(api, userId, page)).files.map(({ mediaId }) => mediaId);
    expect(listed).toEqual(rows.slice(2, 7).map(({ media_id }) => media_id));
    const { deletedIds, total } = await deleteUserMedia(api, userId, page);
    expect(deletedIds.toSorted()).toEqual(listed.toSorted());
    expect(total, "how many went, not how many are left").toBe(5);
    const left = [...rows.slice(0, 2), ...rows.slice(7), ...other.rows].map(({ media_id }) => media_id);
    expect(await idsIn(homeserver)).toEqual(left.toSorted());
  });

  test("without parameters are the 100 newest", async ({ homeserver, people }) => {
    const rows = Array.from({ length: 104 }, (_, index) => ({ created_ts: Date.UTC(2024, 0, 1, 0, index) }));
    const person = await people.withRows(rows);
    const answer = await ask(homeserver, adminPaths.userMedia(person.userId), { method: "DELETE" });
    expect(answer).toMatchObject({ status: 200, json: { total: 100 } });
    const oldest = person.rows.slice(0, 4).map(({ media_id }) => media_id);
    expect(await idsIn(homeserver)).toEqual(oldest.toSorted());
  });

  test("go whatever protects them, until none is left", async ({ homeserver, api, people }) => {
    const { rows, ...person } = await people.withRows([
      {},
      { safe_from_quarantine: true },
      { quarantined_by: "system" },
      { url_cache: "https://example.org/cover.png" },
      { media_length: null, media_type: null },
    ]);
    await homeserver.setAvatar(person, rows[0]?.media_id ?? "");
    const { total } = await deleteUserMedia(api, person.userId, oldestFirst);
    expect(total).toBe(rows.length);
    expect(await homeserver.readMedia()).toEqual([]);
    expect(await deleteUserMedia(api, person.userId, oldestFirst)).toEqual({ deletedIds: [], total: 0 });
  });

  test("are refused as the list is", async ({ homeserver, people }) => {
    const { userId, mediaIds } = await people.withMedia({ files: 1 });
    const remove = (owner: string, search = {}) =>
      ask(homeserver, adminPaths.userMedia(owner), { method: "DELETE", search });
    expectRefusal(await remove(`@nobody-at-all:${homeserver.serverName}`), 404, "M_NOT_FOUND");
    expectRefusal(await remove("@ann:elsewhere.example"), 400, "M_UNKNOWN");
    expectRefusal(await remove(userId, { order_by: "size" }), 400, "M_INVALID_PARAM");
    expectRefusal(await remove(userId, { dir: "up" }), 400, "M_INVALID_PARAM");
    expectRefusal(await remove(userId, { limit: -1 }), 400, "M_INVALID_PARAM");
    const { status, json } = await ask(homeserver, adminPaths.userMedia(userId));
    expect({ status, json }).toMatchObject({ status: 200, json: { total: mediaIds.length } });
  });
});
