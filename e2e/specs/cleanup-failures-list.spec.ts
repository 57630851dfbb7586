import { status } from "../helpers/console-errors";
import { expectColumn, expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, idsOf, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";

// The second of three files is the one whose deletion fails.
const SECOND = { method: "DELETE", path: /\/media\/standin\.example\/secondFile$/ } as const;
const yearAgo = () => Date.now() - 365 * DAY_MS;

test.beforeEach(async ({ people, app, page }) => {
  const names = ["first", "second", "third"];
  await people.withRows(names.map((name) => ({ media_id: `${name}File`, upload_name: `${name}.png` })));
  await app.signIn();
  await app.open(reviewLink({ beforeMs: yearAgo() }));
  await expectReviewed(page);
  await page.getByRole("radio", { name: "Exactly this list" }).check();
});

test("an answer of another shape: the deletion is repeated", async ({ page, standin, homeserver }) => {
  const armed = standin.faults.arm({ ...SECOND, fault: { kind: "wrong-shape" } });
  await deleteReviewed(page, 3);
  await expectResults(page, 3, 3);
  expect(armed.hits()).toBe(1);
  await expect(page.getByText("Synapse's answers name each of these as deleted.")).toBeVisible();
  expect(await homeserver.readMedia()).toEqual([]);
});

test("an error that stays: that file is named as failed, and the others go", async ({
  page,
  guard,
  standin,
  homeserver,
}) => {
  guard.expectErrors(status(500));
  standin.faults.arm({ ...SECOND, fault: { kind: "internal-error" }, times: Infinity });
  await deleteReviewed(page, 3);
  await expectResults(page, 2, 3);
  await expectRow(page.getByRole("table", { name: "Failed" }), {
    Name: "second.png",
    Reason: /^Synapse reports an error of its own/,
  });
  expect(idsOf(await homeserver.readMedia())).toEqual(["secondFile"]);
});

test("answers lost every time, though the deletion went through: the list tells", async ({
  page,
  guard,
  standin,
  homeserver,
}) => {
  guard.expectErrors(/./);
  standin.faults.arm({ ...SECOND, fault: { kind: "after", loss: "504" }, times: Infinity });
  await deleteReviewed(page, 3);
  await expectResults(page, 3, 3);
  await expectRow(page.getByRole("table", { name: "Deleted media" }), {
    Name: "second.png",
    "How it is known": "The answer was lost; the list no longer names it",
  });
  expect(await homeserver.readMedia()).toEqual([]);
});

test("403: each file that was refused is named with Synapse's words, and none is claimed", async ({
  page,
  guard,
  standin,
  homeserver,
}) => {
  guard.expectErrors(status(403));
  standin.faults.arm({ method: "DELETE", path: /\/media\//, fault: { kind: "forbidden" }, times: Infinity });
  await deleteReviewed(page, 3);
  await expectResults(page, 0, 3);
  await expectRow(page.getByRole("table", { name: "Failed" }), {
    Name: "first.png",
    Reason: /You are not a server admin/,
  });
  expect(await homeserver.readMedia()).toHaveLength(3);
});

test("404: a file that somebody else deleted is already gone, which is no failure", async ({
  page,
  guard,
  standin,
  homeserver,
}) => {
  guard.expectErrors(status(404));
  standin.store.media.delete("secondFile");
  await deleteReviewed(page, 3);
  await expectResults(page, 2, 3);
  await expectColumn(page.getByRole("table", { name: "Already gone" }), "Name", ["second.png"]);
  await expect(page.getByRole("heading", { name: "Failed" })).toHaveCount(0);
  expect(await homeserver.readMedia()).toEqual([]);
});
