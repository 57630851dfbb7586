import type { Page } from "@playwright/test";

import { expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, expectSummary, idsOf, reviewLink } from "../helpers/wizard";
import { DAY_MS, mediaRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import type { Standin } from "../standin/handle";

const yearAgo = () => Date.now() - 365 * DAY_MS;
const deletions = ({ requests }: Standin) => requests.filter(({ method }) => method === "POST" || method === "DELETE");

test("Synapse's rule is run in steps whose date moves forward to the admin's own", async ({
  page,
  app,
  people,
  homeserver,
  standin,
}) => {
  const startMs = Date.now() - 500 * DAY_MS;
  // Two at a time, and looked at in another order than uploaded.
  const times = Array.from({ length: 1000 }, (_, index) => startMs + Math.floor(index / 2) * 1000);
  await people.withRows(times.map((ms, index) => ({ created_ts: startMs - index, last_access_ts: ms })));
  const beforeMs = yearAgo();
  await app.signIn();
  await app.open(reviewLink({ beforeMs, largerThanBytes: 10 }));
  await expectReviewed(page);
  await deleteReviewed(page, 1000);
  await expectResults(page, 1000, 1000);

  const calls = deletions(standin);
  expect(new Set(calls.map(({ method, path }) => `${method} ${path}`))).toEqual(
    new Set(["POST /_synapse/admin/v1/media/delete"]),
  );
  const dates = calls.map(({ search }) => Number(new URLSearchParams(search).get("before_ts")));
  expect(dates.length).toBeGreaterThanOrEqual(3);
  expect(dates).toEqual(dates.toSorted((a, b) => a - b));
  expect(new Set(dates).size).toBe(dates.length);
  expect(dates.at(-1)).toBe(beforeMs);
  for (const { search } of calls) expect(search).toMatch(/&size_gt=10&keep_profiles=true$/);
  expect(await homeserver.readMedia()).toEqual([]);
});

test("without sparing pictures Synapse is told so", async ({ page, app, people, standin }) => {
  await people.withRows([{}]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo(), keepAvatars: false }));
  await expectReviewed(page);
  await deleteReviewed(page, 1);
  await expectResults(page, 1, 1);
  expect(deletions(standin).map(({ search }) => new URLSearchParams(search).get("keep_profiles"))).toEqual(["false"]);
});

test("what Synapse's rule takes though it was not listed is named", async ({ page, app, people, homeserver }) => {
  const person = await people.withRows([{ upload_name: "old.png" }]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  // A row that comes into being between review and run, as after a database was restored.
  await homeserver.insertMedia([mediaRow({ user_id: person.userId, media_id: "restoredMeanwhile" })]);
  await deleteReviewed(page, 1);
  await expectResults(page, 1, 1);
  await expectRow(page.getByRole("table", { name: "Deleted though not planned" }), { Name: "restoredMeanwhile" });
  expect(await homeserver.readMedia()).toEqual([]);
});

test("exactly this list leaves alone what came in between", async ({ page, app, people, homeserver }) => {
  const person = await people.withRows([{ upload_name: "old.png" }]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await page.getByRole("radio", { name: "Exactly this list" }).check();
  await homeserver.insertMedia([mediaRow({ user_id: person.userId, media_id: "restoredMeanwhile" })]);
  await deleteReviewed(page, 1);
  await expectResults(page, 1, 1);
  expect(idsOf(await homeserver.readMedia())).toEqual(["restoredMeanwhile"]);
});

test("media IDs that need encoding are deleted under their own name", async ({ page, app, people, homeserver }) => {
  const ids = ["with/slash", "50%25", "q?u=1&v", "ha#sh", "ünï", "sp ace", "+plus", "delete", "%2F", "'quote\""];
  await people.withRows(ids.map((media_id) => ({ media_id: `${media_id}-${String(Date.now())}` })));
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await page.getByRole("radio", { name: "Exactly this list" }).check();
  await deleteReviewed(page, ids.length);
  await expectResults(page, ids.length, ids.length);
  expect(await homeserver.readMedia()).toEqual([]);
});

test("everything a user has goes by Synapse's own call, also what arrives meanwhile", async ({
  page,
  app,
  people,
  homeserver,
  standin,
}) => {
  const person = await people.withRows([
    ...Array.from({ length: 300 }, () => ({})),
    { safe_from_quarantine: true },
    { quarantined_by: homeserver.admin.userId },
    { media_length: null },
  ]);
  const other = await people.withRows([{}]);
  await reviewUser(page, app, person.userId);
  await page.getByRole("radio", { name: "Everything this user has, also what arrives meanwhile" }).check();
  await expect(
    page.getByText(/^Nothing is kept: the profile picture, protected and quarantined files go too/),
  ).toBeVisible();
  await expectSummary(page, "303 files · 302 kB");
  await homeserver.insertMedia([
    mediaRow({ user_id: person.userId, media_id: "cameMeanwhile", created_ts: Date.now(), media_length: 7000 }),
  ]);
  await deleteReviewed(page, 303);
  await expectResults(page, 303, 303);
  await expectRow(page.getByRole("table", { name: "Deleted though not planned" }), {
    Name: "cameMeanwhile",
    Size: "7 kB",
  });
  expect(idsOf(await homeserver.readMedia())).toEqual(idsOf(other.rows));
  const calls = new Set(deletions(standin).map(({ method, path }) => `${method} ${decodeURIComponent(path)}`));
  expect(calls).toEqual(new Set([`DELETE /_synapse/admin/v1/users/${person.userId}/media`]));
});

test("all files of a user mean all of them, by their IDs, and nobody else's", async ({
  page,
  app,
  people,
  homeserver,
  standin,
}) => {
  const person = await people.withRows(Array.from({ length: 260 }, () => ({})));
  const other = await people.withRows([{}]);
  await reviewUser(page, app, person.userId);
  await expect(page.getByRole("radio", { name: "Exactly this list" })).toBeChecked();
  await deleteReviewed(page, 260);
  await expectResults(page, 260, 260);
  expect(idsOf(await homeserver.readMedia())).toEqual(idsOf(other.rows));
  expect(deletions(standin)).toHaveLength(260);
});

async function reviewUser(
  page: Page,
  app: { signIn(): Promise<void>; open(hash: string): Promise<void> },
  userId: string,
) {
  await app.signIn();
  await app.open(`#/users/${encodeURIComponent(userId)}/delete`);
  await expectReviewed(page);
}
