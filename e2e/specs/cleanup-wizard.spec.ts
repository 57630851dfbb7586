import { expectColumn, expectNoRow, expectRow } from "../helpers/table";
import {
  amountText,
  deleteReviewed,
  expectResults,
  expectReviewed,
  expectSummary,
  formatter,
  idsOf,
  reviewLink,
  selectedBy,
} from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import type { Store } from "../standin/store";

test.describe("a small server", () => {
  test.use({ scenario: "small" });

  test("from the rule to the receipt: what nobody used for a month goes, the rest stays", async ({
    page,
    app,
    homeserver,
  }) => {
    await app.signIn();
    await app.open("#/cleanup");
    await page.getByRole("button", { name: "30 days" }).click();
    await page.getByRole("button", { name: "Preview" }).click();
    await expectReviewed(page);

    const before = await homeserver.readMedia();
    const spared = new Set(["annFace", "roomFace", "annProtected", "benQuarantined"]);
    const matching = selectedBy({ beforeMs: Date.now() - 30 * DAY_MS }, before);
    const doomed = matching.filter(({ media_id }) => !spared.has(media_id));
    await expectSummary(page, amountText(doomed));
    await expect(page.getByText("Would be deleted, at most")).toBeVisible();

    const going = page.getByRole("table", { name: "Files to delete" });
    await expectColumn(going, "Name", [
      "party.mp4",
      "backup.zip",
      "benSealed",
      "holiday.jpg",
      "2024-01-31_benPreviewOfSite",
      "me-before.jpg",
    ]);
    await expectRow(going, { Name: "party.mp4", Owner: "@ann:standin.example", Type: "video/mp4", Size: "41.9 MB" });
    // Uploaded two years ago, looked at yesterday.
    await expectNoRow(going, { Name: "wedding.jpg" });

    const staying = page.getByRole("table", { name: "Kept" });
    await expect(staying.getByRole("row")).toHaveCount(1 + spared.size);
    await expectRow(staying, { Name: "me.jpg", Reason: "Profile picture of @ann:standin.example" });
    await expectRow(staying, { Name: "room.jpg", Reason: "Avatar of room Lobby" });
    await expectRow(staying, { Name: "evidence.jpg", Reason: "Protected from quarantine" });
    await expectRow(staying, { Name: "bad.jpg", Reason: /^Quarantined by the server/ });

    await deleteReviewed(page, 6);
    // Ann's former picture: the room remembers it, no list does. That is why it said "at most".
    await expectResults(page, 5, 6);
    const deleted = page.getByRole("table", { name: "Deleted media" });
    await expectRow(deleted, { Name: "party.mp4", Owner: "@ann:standin.example", Size: "41.9 MB" });
    await expectNoRow(deleted, { Name: "me-before.jpg" });
    const kept = page.getByRole("table", { name: "Kept" });
    await expectRow(kept, { Name: "me-before.jpg", Reason: /^Kept by Synapse: .* worn in a room once/ });
    await expectRow(kept, { Name: "me.jpg", Reason: "Profile picture of @ann:standin.example" });

    const after = await homeserver.readMedia();
    const gone = new Set(doomed.filter(({ media_id }) => media_id !== "annFormerFace"));
    expect(idsOf(after)).toEqual(idsOf(before.filter((row) => !gone.has(row))));
  });

  test("until the last button nothing is deleted, and nothing is looked at", async ({ page, app, standin }) => {
    const before = [...standin.store.media.all()];
    await app.signIn();
    await app.open("#/cleanup");
    await page.getByRole("button", { name: "1 year" }).click();
    await page.getByRole("button", { name: "Preview" }).click();
    await expectReviewed(page);
    await page.getByRole("checkbox", { name: "Delete holiday.jpg" }).click();
    // What was taken out leaves only "exactly this list", which also spares the URL preview.
    await page.getByRole("button", { name: "Delete 4 files" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();

    expect(standin.requests.map(({ method }) => method)).not.toContain("POST");
    expect(standin.requests.map(({ method }) => method)).not.toContain("DELETE");
    // Fetching a file or its thumbnail would change when it was last used.
    expect(standin.requests.filter(({ path }) => /\/(download|thumbnail)\//.test(path))).toEqual([]);
    expect([...standin.store.media.all()]).toEqual(before);
  });
});

test.describe("a large server", () => {
  test.use({ scenario: "demo" });

  test("the sums of 20,000 files are those of the table", async ({ page, app, homeserver, standin, guard }) => {
    // One owner has no account, and is listed as such.
    guard.expectErrors(/status of 404/);
    const rule = { beforeMs: Date.now() - 180 * DAY_MS, largerThanBytes: 1_000_000 };
    const rows = await homeserver.readMedia();
    const hasAccount = rows.filter(({ user_id }) => standin.store.accounts.has(user_id));
    const inUse = picturesInUse(standin.store);
    const matching = selectedBy(rule, hasAccount);
    const doomed = matching.filter(
      ({ media_id, quarantined_by, safe_from_quarantine }) =>
        quarantined_by === null && !safe_from_quarantine && !inUse.has(media_id),
    );
    await app.signIn();
    await app.open(reviewLink(rule));
    await expectReviewed(page);

    await expectSummary(page, amountText(doomed));
    await expect(page.getByText(amountText(matching.filter((row) => !doomed.includes(row))))).toBeVisible();
    const table = page.getByRole("table", { name: "Files to delete" });
    // Of so many rows only those in sight are in the page; it says how many there are.
    await expect(table).toHaveAttribute("aria-rowcount", String(doomed.length + 1));
    await page.getByRole("checkbox", { name: /^Synapse's rule will also take/ }).check();
    await deleteReviewed(page, doomed.length);
    await expect(page.getByRole("heading", { name: "Results" })).toBeVisible({ timeout: 30_000 });

    const left = new Set(idsOf(await homeserver.readMedia()));
    const gone = rows.filter(({ media_id }) => !left.has(media_id));
    const planned = gone.filter((row) => doomed.includes(row));
    const [deleted, of] = [formatter.count(planned.length), formatter.count(doomed.length)];
    await expect(page.getByText(`${deleted} of ${of} deleted`)).toBeVisible();
    await expect(page.getByText(amountText(planned))).toBeVisible();
    // The bridge's files, which its owner's missing account kept off every list.
    const unplanned = page.getByRole("table", { name: "Deleted though not planned" });
    await expect(unplanned.getByRole("row")).toHaveCount(gone.length - planned.length + 1);
    const names = page.getByRole("table", { name: "Deleted media" }).getByRole("row");
    await expect(names.nth(20)).toBeVisible();
  });
});

/** IDs of the pictures that profiles and rooms show now. */
function picturesInUse(store: Store): ReadonlySet<string> {
  const urls = [
    ...[...store.profiles.values()].map(({ avatar_url }) => avatar_url),
    ...[...store.rooms.values()].map(({ avatar }) => avatar),
  ];
  return new Set(urls.flatMap((url) => (url === null ? [] : [url.slice(url.lastIndexOf("/") + 1)])));
}
