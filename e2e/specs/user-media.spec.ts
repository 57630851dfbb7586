import { type Locator, type Page, expect } from "@playwright/test";

import { DAY_MS } from "../fixtures/media-row";
import { test } from "../fixtures/test";
import { mediaLink, mediaTable } from "../helpers/media-screen";
import { expectColumn, expectRow } from "../helpers/table";
import { formatter } from "../helpers/wizard";
import type { MediaOrder } from "../standin/media-table";
import type { MediaRow } from "../target/homeserver";

const sortBy = (page: Page): Locator => page.getByRole("combobox", { name: "Sort by" });

/** Synapse's eight orders, in the words of the screen. */
const orders: Readonly<Record<MediaOrder, string>> = {
  created_ts: "Upload date",
  last_access_ts: "Last used",
  media_length: "Size",
  upload_name: "Name",
  media_type: "Type",
  media_id: "Media ID",
  quarantined_by: "Quarantined by",
  safe_from_quarantine: "Protected",
};

/** Rows of which every column has gaps, ties and opposites; named so that each cell of a name is one of a kind. */
const variedRows = (count: number): readonly Partial<MediaRow>[] =>
  Array.from({ length: count }, (_, index) => ({
    upload_name: index % 5 === 0 ? null : `name ${String((index * 7) % count)}`,
    media_type: index % 7 === 0 ? null : (["image/png", "video/mp4", "text/plain"][index % 3] ?? null),
    media_length: index % 6 === 0 ? null : ((index * 13) % 10) * 1000,
    created_ts: Date.now() - (((index * 11) % count) + 10) * DAY_MS,
    last_access_ts: index % 4 === 0 ? null : Date.now() - ((index * 3) % 9) * DAY_MS,
    quarantined_by: index % 8 === 3 ? `@mod${String(index)}:standin.example` : null,
    safe_from_quarantine: index % 9 === 4,
  }));

test("a user's files are listed as they were uploaded @synapse", async ({ page, app, people }) => {
  const ann = await people.withMedia({ name: "ann", displayname: "Ann Arbor", files: 3, bytes: 1234 });
  await app.signIn();
  await app.open("#/users");
  await page.getByRole("searchbox", { name: "Search users" }).fill(ann.userId);
  await page.getByRole("link", { name: ann.userId, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: ann.userId })).toBeVisible();
  await expect(page.getByText("Ann Arbor", { exact: true })).toBeVisible();
  const today = formatter.date(Date.now());
  for (const name of ["file-1.bin", "file-2.bin", "file-3.bin"]) {
    await expectRow(mediaTable(page), {
      Name: name,
      Type: "application/octet-stream",
      Size: "1.2 kB",
      Uploaded: new RegExp(`^${today}, \\d\\d:\\d\\d$`),
      "Last used": "Never opened",
      State: /nothing special$/,
    });
  }
  await expect(page.getByText("3 files", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "All users" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
});

test("the eight orders of Synapse, in words, go both ways", async ({ page, app, people, standin }) => {
  const ann = await people.withRows(variedRows(14));
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await expect(sortBy(page).getByRole("option")).toHaveText(Object.values(orders));
  await expect(sortBy(page)).toHaveValue("created_ts");
  for (const order of allOrders) {
    for (const direction of ["b", "f"] as const) {
      await test.step(`${orders[order]} ${direction}`, async () => {
        await sortBy(page).selectOption(orders[order]);
        const turn = page.getByRole("button", { name: direction === "f" ? "Descending" : "Ascending", exact: true });
        if (await turn.isVisible()) await turn.click();
        const rows = standin.store.media.sortedRowsOf(ann.userId, order, direction);
        await expectColumn(
          mediaTable(page),
          "Name",
          rows.map(({ upload_name, media_id }) => new RegExp(`^${upload_name ?? `.*${media_id}`}$`)),
        );
        await expect(
          page.getByRole("button", { name: direction === "f" ? "Ascending" : "Descending", exact: true }),
        ).toBeVisible();
      });
    }
  }
});

const allOrders = [
  "created_ts",
  "last_access_ts",
  "media_length",
  "upload_name",
  "media_type",
  "media_id",
  "quarantined_by",
  "safe_from_quarantine",
] as const satisfies readonly MediaOrder[];

test("orders in which values can be missing say where those files stand", async ({ page, app, people }) => {
  const ann = await people.withRows(variedRows(5));
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  const hint = page.getByText("Which end depends on the server's database.");
  await expect(mediaTable(page)).toBeVisible();
  await expect(hint).toHaveCount(0);
  await sortBy(page).selectOption("Last used");
  await expect(hint).toContainText("Files that were never opened stand together at one end of the list.");
  await sortBy(page).selectOption("Media ID");
  await expect(hint).toHaveCount(0);
});

test("the headers of columns sort as well", async ({ page, app, people, standin }) => {
  const ann = await people.withRows(variedRows(12));
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  const header = mediaTable(page).getByRole("columnheader", { name: "Size" });
  const sizes = (direction: "f" | "b") =>
    standin.store.media
      .sortedRowsOf(ann.userId, "media_length", direction)
      .map(({ media_length }) => (media_length === null ? "none yet" : formatter.bytes(media_length)));
  await header.getByRole("button").click();
  await expect(header).toHaveAttribute("aria-sort", "descending");
  await expect(sortBy(page)).toHaveValue("media_length");
  await expectColumn(mediaTable(page), "Size", sizes("b"));
  await header.getByRole("button").click();
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  await expectColumn(mediaTable(page), "Size", sizes("f"));
});

test("paging visits every file once", async ({ page, app, people }) => {
  const ann = await people.withRows(Array.from({ length: 60 }, (_, index) => ({ upload_name: `f${String(index)}` })));
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await page.getByRole("combobox", { name: "Rows per page" }).selectOption("25");
  const pages = page.getByRole("navigation", { name: "Pages" });
  const button = (name: string) => pages.getByRole("button", { name, exact: true });
  const seen: string[] = [];
  for (const [number, range] of ["1–25 of 60", "26–50 of 60", "51–60 of 60"].entries()) {
    await expect(pages.getByText(range, { exact: true })).toBeVisible();
    await expect(pages.getByText(`Page ${String(number + 1)} of 3`)).toBeVisible();
    await expect(mediaTable(page).getByRole("row")).toHaveCount(number === 2 ? 11 : 26);
    seen.push(
      ...(await mediaTable(page)
        .getByRole("checkbox", { name: /^Select f/ })
        .evaluateAll(labels)),
    );
    if (number < 2) await button("Next page").click();
  }
  expect(seen.toSorted()).toEqual(ann.rows.map(({ upload_name }) => `Select ${String(upload_name)}`).toSorted());

  await expect(button("Next page")).toBeDisabled();
  await expect(button("Last page")).toHaveAccessibleDescription("This is the last page.");
  await button("First page").click();
  await expect(pages.getByText("Page 1 of 3")).toBeVisible();
  await expect(button("Previous page")).toBeDisabled();
  await expect(button("First page")).toHaveAccessibleDescription("This is the first page.");
  await button("Last page").click();
  await expect(pages.getByText("Page 3 of 3")).toBeVisible();
  await button("Previous page").click();
  await expect(pages.getByText("Page 2 of 3")).toBeVisible();
  await page.getByRole("combobox", { name: "Rows per page" }).selectOption("50");
  await expect(pages.getByText("Page 1 of 2")).toBeVisible();
});

const labels = (boxes: readonly Element[]): string[] => boxes.map((box) => box.getAttribute("aria-label") ?? "");

test.describe("five thousand files", () => {
  test.use({ scenario: "demo" });

  test("are paged through a thousand at a time", async ({ page, app, standin }) => {
    const archivist = standin.store.userId("archivist");
    const sorted = standin.store.media.sortedRowsOf(archivist, "media_length", "b");
    await app.signIn();
    await app.open(mediaLink(archivist, "?sort=media_length&rows=1000"));
    await expect(page.getByText("5,000 files", { exact: true })).toBeVisible();
    await expect(mediaTable(page)).toHaveAttribute("aria-rowcount", "1001");
    const firstRow = mediaTable(page).getByRole("row").nth(1);
    await expect(firstRow).toContainText(formatter.bytes(sorted[0]?.media_length ?? 0));
    await page.getByRole("button", { name: "Last page" }).click();
    await expect(page.getByText("4,001–5,000 of 5,000", { exact: true })).toBeVisible();
    await expect(firstRow.getByTitle(formatter.exactBytes(sorted[4000]?.media_length ?? 0))).toBeVisible();
    await page.getByRole("checkbox", { name: "Select all on this page" }).check();
    await expect(page.getByText(/^1,000 files selected · /)).toBeVisible();
  });
});
