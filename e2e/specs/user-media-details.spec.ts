import { expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { readFacts } from "../helpers/facts";
import { detailsOf, mediaLink, mediaTable, usersTable } from "../helpers/media-screen";
import { expectColumn, expectRow } from "../helpers/table";
import { formatter } from "../helpers/wizard";
import type { MediaRecord } from "../standin/media-table";
import type { Standin } from "../standin/handle";

/** Changes columns of a file that is in the stand-in's table. */
function change({ store }: Standin, mediaId: string, columns: Partial<MediaRecord>): void {
  const record = store.media.get(mediaId);
  if (record === undefined) throw new Error(`The scenario has no ${mediaId}.`);
  store.media.change(record, columns);
}

test.describe("with a file for each reason", () => {
  test.use({ scenario: "small" });

  test("every field of a file is told, and looking changes nothing", async ({ page, app, standin }) => {
    const ann = standin.store.userId("ann");
    const usedMs = Date.UTC(2026, 2, 1, 12, 34, 56, 789);
    change(standin, "annFresh", { last_access_ts: usedMs, quarantined_by: "@ben:standin.example" });
    const record = standin.store.media.get("annFresh");
    const createdMs = record?.created_ts ?? 0;
    await app.signIn();
    await app.open(mediaLink(ann));
    await page.getByRole("button", { name: "Details of today.jpg" }).click();
    const details = detailsOf(page, "today.jpg");
    await expect(details).toBeVisible();
    expect(await readFacts(details)).toEqual({
      Name: "today.jpg",
      State: "Quarantined",
      "Media ID": "annFresh",
      "mxc URI": "mxc://standin.example/annFresh",
      Owner: ann,
      Type: "image/jpeg",
      Size: "512 kB (512,000 bytes)",
      Uploaded: `${formatter.dateTime(createdMs)} (Europe/Berlin)\n${formatter.utc(createdMs)}`,
      "Last used": "1 Mar 2026, 13:34 (Europe/Berlin)\n2026-03-01 12:34:56.789 UTC",
      "Quarantined by": "@ben:standin.example",
      Protected: "No",
      "URL preview": "No",
      Authenticated: "Yes: meant for requests with a token only",
      "SHA-256": record?.sha256 ?? "",
    });
    await expect(details).toContainText("Reading these details does not change when the file was last used.");
    expect(record?.last_access_ts).toBe(usedMs);
    await page.keyboard.press("Escape");
    await expect(details).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Details of today.jpg" })).toBeFocused();
  });

  test("odd files have names of their own in the list", async ({ page, app, standin }) => {
    await app.signIn();
    await app.open(mediaLink(standin.store.userId("ben"), "?sort=media_id"));
    const media = mediaTable(page);
    await expectRow(media, {
      Name: /^URL preview\s*2024-01-31_benPreviewOfSite$/,
      State: "URL preview",
      Size: "61.4 kB",
    });
    await expectRow(media, {
      Name: /^Unfinished upload\s*benUnfinished$/,
      Type: "unknown",
      Size: "none yet",
      State: "Unfinished",
    });
    await expectRow(media, { Name: /^Encrypted or unknown content\s*benSealed$/, Type: "application/octet-stream" });
    await expectRow(media, { Name: "bad.jpg", State: "Quarantined" });
    await expectRow(media, { Name: "empty.txt", Size: "0 B", "Last used": "Never opened", State: /nothing special$/ });

    await app.open(mediaLink(standin.store.userId("ann")));
    await expectRow(media, { Name: "evidence.jpg", State: "Protected" });
    await expectRow(media, { Name: "wedding.jpg", "Last used": /^\d+ \w+ 20\d\d, \d\d:\d\d$/ });
  });

  test("odd values are told in the details", async ({ page, app, standin }) => {
    change(standin, "benQuarantined", { authenticated: 0, sha256: null });
    await app.signIn();
    await app.open(mediaLink(standin.store.userId("ben")));
    const factsOf = async (label: string) => {
      await page.getByRole("button", { name: `Details of ${label}`, exact: true }).click();
      await expect(detailsOf(page, label)).toBeVisible();
      const facts = await readFacts(detailsOf(page, label));
      await page.getByRole("button", { name: "Close details" }).click();
      await expect(detailsOf(page, label)).toHaveCount(0);
      return facts;
    };
    expect(await factsOf("2024-01-31_benPreviewOfSite")).toMatchObject({
      Name: "URL preview",
      "URL preview": "https://example.org/cover.jpg",
    });
    expect(await factsOf("benUnfinished")).toMatchObject({
      Name: "Unfinished upload",
      Type: "Unknown",
      Size: "None: the ID was reserved, and no content has arrived",
      "Last used": "Never opened since it was uploaded",
    });
    expect(await factsOf("bad.jpg")).toMatchObject({
      "Quarantined by": "Synapse itself, because its content equals that of a quarantined file",
      Authenticated: "No: also served without a token",
      "SHA-256": "Not told by this version of Synapse, or stored before version 1.128, which brought hashes",
    });
  });

  test("an ID is copied with one press", async ({ page, app, standin }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await app.signIn();
    await app.open(mediaLink(standin.store.userId("ann")));
    await page.getByRole("button", { name: "Details of me.jpg" }).click();
    await page.getByRole("button", { name: "Copy the mxc URI" }).click();
    await expect(page.getByRole("status").filter({ hasText: /^Copied$/ })).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("mxc://standin.example/annFace");
  });

  test("a user without files has an empty list, a user without an account an explanation", async ({
    page,
    app,
    standin,
    guard,
  }) => {
    guard.expectErrors(/status of 404/);
    await app.signIn();
    await app.open(mediaLink(standin.store.userId("cleo")));
    await expect(page.getByText("This user has no media")).toBeVisible();
    const deleteAll = page.getByRole("button", { name: "Delete all files of this user" });
    await expect(deleteAll).toBeDisabled();
    await expect(deleteAll).toHaveAccessibleDescription(
      "There is nothing to delete: Synapse lists no file of this user.",
    );

    await app.open(mediaLink("@nobody:standin.example"));
    await expect(page.getByText("Synapse does not know this user")).toBeVisible();
    await page.getByRole("link", { name: "Back to all users" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  });
});

test.describe("with everything that is legal and unusual", () => {
  test.use({ scenario: "awkward" });

  test.beforeEach(async ({ app }) => {
    await app.signIn();
  });

  test("an owner whom statistics count but the list does not know", async ({ page, app, guard, standin }) => {
    guard.expectErrors(/status of 404/);
    const owner = standin.store.userId("nobody-here");
    await app.open("#/users");
    await page.getByRole("link", { name: owner, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: owner })).toBeVisible();
    const note = page.getByRole("note", { name: "1 file · 7.3 MB, counted but not listed" });
    await expect(note).toContainText(
      "Without an account Synapse refuses to list the files and to delete them user by user.",
    );
    const deleteAll = page.getByRole("button", { name: "Delete all files of this user" });
    await expect(deleteAll).toBeDisabled();
    await expect(deleteAll).toHaveAccessibleDescription(/Synapse has no account for this user/);
    await note.getByRole("link", { name: "Clean up by date and size" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Clean up" })).toBeVisible();
  });

  const localparts = ["a/slash", "50%", "what?", "hash#tag", "emoji-👩‍👩‍👧", ".."];
  test("user IDs with signs of addresses open by press, by link and after a reload", async ({ page, app, standin }) => {
    for (const localpart of localparts) {
      await test.step(localpart, async () => {
        const userId = standin.store.userId(localpart);
        const [file] = [...standin.store.media.rowsOf(userId)];
        await app.open("#/users");
        await page.getByRole("link", { name: userId, exact: true }).click();
        await expect(page.getByRole("heading", { level: 1, name: userId, exact: true })).toBeVisible();
        await expect(page.getByText("1 file", { exact: true })).toBeVisible();
        await expectColumn(mediaTable(page), "Size", [formatter.bytes(file?.media_length ?? 0)]);
      });
    }
    await app.open(mediaLink(standin.store.userId("a/slash")));
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "@a/slash:standin.example" })).toBeVisible();
    await expect(page.getByText("1 file", { exact: true })).toBeVisible();
  });

  test("names are shown as text, whatever they hold", async ({ page, app, standin }) => {
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await app.open("#/users");
    await expectRow(usersTable(page), { "Display name": "<img src=x onerror=alert(1)><b>bold</b>" });
    await expectRow(usersTable(page), { "Display name": '=HYPERLINK("http://example.org","click")' });

    await app.open(mediaLink(standin.store.userId("odd-files"), "?sort=media_id"));
    const names = [...standin.store.media.rowsOf(standin.store.userId("odd-files"))].map(
      ({ upload_name }) => upload_name,
    );
    const long = names.find((name) => name !== null && name.length >= 500) ?? "";
    expect(long.length).toBeGreaterThanOrEqual(500);
    for (const name of ["<script>alert(1)</script>.png", 'a/b\\c:d*e?f"g<h>i|j.txt', "../../etc/passwd", long.trim()]) {
      await expectRow(mediaTable(page), { Name: name });
    }
    const reversed = mediaTable(page).getByText("photo\u202Egpj.exe", { exact: true });
    await expect(reversed).toHaveCSS("unicode-bidi", "isolate");
    await page.getByRole("button", { name: "Details of <script>alert(1)</script>.png" }).click();
    await expect(detailsOf(page, "<script>alert(1)</script>.png")).toBeVisible();
    await page.keyboard.press("Escape");
    // A row as high as its name is long would push everything else off the screen.
    const box = await mediaTable(page).getByRole("row").filter({ hasText: long.trim() }).boundingBox();
    expect(box?.height).toBeLessThan(80);
    expect(dialogs).toEqual([]);
  });
});
