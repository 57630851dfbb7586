import { purgeRemoteMedia } from "../../src/api/remote-media";
import { DAY_MS, remoteRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { adminPaths, ask, expectRefusal, isSince } from "./ask";

test("copies last used before the moment go, but for quarantined ones and those of unknown use", async ({
  homeserver,
  api,
}) => {
  test.skip(!homeserver.abilities.rows, "The database of this server is out of reach.");
  const beforeMs = Date.now() - 100 * DAY_MS;
  await homeserver.insertRemoteMedia([
    remoteRow({ last_access_ts: beforeMs - 1 }),
    remoteRow({ last_access_ts: beforeMs - DAY_MS }),
    remoteRow({ last_access_ts: beforeMs }),
    remoteRow({ last_access_ts: null }),
    remoteRow({ last_access_ts: 1, quarantined_by: homeserver.admin.userId }),
  ]);
  expect(await purgeRemoteMedia(api, beforeMs)).toBe(2);
  expect(await purgeRemoteMedia(api, beforeMs)).toBe(0);
  expect(await purgeRemoteMedia(api, beforeMs + 1)).toBe(1);
});

test("local files are left alone, however old", async ({ homeserver, api, people }) => {
  const { rows } = await people.withRows([{ last_access_ts: 1, created_ts: 1 }]);
  await purgeRemoteMedia(api, Date.now());
  expect((await homeserver.readMedia()).map(({ media_id }) => media_id)).toEqual(rows.map((row) => row.media_id));
});

test("a moment in seconds is refused, and so is none", async ({ homeserver }) => {
  const purge = (search: Record<string, number>) =>
    ask(homeserver, adminPaths.purgeRemoteMedia(), { method: "POST", search });
  expectRefusal(await purge({}), 400, "M_MISSING_PARAM");
  if (isSince(homeserver, "1.46")) expectRefusal(await purge({ before_ts: 29_999_999_999 }), 400, "M_INVALID_PARAM");
  expect((await purge({ before_ts: 30_000_000_000 })).status).toBe(200);
});
