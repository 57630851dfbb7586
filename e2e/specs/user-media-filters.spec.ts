import { type Locator, type Page, expect } from "@playwright/test";

import { DAY_MS } from "../fixtures/media-row";
import { test } from "../fixtures/test";
import { status } from "../helpers/console-errors";
import { detailsOf, mediaLink, mediaTable, tickBox } from "../helpers/media-screen";
import { expectColumn } from "../helpers/table";
import type { MediaRow } from "../target/homeserver";

const nameField = (page: Page): Locator => page.getByRole("searchbox", { name: "Name contains" });
const field = (page: Page, name: string): Locator => page.getByRole("textbox", { name, exact: true });
const choice = (page: Page, name: string): Locator => page.getByRole("combobox", { name, exact: true });
const openFilters = (page: Page): Promise<void> => page.getByRole("button", { name: /^Filters/ }).click();
const inForce = (page: Page): Locator => page.getByRole("region", { name: "Filters in force" });
const amount = (page: Page, text: string): Locator => page.getByRole("status").getByText(text, { exact: true });

/** A day so many days ago, as a field takes it. */
const dayAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** One file of each kind, oldest first; the days between them are many, so that no zone matters. */
const everyKind = (): readonly Partial<MediaRow>[] => {
  const ago = (days: number) => ({ created_ts: Date.now() - days * DAY_MS });
  return [
    {
      upload_name: "holiday film.mp4",
      media_type: "video/mp4",
      media_length: 30_000_000,
      ...ago(900),
      last_access_ts: Date.now() - 10 * DAY_MS,
    },
    { upload_name: "Holiday.png", media_length: 2_000_000, ...ago(800) },
    {
      upload_name: "stolen.jpg",
      media_type: "image/jpeg",
      media_length: 500_000,
      quarantined_by: "@mod:x",
      ...ago(700),
    },
    { upload_name: "sticker.png", media_length: 20_000, safe_from_quarantine: true, ...ago(600) },
    { upload_name: null, media_type: "application/octet-stream", media_length: 700, ...ago(500) },
    {
      upload_name: null,
      media_type: "image/jpeg",
      media_length: 800,
      url_cache: "https://news.example/a.jpg",
      ...ago(400),
    },
    { upload_name: null, media_type: null, media_length: null, ...ago(300) },
  ];
};
const OLDEST_FIRST = "?dir=ascending";
const names = {
  film: "holiday film.mp4",
  picture: "Holiday.png",
  stolen: "stolen.jpg",
  sticker: "sticker.png",
  secret: /^Encrypted or unknown content/,
  preview: /^URL preview/,
  begun: /^Unfinished upload/,
} as const;

test.describe("a list of every kind is narrowed by", () => {
  test.beforeEach(async ({ page, app, people }) => {
    const ann = await people.withRows(everyKind());
    await app.signIn();
    await app.open(mediaLink(ann.userId, OLDEST_FIRST));
    await expect(amount(page, "7 files")).toBeVisible();
  });

  test("name, type and state @synapse", async ({ page }) => {
    await nameField(page).fill("HOLI");
    await expectColumn(mediaTable(page), "Name", [names.film, names.picture]);
    await expect(amount(page, "2 of 7 files match · 32 MB")).toBeVisible();
    await openFilters(page);
    await choice(page, "Type").selectOption("Videos");
    await expectColumn(mediaTable(page), "Name", [names.film]);
    await expect(page.getByRole("button", { name: "Filters (1)" })).toBeVisible();
    await nameField(page).fill("");
    await choice(page, "Type").selectOption("Any type");
    const states = [
      ["Quarantined", [names.stolen]],
      ["Protected", [names.sticker]],
      ["URL preview", [names.preview]],
      ["Unfinished", [names.begun]],
      ["Encrypted or unknown content", [names.secret]],
      ["Nothing special", [names.film, names.picture, names.secret]],
    ] as const;
    for (const [state, expected] of states) {
      await choice(page, "State").selectOption(state);
      await expectColumn(mediaTable(page), "Name", expected);
    }
    await choice(page, "State").selectOption("Any state");
    await expect(amount(page, "7 files")).toBeVisible();
  });

  test("size, days and last use @synapse", async ({ page }) => {
    await openFilters(page);
    await field(page, "Size from").fill("20 kB");
    await field(page, "Size to").fill("2 mb");
    await field(page, "Size to").press("Enter");
    await expectColumn(mediaTable(page), "Name", [names.picture, names.stolen, names.sticker]);
    await expect(amount(page, "3 of 7 files match · 2.5 MB")).toBeVisible();
    await field(page, "Uploaded from").fill(dayAgo(750));
    await expectColumn(mediaTable(page), "Name", [names.stolen, names.sticker]);
    await field(page, "Uploaded until").fill(dayAgo(650));
    await expectColumn(mediaTable(page), "Name", [names.stolen]);
    await field(page, "Uploaded until").press("Escape");
    await page.getByRole("button", { name: "Remove all" }).click();

    await field(page, "Last used before").fill(dayAgo(750));
    await expectColumn(mediaTable(page), "Name", [names.picture]);
    await field(page, "Last used before").fill(dayAgo(5));
    await field(page, "Last used before").press("Escape");
    await choice(page, "Files never opened").selectOption("Left out");
    await expectColumn(mediaTable(page), "Name", [names.film]);
    await choice(page, "Files never opened").selectOption("No others");
    await expect(amount(page, "6 of 7 files match · 2.5 MB")).toBeVisible();
  });
});

test("a press on a row right after typing reaches that row", async ({ page, app, people }) => {
  const ann = await people.withRows(everyKind());
  await app.signIn();
  await app.open(mediaLink(ann.userId, `${OLDEST_FIRST}&name=holi`));
  await expectColumn(mediaTable(page), "Name", [names.film, names.picture]);
  await nameField(page).fill("");
  await page.getByRole("button", { name: `Details of ${names.picture}` }).click();
  await expect(detailsOf(page, names.picture)).toBeVisible();
  await expect(amount(page, "7 files")).toBeVisible();
});

test("filters are said in words, and each can be removed", async ({ page, app, people }) => {
  const ann = await people.withRows(everyKind());
  await app.signIn();
  await app.open(mediaLink(ann.userId, "?name=o&minBytes=1000&opened=never"));
  await expectColumn(mediaTable(page), "Name", [names.stolen, names.picture]);
  const removers = inForce(page).getByRole("button", { name: /^Remove the filter/ });
  await expect(removers).toHaveText(["1 kB or larger", "Never opened"]);
  await inForce(page).getByRole("button", { name: "Remove the filter: Never opened" }).click();
  await expectColumn(mediaTable(page), "Name", [names.stolen, names.picture, names.film]);
  await expect(page.getByRole("button", { name: "Filters (1)" })).toBeFocused();
  await inForce(page).getByRole("button", { name: "Remove all" }).click();
  await expect(inForce(page)).toHaveCount(0);
  await expect(nameField(page)).toHaveValue("");
  await expect(amount(page, "7 files")).toBeVisible();
  await expect(page).toHaveURL(/#\/users\/[^?]+$/);
});

test("where nothing matches, one button clears the filters", async ({ page, app, people }) => {
  const ann = await people.withRows(everyKind());
  await app.signIn();
  await app.open(mediaLink(ann.userId, OLDEST_FIRST));
  await openFilters(page);
  await field(page, "Size from").fill("huge");
  await tickBox(page, names.stolen).check();
  await nameField(page).fill("nobody");
  await expect(page.getByRole("region", { name: "Selection" })).toContainText("1 file selected · 500 kB");
  await expect(page.getByText("No file matches", { exact: true })).toBeVisible();
  await expect(amount(page, "0 of 7 files match · 0 B")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(mediaTable(page).getByRole("row")).toHaveCount(8);
  await expect(nameField(page)).toHaveValue("");
  await expect(field(page, "Size from")).toHaveValue("");
});

test("what makes no sense is told beside its field, stays there, and leaves the list as it was", async ({
  page,
  app,
  people,
}) => {
  const ann = await people.withRows(everyKind());
  await app.signIn();
  await app.open(mediaLink(ann.userId, "?minBytes=1000000&dir=ascending"));
  await openFilters(page);
  await expect(field(page, "Size from")).toHaveValue("1 MB");
  const isShown = () => expectColumn(mediaTable(page), "Name", [names.film, names.picture]);
  const mistakes = [
    ["Size from", "very big", "Write a size such as 10 MB"],
    ["Size to", "1 kB", "Write a size no smaller than “Size from”"],
    ["Uploaded from", "31 Feb 2025", "Write a date such as"],
    ["Last used before", "soonish", "Write a date such as"],
  ] as const;
  for (const [name, text, problem] of mistakes) {
    await field(page, name).fill(text);
    await field(page, name).press("Tab");
    await expect(field(page, name)).toHaveAccessibleDescription(new RegExp(problem));
    await expect(field(page, name)).toHaveValue(text);
    await isShown();
    await field(page, name).fill(name === "Size from" ? "1 MB" : "");
    await field(page, name).press("Tab");
    await expect(field(page, name)).not.toHaveAttribute("aria-invalid", "true");
  }
  await isShown();
  await expect(page).toHaveURL(/\?minBytes=1000000&dir=ascending$/);
});

test("filters stand in the link and come back with it", async ({ page, app, people }) => {
  const ann = await people.withRows(everyKind());
  await app.signIn();
  await app.open(mediaLink(ann.userId, OLDEST_FIRST));
  await nameField(page).fill("s");
  await openFilters(page);
  await choice(page, "State").selectOption("Protected");
  await field(page, "Size to").fill("1 MiB");
  await field(page, "Size to").press("Tab");
  await field(page, "Uploaded from").fill("1 Feb 2020");
  await expect(page).toHaveURL(/\?name=s&state=protected&maxBytes=1048576&from=2020-02-01&dir=ascending$/);
  await page.reload();
  await expectColumn(mediaTable(page), "Name", [names.sticker]);
  await expect(nameField(page)).toHaveValue("s");
  await openFilters(page);
  await expect(choice(page, "State")).toHaveValue("protected");
  await expect(field(page, "Size to")).toHaveValue("1 MiB");
  await expect(field(page, "Uploaded from")).toHaveValue("1 Feb 2020");
});

test("a filtered list is sorted here: what lacks the value stands at its end, both ways", async ({
  page,
  app,
  people,
}) => {
  const ann = await people.withRows(everyKind());
  await app.signIn();
  await app.open(mediaLink(ann.userId, "?opened=never&sort=media_length"));
  await expect(page.getByText("Files without this value stand at the end of the list.")).toBeVisible();
  const falling = [names.picture, names.stolen, names.sticker, names.preview, names.secret];
  await expectColumn(mediaTable(page), "Name", [...falling, names.begun]);
  await page.getByRole("button", { name: "Descending" }).click();
  await expectColumn(mediaTable(page), "Name", [...falling.toReversed(), names.begun]);
  await choice(page, "Sort by").selectOption("Last used");
  await expect(page.getByText("Files that were never opened are sorted by their upload.")).toBeVisible();
  await expect(mediaTable(page).getByRole("row").nth(1)).toContainText(names.picture);
});

test("ticks survive filters, and so does the page after them", async ({ page, app, people }) => {
  const ann = await people.withRows(everyKind());
  await app.signIn();
  await app.open(mediaLink(ann.userId, OLDEST_FIRST));
  await tickBox(page, names.stolen).check();
  await nameField(page).fill("holi");
  await expectColumn(mediaTable(page), "Name", [names.film, names.picture]);
  await tickBox(page, names.film).check();
  await expect(page.getByRole("region", { name: "Selection" })).toContainText("2 files selected · 30.5 MB");
  await nameField(page).fill("");
  await expect(tickBox(page, names.stolen)).toBeChecked();
  await expect(tickBox(page, names.film)).toBeChecked();
  await expect(tickBox(page, names.picture)).not.toBeChecked();
});

test("a whole list that cannot be read says why, and is asked for again", async ({
  page,
  app,
  people,
  standin,
  guard,
}) => {
  guard.expectErrors(status(403));
  const ann = await people.withRows(everyKind());
  standin.faults.arm({ method: "GET", path: /\/media\?/, fault: { kind: "forbidden" } });
  await app.signIn();
  await app.open(mediaLink(ann.userId, "?name=holi"));
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: "Retry" }).click();
  await expectColumn(mediaTable(page), "Name", [names.picture, names.film]);
});

test.describe("fifty thousand files", () => {
  test.use({ scenario: "large" });

  test("show how far their reading is, and are listed without pages", async ({ page, app, standin }) => {
    const hoarder = standin.store.userId("hoarder");
    const list = { method: "GET", path: /\/media\?/ };
    await app.signIn();
    await app.open(mediaLink(hoarder));
    await expect(amount(page, "50,000 files")).toBeVisible();
    // The second page of the whole list never comes before the bar was seen.
    standin.faults.arm({ ...list, path: /\/media\?.*from=9999&/, fault: { kind: "slow", ms: 2500 } });
    await choice(page, "Rows per page").focus();
    await choice(page, "Rows per page").selectOption("All");
    const bar = page.getByRole("progressbar", { name: "Reading" });
    await expect(bar).toHaveAttribute("aria-valuetext", "Reading the whole list: 10,000 of 50,000 files read");
    await expect(mediaTable(page)).toHaveAttribute("aria-rowcount", "50001", { timeout: 15_000 });
    await expect(choice(page, "Rows per page")).toBeFocused();
    const rows = standin.store.media.sortedRowsOf(hoarder, "media_length", "b");
    await choice(page, "Sort by").selectOption("Size");
    await expect(mediaTable(page).getByRole("row").nth(1)).toContainText(rows[0]?.upload_name ?? "");
    await page.getByRole("region", { name: "Media", exact: true }).press("End");
    await expect(mediaTable(page).locator("tr[aria-rowindex='50001']")).toBeVisible();
  });
});
