import type { Client } from "../../src/api/http";
import { type DeleteByRule, deleteMediaByRule } from "../../src/api/media";
import { supports } from "../../src/api/synapse-version";
import { DAY_MS, mediaRow, newMediaId } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import type { Homeserver, MediaRow } from "../target/homeserver";
import { adminPaths, ask, expectRefusal } from "./ask";

/** The rule takes from the whole server, so it is run on servers of our own only. */
test.beforeEach(({ homeserver }) => {
  test.skip(!homeserver.abilities.rows, "The database of this server is out of reach.");
});

const CUT_MS = Date.UTC(2024, 5, 1);

/** Runs the rule on the path of that version, as the app does: all files before `CUT_MS` unless told. */
async function runRule({ serverName, version }: Homeserver, api: Client, rule: Partial<DeleteByRule> = {}) {
  const legacyServerName = supports(version, "deleteByRuleWithoutServerName") ? null : serverName;
  return deleteMediaByRule(api, { beforeMs: CUT_MS, largerThanBytes: 0, keepAvatars: true, legacyServerName, ...rule });
}

const idsOf = (rows: readonly MediaRow[]): readonly string[] => rows.map(({ media_id }) => media_id).toSorted();

/** Runs the rule and returns what went, by the names in `rows`; the answer has to name just that. */
async function namesDeleted<Name extends string>(
  homeserver: Homeserver,
  api: Client,
  { rows, rule }: { rows: Readonly<Record<Name, Partial<MediaRow>>>; rule?: Partial<DeleteByRule> },
): Promise<readonly string[]> {
  const { userId } = await homeserver.createUser(`rule-${newMediaId().toLowerCase()}`);
  const wishes: readonly (readonly [string, Partial<MediaRow>])[] = Object.entries(rows);
  const placed = wishes.map(([name, columns]) => ({ name, row: mediaRow({ user_id: userId, ...columns }) }));
  await homeserver.insertMedia(placed.map(({ row }) => row));
  const { deletedIds, total } = await runRule(homeserver, api, rule);
  const left = new Set(idsOf(await homeserver.readMedia()));
  const gone = placed.filter(({ row }) => !left.has(row.media_id));
  expect(deletedIds.toSorted()).toEqual(idsOf(gone.map(({ row }) => row)));
  expect(total).toBe(gone.length);
  return gone.map(({ name }) => name).toSorted();
}

const old = { created_ts: CUT_MS - DAY_MS };

test("the date is compared strictly, with the last access or else the upload", async ({ homeserver, api }) => {
  const rows = {
    uploadedJustBefore: { created_ts: CUT_MS - 1 },
    uploadedThen: { created_ts: CUT_MS },
    usedJustBefore: { created_ts: CUT_MS - DAY_MS, last_access_ts: CUT_MS - 1 },
    usedThen: { created_ts: CUT_MS - DAY_MS, last_access_ts: CUT_MS },
    usedLater: { created_ts: CUT_MS - 900 * DAY_MS, last_access_ts: CUT_MS + DAY_MS },
    // No server makes such a row; it tells that the access alone decides.
    usedBeforeItsUpload: { created_ts: CUT_MS + DAY_MS, last_access_ts: CUT_MS - DAY_MS },
  };
  expect(await namesDeleted(homeserver, api, { rows })).toEqual([
    "uploadedJustBefore",
    "usedBeforeItsUpload",
    "usedJustBefore",
  ]);
});

test("an access time of 0 is long ago, not never", async ({ homeserver, api }) => {
  const rows = { accessedAtZero: { created_ts: CUT_MS + DAY_MS, last_access_ts: 0 } };
  expect(await namesDeleted(homeserver, api, { rows })).toEqual(["accessedAtZero"]);
});

test("the size is compared strictly; no size matches nothing", async ({ homeserver, api }) => {
  const rows = {
    smaller: { ...old, media_length: 4999 },
    equal: { ...old, media_length: 5000 },
    larger: { ...old, media_length: 5001 },
    unfinished: { ...old, media_length: null, media_type: null },
  };
  expect(await namesDeleted(homeserver, api, { rows, rule: { largerThanBytes: 5000 } })).toEqual(["larger"]);
});

test("without a size limit an empty file stays, as does one without a size", async ({ homeserver, api }) => {
  const rows = {
    empty: { ...old, media_length: 0 },
    oneByte: { ...old, media_length: 1 },
    unfinished: { ...old, media_length: null, media_type: null },
  };
  expect(await namesDeleted(homeserver, api, { rows })).toEqual(["oneByte"]);
});

test("protected and quarantined files are spared, previews are not", async ({ homeserver, api }) => {
  const rows = {
    plain: old,
    preview: { ...old, media_id: `2024-01-31_${newMediaId().slice(0, 16)}`, url_cache: "https://example.org/cover" },
    protectedOne: { ...old, safe_from_quarantine: true },
    quarantined: { ...old, quarantined_by: "@admin:example.org" },
  };
  const sparesThem = supports(homeserver.version, "deleteByRuleSparesQuarantinedAndProtected");
  const spared = sparesThem ? [] : ["protectedOne", "quarantined"];
  expect(await namesDeleted(homeserver, api, { rows })).toEqual(["plain", "preview", ...spared]);
});

test("files of owners without an account go too", async ({ homeserver, api }) => {
  const rows = { ownerless: { ...old, user_id: `@never-registered:${homeserver.serverName}` } };
  expect(await namesDeleted(homeserver, api, { rows })).toEqual(["ownerless"]);
});

/** Pictures in use and formerly in use, all of them old, as rows. */
async function putPictures(homeserver: Homeserver) {
  const create = (name: string) => homeserver.createUser(`${name}-${newMediaId().toLowerCase()}`);
  const [wearer, visitor] = [await create("wearer"), await create("visitor")];
  const pictures = {
    plain: newMediaId(),
    former: newMediaId(),
    ofSomebodyWhoLeft: newMediaId(),
    profile: newMediaId(),
    room: newMediaId(),
  };
  // Whoever makes or joins a room does so in the picture worn at that moment, and the room remembers.
  await homeserver.setAvatar(wearer, pictures.former);
  await homeserver.setAvatar(visitor, pictures.ofSomebodyWhoLeft);
  const roomId = await homeserver.createRoom(wearer, { name: "Gallery", avatar: pictures.room });
  await homeserver.visitRoom(visitor, { owner: wearer, roomId });
  await homeserver.setAvatar(wearer, pictures.profile);
  await homeserver.setAvatar(visitor, newMediaId());
  const rows = Object.values(pictures).map((media_id) => mediaRow({ media_id, user_id: wearer.userId, ...old }));
  await homeserver.insertMedia(rows);
  return pictures;
}

test("pictures of profiles and rooms are kept, former ones and those of members who left too", async ({
  homeserver,
  api,
}) => {
  const { plain, ...kept } = await putPictures(homeserver);
  const { deletedIds } = await runRule(homeserver, api);
  expect(deletedIds).toEqual([plain]);
  expect(idsOf(await homeserver.readMedia())).toEqual(Object.values(kept).toSorted());
});

test("pictures in use go where they are not to be kept", async ({ homeserver, api }) => {
  const pictures = await putPictures(homeserver);
  const { deletedIds } = await runRule(homeserver, api, { keepAvatars: false });
  expect(deletedIds.toSorted()).toEqual(Object.values(pictures).toSorted());
});

test("the older path with the server's name does the same", async ({ homeserver, api }) => {
  const rows = { before: old, after: { created_ts: CUT_MS } };
  const rule = { legacyServerName: homeserver.serverName };
  expect(await namesDeleted(homeserver, api, { rows, rule })).toEqual(["before"]);
});

test("a date in the future takes everything", async ({ homeserver, api }) => {
  const rows = { today: { created_ts: Date.now() } };
  const rule = { beforeMs: Date.now() + 400 * DAY_MS };
  expect(await namesDeleted(homeserver, api, { rows, rule })).toEqual(["today"]);
});

test("nothing to delete is an empty list", async ({ homeserver, api }) => {
  expect(await runRule(homeserver, api)).toEqual({ deletedIds: [], total: 0 });
});

test("the rule refuses what makes no sense, and deletes nothing", async ({ homeserver, people }) => {
  const { rows } = await people.withRows([old]);
  const { serverName, version } = homeserver;
  const path = supports(version, "deleteByRuleWithoutServerName")
    ? adminPaths.deleteByRule()
    : adminPaths.legacyDeleteByRule(serverName);
  const before_ts = CUT_MS;
  const wrong = [
    [{}, "M_MISSING_PARAM"],
    // The last millisecond that is taken for seconds, of 14 December 1970.
    [{ before_ts: 29_999_999_999 }, "M_INVALID_PARAM"],
    [{ before_ts: Math.floor(CUT_MS / 1000) }, "M_INVALID_PARAM"],
    [{ before_ts: -1 }, "M_INVALID_PARAM"],
    [{ before_ts: "yesterday" }, "M_INVALID_PARAM"],
    [{ before_ts, size_gt: -1 }, "M_INVALID_PARAM"],
    [{ before_ts, size_gt: "1k" }, "M_INVALID_PARAM"],
    [{ before_ts, keep_profiles: "yes" }, "M_INVALID_PARAM"],
  ] as const;
  for (const [search, errcode] of wrong) {
    const answer = await ask(homeserver, path, { method: "POST", search });
    await test.step(JSON.stringify(search), () => {
      expectRefusal(answer, 400, errcode);
    });
  }
  const elsewhere = adminPaths.legacyDeleteByRule("elsewhere.example");
  expectRefusal(await ask(homeserver, elsewhere, { method: "POST", search: { before_ts } }), 400, "M_UNKNOWN");
  expect(idsOf(await homeserver.readMedia())).toEqual(idsOf(rows));
});

test("the earliest date that is taken is of 14 December 1970", async ({ homeserver, api }) => {
  expect(await runRule(homeserver, api, { beforeMs: 30_000_000_000 })).toEqual({ deletedIds: [], total: 0 });
});
