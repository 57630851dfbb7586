import { expectNoRow, expectRow } from "../helpers/table";
import {
  amountText,
  deleteReviewed,
  expectResults,
  expectReviewed,
  expectSummary,
  idsOf,
  reviewLink,
} from "../helpers/wizard";
import { DAY_MS, mediaRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import type { Homeserver, Person } from "../target/homeserver";

const yearAgo = () => Date.now() - 365 * DAY_MS;

test.describe("clean-up on any server", { tag: "@synapse" }, () => {
  test("Synapse's rule: what is previewed goes, but for what only Synapse knows to keep", async ({
    page,
    app,
    people,
    homeserver,
  }) => {
    const ann = await people.withRows([
      { media_id: "annOld", upload_name: "old.png", media_length: 3_000_000 },
      { media_id: "annSeen", upload_name: "seen.png", last_access_ts: Date.now() - DAY_MS },
      { media_id: "annFresh", upload_name: "fresh.png", created_ts: Date.now() - 2 * DAY_MS },
      { media_id: "annEmpty", upload_name: "empty.txt", media_length: 0 },
      { media_id: "annUnfinished", upload_name: null, media_type: null, media_length: null },
      { media_id: "annProtected", upload_name: "evidence.png", safe_from_quarantine: true },
      { media_id: "annQuarantined", upload_name: "bad.png", quarantined_by: homeserver.admin.userId },
      { media_id: "2024-01-31_annPreview", upload_name: null, url_cache: "https://example.org/cover.jpg" },
    ]);
    const { former, current, room } = await dress(homeserver, ann);
    const before = await homeserver.readMedia();

    await app.signIn();
    await app.open(reviewLink({ beforeMs: yearAgo() }));
    await expectReviewed(page);
    const doomed = new Set(["annOld", "2024-01-31_annPreview", former]);
    await expectSummary(page, amountText(before.filter(({ media_id }) => doomed.has(media_id))));
    const kept = page.getByRole("table", { name: "Kept" });
    await expectRow(kept, { Name: current, Reason: `Profile picture of ${ann.userId}` });
    await expectRow(kept, { Name: room, Reason: "Avatar of room Parlour" });
    await expectRow(kept, { Name: "evidence.png", Reason: "Protected from quarantine" });
    await expectRow(kept, { Name: "bad.png", Reason: `Quarantined by ${homeserver.admin.userId}` });
    for (const name of ["seen.png", "fresh.png", "empty.txt", "annUnfinished"]) {
      await expectNoRow(kept, { Name: name });
      await expectNoRow(page.getByRole("table", { name: "Files to delete" }), { Name: name });
    }
    // Looking at all of this was no use of any file.
    expect(byId(await homeserver.readMedia())).toEqual(byId(before));

    await deleteReviewed(page, 3);
    await expectResults(page, 2, 3);
    await expectRow(page.getByRole("table", { name: "Deleted media" }), { Name: "old.png", Size: "3 MB" });
    await expectRow(page.getByRole("table", { name: "Deleted media" }), { Name: "2024-01-31_annPreview" });
    await expectRow(page.getByRole("table", { name: "Kept" }), { Name: former, Reason: /^Kept by Synapse/ });
    const gone = new Set(["annOld", "2024-01-31_annPreview"]);
    expect(byId(await homeserver.readMedia())).toEqual(byId(before.filter(({ media_id }) => !gone.has(media_id))));
  });

  test("exactly this list: what is ticked goes, and what is not stays", async ({ page, app, people, homeserver }) => {
    const names = ["one", "two", "three", "four", "five", "six"];
    await people.withRows(names.map((name, index) => ({ upload_name: `${name}.png`, media_length: 6000 - index })));
    await app.signIn();
    await app.open(reviewLink({ beforeMs: yearAgo() }));
    await expectReviewed(page);
    for (const name of ["two", "five"]) await page.getByRole("checkbox", { name: `Delete ${name}.png` }).click();
    await deleteReviewed(page, 4);
    await expectResults(page, 4, 4);
    const kept = page.getByRole("table", { name: "Kept" });
    for (const name of ["two.png", "five.png"]) await expectRow(kept, { Name: name });
    const left = (await homeserver.readMedia()).map(({ upload_name }) => upload_name);
    expect(new Set(left)).toEqual(new Set(["two.png", "five.png"]));
  });

  test("files that people really uploaded go from the disk as well", async ({ page, app, people, homeserver }) => {
    const ann = await people.withMedia({ files: 3, bytes: 2000, name: "ann" });
    await homeserver.insertMedia(
      (await homeserver.readMedia()).map((row) => Object.assign(row, { created_ts: Date.now() - 400 * DAY_MS })),
    );
    await app.signIn();
    await app.open(reviewLink({ beforeMs: yearAgo() }));
    await expectReviewed(page);
    await deleteReviewed(page, 3);
    await expectResults(page, 3, 3);
    for (const mediaId of ann.mediaIds) {
      const path = `/_matrix/client/v1/media/download/${homeserver.serverName}/${mediaId}`;
      const headers = { Authorization: `Bearer ${ann.accessToken}` };
      expect((await fetch(homeserver.baseUrl + path, { headers })).status).toBe(404);
    }
  });

  test("everything of a user: all 260 files, and nobody else's", async ({ page, app, people, homeserver }) => {
    const spammer = await people.withRows([
      ...Array.from({ length: 258 }, () => ({})),
      { safe_from_quarantine: true },
      { created_ts: Date.now() },
    ]);
    const other = await people.withRows([{}, {}]);
    await app.signIn();
    await app.open(`#/users/${encodeURIComponent(spammer.userId)}/delete`);
    await expectReviewed(page);
    await page.getByRole("radio", { name: /^Everything this user has/ }).check();
    await deleteReviewed(page, 260);
    await expectResults(page, 260, 260);
    expect(idsOf(await homeserver.readMedia())).toEqual(idsOf(other.rows));
  });
});

/** Gives a person a picture, then another one while a room remembers the first; all old enough for the rule. */
async function dress(homeserver: Homeserver, person: Person) {
  const upload = () => homeserver.upload(person, { bytes: 500 });
  const [former, current, room] = [await upload(), await upload(), await upload()];
  await homeserver.setAvatar(person, former);
  await homeserver.createRoom(person, { name: "Parlour", avatar: room });
  await homeserver.setAvatar(person, current);
  const user_id = person.userId;
  await homeserver.insertMedia(
    [former, current, room].map((media_id) => mediaRow({ user_id, media_id, upload_name: null })),
  );
  return { former, current, room };
}

/** Rows in one order, with everything in them. */
const byId = (rows: Awaited<ReturnType<Homeserver["readMedia"]>>) =>
  rows.toSorted((a, b) => (a.media_id < b.media_id ? -1 : 1));
