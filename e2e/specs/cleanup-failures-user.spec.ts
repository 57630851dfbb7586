import { status } from "../helpers/console-errors";
import { countDeletions } from "../helpers/deletion-faults";
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

test("an answer of another shape: the list is read, and what it still names is tried again", async ({
  page,
  standin,
  homeserver,
}) => {
  standin.faults.arm({ ...CALL, fault: { kind: "wrong-shape" } });
  await deleteReviewed(page, 3);
  await expectResults(page, 3, 3);
  expect(countDeletions(standin)).toBe(2);
  expect(await homeserver.readMedia()).toEqual([]);
});

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
