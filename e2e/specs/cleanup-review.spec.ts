import type { Page } from "@playwright/test";

import { expectColumn, expectNoRow, expectRow } from "../helpers/table";
import {
  amountText,
  deleteReviewed,
  expectResults,
  expectReviewed,
  expectSummary,
  idsOf,
  reviewLink,
} from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";

test.use({ scenario: "small" });

const monthAgo = () => Date.now() - 30 * DAY_MS;
const going = (page: Page) => page.getByRole("table", { name: "Files to delete" });
const staying = (page: Page) => page.getByRole("table", { name: "Kept" });

test("a file taken out stays, and exactly the rest of the list goes", async ({ page, app, homeserver, standin }) => {
  const before = await homeserver.readMedia();
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo() }));
  await expectReviewed(page);
  await expect(page.getByRole("radio", { name: "Synapse's rule" })).toBeChecked();
  await page.getByRole("checkbox", { name: "Delete holiday.jpg" }).click();

  await expect(page.getByRole("radio", { name: "Exactly this list" })).toBeChecked();
  await expect(page.getByText(/^Switched to “Exactly this list”/)).toBeVisible();
  await expect(page.getByRole("radio", { name: "Synapse's rule" })).toBeDisabled();
  await expectRow(staying(page), { Name: "holiday.jpg", Reason: "Taken out by you" });
  // The list spares what Synapse's rule would take along.
  await expectRow(staying(page), { Name: "2024-01-31_benPreviewOfSite", Reason: "URL preview" });
  const doomed = ["annOldVideo", "doraLeftThis", "benSealed", "annFormerFace"];
  await expectSummary(page, amountText(before.filter(({ media_id }) => doomed.includes(media_id))));

  await deleteReviewed(page, doomed.length);
  await expectResults(page, doomed.length, doomed.length);
  const deletions = standin.requests.filter(({ method }) => method === "DELETE").map(({ path }) => path);
  expect(deletions.toSorted()).toEqual(doomed.map((id) => `/_synapse/admin/v1/media/standin.example/${id}`).toSorted());
  expect(standin.requests.map(({ method }) => method)).not.toContain("POST");
  expect(idsOf(await homeserver.readMedia())).toEqual(
    idsOf(before.filter(({ media_id }) => !doomed.includes(media_id))),
  );
});

test("what was taken out can be put back, one by one or all together", async ({ page, app }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo() }));
  await expectReviewed(page);
  for (const name of ["party.mp4", "backup.zip", "holiday.jpg"]) {
    await page.getByRole("checkbox", { name: `Delete ${name}` }).click();
    await expectRow(staying(page), { Name: name, Reason: "Taken out by you" });
  }
  await staying(page).getByRole("checkbox", { name: "Delete holiday.jpg" }).click();
  await expectRow(going(page), { Name: "holiday.jpg" });
  await staying(page).getByRole("checkbox", { name: "Put back all files taken out by you" }).click();
  await expectRow(going(page), { Name: "party.mp4" });
  await expectNoRow(staying(page), { Reason: "Taken out by you" });
  // The way to delete does not turn back by itself; it can be chosen again now.
  await expect(page.getByRole("radio", { name: "Exactly this list" })).toBeChecked();
  await page.getByRole("radio", { name: "Synapse's rule" }).click();
  await expect(page.getByRole("button", { name: "Delete 6 files" })).toBeVisible();
});

test("all files of one owner, or of one type, are taken out together", async ({ page, app }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo() }));
  await expectReviewed(page);
  await page.getByRole("combobox", { name: "Show files of", exact: true }).click();
  await page.getByRole("option", { name: "@ann:standin.example (5)" }).click();
  await expectColumn(going(page), "Name", ["party.mp4", "holiday.jpg", "me-before.jpg"]);
  await expectColumn(staying(page), "Name", ["evidence.jpg", "me.jpg"]);
  await expect(page.getByText("What is not shown is deleted or kept all the same.")).toBeVisible();
  // The sum is that of everything, whatever is shown.
  await expect(page.getByRole("button", { name: "Delete 6 files" })).toBeVisible();

  await page.getByRole("checkbox", { name: "Delete all files shown" }).click();
  await expect(page.getByText("None of the files to delete is of that owner and type")).toBeVisible();
  await page.getByRole("combobox", { name: "Show files of", exact: true }).click();
  await page.getByRole("option", { name: "Everybody" }).click();
  await expectColumn(going(page), "Name", ["backup.zip", "benSealed"]);

  await page.getByRole("combobox", { name: "Show files of type" }).click();
  await page.getByRole("option", { name: /^application \(\d\)$/ }).click();
  await page.getByRole("checkbox", { name: "Delete all files shown" }).click();
  await page.getByRole("combobox", { name: "Show files of type" }).click();
  await page.getByRole("option", { name: "Every type" }).click();
  await expect(page.getByText("Every file that matches is kept, for the reasons below.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete 0 files" })).toHaveAccessibleDescription(
    "There is nothing to delete.",
  );
});

test("under exactly this list each reason to keep has its own switch", async ({ page, app, homeserver }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo() }));
  await expectReviewed(page);
  await page.getByRole("radio", { name: "Exactly this list" }).click();
  const protect = page.getByRole("switch", { name: /^Keep protected files/ });
  await expect(protect).toBeChecked();
  await protect.click();
  await expectRow(going(page), { Name: "evidence.jpg" });
  await expect(page.getByText(/^1 of them is protected from quarantine by an admin/)).toBeVisible();
  await page.getByRole("switch", { name: /^Keep quarantined files/ }).click();
  await expectRow(going(page), { Name: "bad.jpg" });
  await expect(page.getByText(/^1 of them is quarantined: its block goes with it/)).toBeVisible();
  await page.getByRole("switch", { name: /^Keep profile pictures/ }).click();
  await page.getByRole("switch", { name: /^Keep room avatars/ }).click();
  await expect(page.getByText(/^2 of them are in use as profile pictures or room avatars/)).toBeVisible();
  await page.getByRole("switch", { name: /^Keep URL previews/ }).click();
  await expect(staying(page)).toHaveCount(0);

  await deleteReviewed(page, 10);
  await expectResults(page, 10, 10);
  const left = ["annFresh", "annViewedYesterday", "benEmpty", "benUnfinished"];
  expect(idsOf(await homeserver.readMedia())).toEqual(left);
});

test("with the switch off, profile pictures are listed as going, and go", async ({ page, app, homeserver }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo(), keepAvatars: false }));
  await expectReviewed(page);
  await expectRow(going(page), { Name: "me.jpg" });
  await expectRow(going(page), { Name: "room.jpg" });
  await expectNoRow(staying(page), { Name: "me.jpg" });
  await expectNoRow(staying(page), { Name: "room.jpg" });
  await expect(page.getByText(/^2 of them are in use .*: they will be missing there\.$/)).toBeVisible();
  // Nothing is spared that no list names, so the number is exact.
  await expect(page.getByText("Would be deleted", { exact: true })).toBeVisible();

  await deleteReviewed(page, 8);
  await expectResults(page, 8, 8);
  const ids = idsOf(await homeserver.readMedia());
  for (const id of ["annFace", "roomFace", "annFormerFace"]) expect(ids).not.toContain(id);
});

test("of URL previews it is said that Synapse leaves their files on the disk", async ({ page, app }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo(), largerThanBytes: 50_000 }));
  await expectReviewed(page);
  const note = "1 of them is a URL preview: Synapse removes its entry, but its file stays on the disk.";
  await expect(page.getByText(note)).toBeVisible();
  await expect(page.getByText(/^Copies with a storage provider such as S3 are not touched/)).toBeVisible();
  await deleteReviewed(page, 5);
  await expectResults(page, 5, 5);
  // 40 MiB, 9 MiB, 5 MiB and 3 MiB, and not the preview's 60 KiB.
  await expect(page.getByText(/^At most 59.8 MB were freed on the server's own disk/)).toBeVisible();
  await expect(page.getByText(/^1 of the deleted files was a URL preview: its file stays on the disk/)).toBeVisible();
});

test("the lists are sorted by their headers", async ({ page, app }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: monthAgo() }));
  await expectReviewed(page);
  const size = going(page).getByRole("columnheader", { name: "Size" });
  await expect(size).toHaveAttribute("aria-sort", "descending");
  await size.getByRole("button").click();
  await expect(size).toHaveAttribute("aria-sort", "ascending");
  await expectColumn(going(page), "Size", ["28.7 kB", "61.4 kB", "3.1 MB", "5.2 MB", "9.4 MB", "41.9 MB"]);
  await going(page).getByRole("button", { name: "Uploaded" }).click();
  await expectColumn(going(page), "Name", [
    "me-before.jpg",
    "backup.zip",
    "holiday.jpg",
    "party.mp4",
    "benSealed",
    "2024-01-31_benPreviewOfSite",
  ]);
});
