import { status } from "../helpers/console-errors";
import { countDeletions, lostAfter, lostBefore, renewToken } from "../helpers/deletion-faults";
import { expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, idsOf } from "../helpers/wizard";
import { expect, test } from "../fixtures/test";

// Synapse's own call for a user, which answers with what it deleted.
const CALL = { method: "DELETE", path: /\/users\/.*\/media/ } as const;
const names = ["first", "second", "third"];

test.beforeEach(async ({ people, app, page }) => {
  const rows = names.map((name) => ({ media_id: `${name}File`, upload_name: `${name}.png` }));
  const { userId } = await people.withRows(rows);
  await app.signIn();
  await app.open(`#/users/${encodeURIComponent(userId)}/delete`);
  await expectReviewed(page);
  await page.getByRole("radio", { name: /^Everything this user has/ }).check();
});

for (const { what, fault, times = 1, errors } of lostBefore) {
  test(`${what}: the list is read, and what it still names is tried again`, async ({
    page,
    guard,
    standin,
    homeserver,
  }) => {
    guard.expectErrors(...errors);
    standin.faults.arm({ ...CALL, fault, times });
    await deleteReviewed(page, 3);
    await expectResults(page, 3, 3);
    expect(countDeletions(standin)).toBe(times + 1);
    expect(await homeserver.readMedia()).toEqual([]);
  });
}

for (const { what, fault, times = 1, errors } of lostAfter) {
  test(`${what} after the deletion: the list tells what went`, async ({ page, guard, standin, homeserver }) => {
    guard.expectErrors(...errors);
    standin.faults.arm({ ...CALL, fault, times });
    await deleteReviewed(page, 3);
    await expectResults(page, 3, 3);
    const deleted = page.getByRole("table", { name: "Deleted media" });
    for (const name of names) {
      const known = "The answer was lost; the list no longer names it";
      await expectRow(deleted, { Name: `${name}.png`, "How it is known": known });
    }
    // The app asked once; the browser may have asked again by itself, where the connection had been used before.
    expect(countDeletions(standin)).toBeGreaterThanOrEqual(1);
    expect(countDeletions(standin)).toBeLessThanOrEqual(times);
    expect(await homeserver.readMedia()).toEqual([]);
  });
}

test("an error that stays: the run ends after three tries and says so", async ({
  page,
  guard,
  standin,
  homeserver,
}) => {
  guard.expectErrors(status(500));
  standin.faults.arm({ ...CALL, fault: { kind: "internal-error" }, times: Infinity });
  await deleteReviewed(page, 3);
  await expectResults(page, 0, 3);
  await expect(page.getByRole("alert")).toContainText("Synapse reports an error of its own");
  await expectRow(page.getByRole("table", { name: "Failed" }), { Name: "first.png" });
  expect(countDeletions(standin)).toBe(3);
  expect(idsOf(await homeserver.readMedia())).toEqual(["firstFile", "secondFile", "thirdFile"]);
});

test("403: the run ends, says why, and claims nothing", async ({ page, guard, standin, homeserver }) => {
  guard.expectErrors(status(403));
  standin.faults.arm({ ...CALL, fault: { kind: "forbidden" } });
  await deleteReviewed(page, 3);
  await expectResults(page, 0, 3);
  await expect(page.getByRole("alert")).toContainText("The homeserver refuses this to your account");
  await expectRow(page.getByRole("table", { name: "Not attempted" }), { Name: "first.png" });
  expect(await homeserver.readMedia()).toHaveLength(3);
});

test("429 and 401: waits as long as it is asked to, and for a new token", async ({
  page,
  guard,
  standin,
  homeserver,
}) => {
  guard.expectErrors(status(429), status(401));
  standin.faults.arm({ ...CALL, fault: { kind: "limited", retryAfterMs: 300 } });
  standin.faults.arm({ ...CALL, fault: { kind: "unknown-token" } });
  await deleteReviewed(page, 3);
  await renewToken(page, homeserver.admin.accessToken);
  await expectResults(page, 3, 3);
  expect(countDeletions(standin)).toBe(3);
  expect(await homeserver.readMedia()).toEqual([]);
});

test("files that cannot be removed stay and are named, and the rest goes all the same", async ({
  page,
  standin,
  homeserver,
  app,
  people,
}) => {
  const { userId } = await people.withRows([
    { media_id: "stuck-file", upload_name: "stuck.png", created_ts: 1_500_000_000_000 },
    ...Array.from({ length: 400 }, () => ({})),
  ]);
  await app.open(`#/users/${encodeURIComponent(userId)}/delete`);
  await expectReviewed(page);
  await page.getByRole("radio", { name: /^Everything this user has/ }).check();
  await deleteReviewed(page, 401);
  await expectResults(page, 400, 401);
  await expectRow(page.getByRole("table", { name: "Failed" }), {
    Name: "stuck.png",
    Reason: "The server could not remove the file",
  });
  expect((await homeserver.readMedia()).filter(({ user_id }) => user_id === userId)).toHaveLength(1);
  expect(standin.store.media.get("stuck-file")).toBeDefined();
});
