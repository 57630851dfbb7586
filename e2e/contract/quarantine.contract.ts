import { HttpError } from "../../src/api/errors";
import type { Client } from "../../src/api/http";
import { findMedia } from "../../src/api/media-info";
import {
  listQuarantineChanges,
  protectMedia,
  quarantineMedia,
  quarantineRoomMedia,
  quarantineUserMedia,
  unprotectMedia,
  unquarantineMedia,
} from "../../src/api/moderation";
import type { QuarantineChange } from "../../src/api/moderation";
import { uniqueWord } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import type { Homeserver, Person } from "../target/homeserver";
import { adminPaths, ask, expectRefusal, isSince } from "./ask";

const followsHash = (homeserver: Homeserver): boolean => isSince(homeserver, "1.128");

/** Who quarantined each of these files, null for nobody. */
async function quarantinedBy(homeserver: Homeserver, ids: readonly string[]): Promise<readonly (string | null)[]> {
  const rows = await homeserver.readMedia();
  return ids.map((id) => rows.find(({ media_id }) => media_id === id)?.quarantined_by ?? null);
}

/** Content that no other test uploads, for files of the same hash. */
const content = (): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`content ${uniqueWord()}`);

/** Waits until a new database is as Synapse wants it: before, uploads are not compared with quarantined ones. */
async function untilSettled(homeserver: Homeserver): Promise<void> {
  if (homeserver.kind === "standin") return;
  await expect
    .poll(async () => (await ask(homeserver, "/_synapse/admin/v1/background_updates/status")).json, {
      timeout: 30_000,
    })
    .toMatchObject({ current_updates: {} });
}

async function allChanges(api: Client, from = 0): Promise<readonly QuarantineChange[]> {
  const { changes, nextFrom } = await listQuarantineChanges(api, from);
  return changes.length === 0 ? [] : [...changes, ...(await allChanges(api, nextFrom))];
}

test.describe("quarantine of one file", () => {
  test("is in the admin's name, and can be lifted", async ({ homeserver, api, people }) => {
    const { mediaIds } = await people.withMedia({ files: 2 });
    const [mediaId = ""] = mediaIds;
    const name = { serverName: homeserver.serverName, mediaId };
    await quarantineMedia(api, name);
    expect(await quarantinedBy(homeserver, mediaIds)).toEqual([homeserver.admin.userId, null]);
    await unquarantineMedia(api, name);
    expect(await quarantinedBy(homeserver, mediaIds)).toEqual([null, null]);
  });

  test("reaches other people's files of the same content since 1.128", async ({ homeserver, api, people }) => {
    const [ann, ben] = [await people.create(), await people.create()];
    const bytes = content();
    const upload = (owner: Person) => homeserver.upload(owner, { bytes });
    const ids = [await upload(ann), await upload(ben)];
    const name = { serverName: homeserver.serverName, mediaId: ids[0] ?? "" };
    await quarantineMedia(api, name);
    const by = homeserver.admin.userId;
    expect(await quarantinedBy(homeserver, ids)).toEqual([by, followsHash(homeserver) ? by : null]);
    await unquarantineMedia(api, name);
    expect(await quarantinedBy(homeserver, ids)).toEqual([null, null]);
  });

  test("meets new uploads of the same content since 1.128", async ({ homeserver, api, people }) => {
    await untilSettled(homeserver);
    const ann = await people.create();
    const bytes = content();
    const first = await homeserver.upload(ann, { bytes });
    await quarantineMedia(api, { serverName: homeserver.serverName, mediaId: first });
    const second = await homeserver.upload(ann, { bytes });
    expect(await quarantinedBy(homeserver, [second])).toEqual([followsHash(homeserver) ? "system" : null]);
  });

  test("leaves protected files out and says nothing of it", async ({ homeserver, api, people }) => {
    const ann = await people.create();
    const bytes = content();
    const ids = [await homeserver.upload(ann, { bytes }), await homeserver.upload(ann, { bytes })];
    const [pinned = "", twin = ""] = ids;
    await protectMedia(api, pinned);
    await quarantineMedia(api, { serverName: homeserver.serverName, mediaId: twin });
    expect(await quarantinedBy(homeserver, ids)).toEqual([null, homeserver.admin.userId]);
    await unquarantineMedia(api, { serverName: homeserver.serverName, mediaId: twin });
    // Named itself, it saves its twin as well.
    await quarantineMedia(api, { serverName: homeserver.serverName, mediaId: pinned });
    expect(await quarantinedBy(homeserver, ids)).toEqual([null, null]);
    await unprotectMedia(api, pinned);
    await quarantineMedia(api, { serverName: homeserver.serverName, mediaId: pinned });
    expect(await quarantinedBy(homeserver, [pinned])).toEqual([homeserver.admin.userId]);
  });

  test("of a protected file can be lifted", async ({ homeserver, api, people }) => {
    const { rows } = await people.withRows([{ quarantined_by: "system", safe_from_quarantine: true }]);
    const mediaId = rows[0]?.media_id ?? "";
    await unquarantineMedia(api, { serverName: homeserver.serverName, mediaId });
    expect(await quarantinedBy(homeserver, [mediaId])).toEqual([null]);
  });

  test("of an unknown file is answered like any other; protecting one is refused", async ({ homeserver, api }) => {
    for (const path of ["quarantine", "unquarantine"]) {
      const unknown = `/_synapse/admin/v1/media/${path}/${homeserver.serverName}/neverUploaded`;
      expect(await ask(homeserver, unknown, { method: "POST" })).toMatchObject({ status: 200, json: {} });
    }
    for (const call of [protectMedia, unprotectMedia]) {
      const error = await call(api, "neverUploaded").catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(HttpError);
      expect(error).toMatchObject({ status: 404, errcode: "M_UNKNOWN" });
    }
  });

  test("is seen when the file is asked for by its ID, since 1.140", async ({ homeserver, api, people }) => {
    test.skip(!isSince(homeserver, "1.140"), "Older versions do not answer for one file.");
    const { mediaIds } = await people.withMedia({ files: 1 });
    const name = { serverName: homeserver.serverName, mediaId: mediaIds[0] ?? "" };
    expect(await findMedia(api, name)).toMatchObject({ origin: "local", file: { quarantinedBy: null } });
    await quarantineMedia(api, name);
    const by = homeserver.admin.userId;
    expect(await findMedia(api, name)).toMatchObject({ origin: "local", file: { quarantinedBy: by } });
    expect(await findMedia(api, { ...name, mediaId: "neverUploaded" })).toBeNull();
  });
});

test.describe("quarantine of everything", () => {
  test("of a user counts what was not quarantined, protected files aside", async ({ homeserver, api, people }) => {
    const ann = await people.withMedia({ files: 4 });
    const ben = await people.withMedia({ files: 1 });
    const [pinned = "", bad = ""] = ann.mediaIds;
    await protectMedia(api, pinned);
    await quarantineMedia(api, { serverName: homeserver.serverName, mediaId: bad });
    expect(await quarantineUserMedia(api, ann.userId)).toEqual({ num_quarantined: 2 });
    const by = homeserver.admin.userId;
    expect(await quarantinedBy(homeserver, [...ann.mediaIds, ...ben.mediaIds])).toEqual([null, by, by, by, null]);
    expect(await quarantineUserMedia(api, ann.userId)).toEqual({ num_quarantined: 0 });
  });

  test("of a user reaches other people's files of the same content since 1.128", async ({
    homeserver,
    api,
    people,
  }) => {
    const [ann, ben] = [await people.create(), await people.create()];
    const bytes = content();
    const ids = [await homeserver.upload(ann, { bytes }), await homeserver.upload(ben, { bytes })];
    const { num_quarantined } = await quarantineUserMedia(api, ann.userId);
    expect(num_quarantined).toBe(followsHash(homeserver) ? 2 : 1);
    const by = homeserver.admin.userId;
    expect(await quarantinedBy(homeserver, ids)).toEqual([by, followsHash(homeserver) ? by : null]);
  });

  test("of an unknown user, or room, is nothing", async ({ homeserver, api }) => {
    expect(await quarantineUserMedia(api, `@nobody-at-all:${homeserver.serverName}`)).toEqual({ num_quarantined: 0 });
    expect(await quarantineRoomMedia(api, `!neverMade:${homeserver.serverName}`)).toEqual({ num_quarantined: 0 });
  });

  test("of a room takes what its events show", async ({ homeserver, api, people }) => {
    const ann = await people.create();
    const upload = () => homeserver.upload(ann, { bytes: 100 });
    const [avatar, other] = [await upload(), await upload()];
    const roomId = await homeserver.createRoom(ann, { name: "Shown", avatar });
    expect(await quarantineRoomMedia(api, roomId)).toEqual({ num_quarantined: 1 });
    expect(await quarantinedBy(homeserver, [avatar, other])).toEqual([homeserver.admin.userId, null]);
    // What is quarantined already counts again.
    expect(await quarantineRoomMedia(api, roomId)).toEqual({ num_quarantined: 1 });
  });
});

test.describe("the changes of quarantine, since 1.152", () => {
  test.beforeEach(({ homeserver }) => {
    test.skip(!isSince(homeserver, "1.152"), "Older versions keep no list.");
  });

  test("name what was quarantined and lifted, in that order", async ({ homeserver, api, people }) => {
    const { serverName } = homeserver;
    const ann = await people.withMedia({ files: 2 });
    const [one = "", two = ""] = ann.mediaIds;
    await quarantineMedia(api, { serverName, mediaId: one });
    await quarantineUserMedia(api, ann.userId);
    await unquarantineMedia(api, { serverName, mediaId: one });
    const ours = (await allChanges(api)).filter(({ mediaId }) => mediaId === one || mediaId === two);
    expect(ours).toEqual([
      { serverName, mediaId: one, isQuarantined: true },
      { serverName, mediaId: two, isQuarantined: true },
      { serverName, mediaId: one, isQuarantined: false },
    ]);
  });

  test("come in pages of 100", async ({ homeserver, api, people }) => {
    const ann = await people.withRows(Array.from({ length: 130 }, () => ({})));
    const before = (await allChanges(api)).length;
    await quarantineUserMedia(api, ann.userId);
    expect((await listQuarantineChanges(api, 0)).changes).toHaveLength(100);
    const all = await allChanges(api);
    expect(all).toHaveLength(before + 130);
    expect(homeserver.serverName).toBe(all.at(-1)?.serverName);
  });

  test("end in an empty page, beyond which nothing may be asked for", async ({ homeserver, api, people }) => {
    const { mediaIds } = await people.withMedia({ files: 1 });
    await quarantineMedia(api, { serverName: homeserver.serverName, mediaId: mediaIds[0] ?? "" });
    let from = 0;
    for (let page = await listQuarantineChanges(api, from); page.changes.length > 0;) {
      from = page.nextFrom;
      page = await listQuarantineChanges(api, from);
    }
    expect(await listQuarantineChanges(api, from)).toEqual({ changes: [], nextFrom: from });
    const future = await ask(homeserver, adminPaths.quarantineChanges(), { search: { from: from + 1000 } });
    expectRefusal(future, 400, "M_INVALID_PARAM");
  });

  test("hold every call, also one that changed nothing, and no upload", async ({ homeserver, api, people }) => {
    await untilSettled(homeserver);
    const ann = await people.create();
    const bytes = content();
    const mediaId = await homeserver.upload(ann, { bytes });
    const { serverName } = homeserver;
    for (let call = 0; call < 2; call += 1) await quarantineMedia(api, { serverName, mediaId });
    const second = await homeserver.upload(ann, { bytes });
    await quarantineMedia(api, { serverName, mediaId: "neverUploaded" });
    const ours = (await allChanges(api)).filter((change) =>
      [mediaId, second, "neverUploaded"].includes(change.mediaId),
    );
    const change = { serverName, mediaId, isQuarantined: true };
    expect(ours).toEqual([change, change]);
  });
});
