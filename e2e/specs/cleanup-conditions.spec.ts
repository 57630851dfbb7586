import type { Page } from "@playwright/test";

import { expectColumn, expectNoRow, expectRow } from "../helpers/table";
import { deleteReviewed, expectResults, expectReviewed, idsOf, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import type { People } from "../fixtures/people";
import { expect, test } from "../fixtures/test";

const BEFORE = Date.UTC(2025, 0, 1);
const at = (month: number, day: number) => Date.UTC(2024, month - 1, day, 12);

/** One file that every condition below lets through, and beside it one that each of them alone keeps out. */
function seedPeople(people: People) {
  const fits = { created_ts: at(3, 10), media_type: "image/png", media_length: 5000, upload_name: "Cat at home.png" };
  return people.withRows(
    [
      { ...fits, media_id: "fitsWell" },
      { ...fits, media_id: "fitsToTheLimits", media_length: 6000, upload_name: "another CAT.jpg" },
      { ...fits, media_id: "tooEarly", created_ts: at(2, 28) },
      { ...fits, media_id: "tooLate", created_ts: at(4, 1) },
      { ...fits, media_id: "tooLarge", media_length: 6001 },
      { ...fits, media_id: "otherType", media_type: "video/mp4" },
      { ...fits, media_id: "otherName", upload_name: "dog.png" },
      { ...fits, media_id: "opened", last_access_ts: at(5, 1) },
      { ...fits, media_id: "2024-03-10_preview", url_cache: "https://example.org/cat.png" },
    ],
    { name: "ann" },
  );
}

const more = (page: Page) => page.getByRole("button", { name: /^More conditions/ });
const field = (page: Page, name: string) => page.getByRole("textbox", { name });
const going = (page: Page) => page.getByRole("table", { name: "Files to delete" });

async function openForm(page: Page, app: { signIn(): Promise<void>; open(hash: string): Promise<void> }) {
  await app.signIn();
  await app.open("#/cleanup");
  await field(page, "Last used before").fill("1 Jan 2025");
  await more(page).click();
}

const preview = (page: Page) => page.getByRole("button", { name: "Preview" }).click();

test("several conditions at once: exactly what meets all of them is listed, and goes, one by one", async ({
  page,
  app,
  people,
  homeserver,
  standin,
}) => {
  const ann = await seedPeople(people);
  await people.withRows([{ created_ts: at(3, 10), media_length: 5000, upload_name: "cat of ben.png" }]);
  const before = await homeserver.readMedia();
  await openForm(page, app);
  await field(page, "Uploaded from").fill("1 Mar 2024");
  await field(page, "Uploaded before").fill("1 Apr 2024");
  await field(page, "At most").fill("6 kB");
  await page.getByRole("combobox", { name: "Type" }).selectOption("Images");
  await field(page, "Name contains").fill("cat");
  await field(page, "Only files of").fill(ann.userId.replace(/^@|:.*/g, ""));
  await page.getByRole("switch", { name: "Only files never opened" }).press("Space");
  await page.getByRole("switch", { name: "Without URL previews" }).press("Space");
  await expect(page.getByText(/^Only “Exactly this list” can delete by these conditions/)).toBeVisible();
  await preview(page);
  await expectReviewed(page);

  await expectColumn(going(page), "Name", ["another CAT.jpg", "Cat at home.png"]);
  await expect(page.getByRole("table", { name: "Kept" })).toHaveCount(0);
  const rule =
    "Files last used before 1 Jan 2025, 00:00 (Europe/Berlin), of any size, except pictures in use as profile pictures " +
    "or room avatars. Only files uploaded at 1 Mar 2024, 00:00 (Europe/Berlin) or later. Only files uploaded before " +
    "1 Apr 2024, 00:00 (Europe/Berlin). Only files of at most 6 kB. Only images. Only files whose name contains “cat”. " +
    `Only files of ${ann.userId}. Only files that were never opened. URL previews are left out.`;
  await expect(page.getByText(rule)).toBeVisible();
  await expect(page.getByRole("radio", { name: "Exactly this list" })).toBeChecked();
  const synapse = page.getByRole("radio", { name: "Synapse's rule" });
  await expect(synapse).toBeDisabled();
  await expect(synapse).toHaveAccessibleDescription(/Not with further conditions: it knows date and size only\./);

  await deleteReviewed(page, 2);
  await expectResults(page, 2, 2);
  // The receipt names every condition too.
  await expect(page.getByText(rule)).toBeVisible();
  const gone = ["fitsToTheLimits", "fitsWell"];
  const deletions = standin.requests.filter(({ method }) => method !== "GET" && method !== "OPTIONS");
  expect(deletions.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
    gone.map((id) => `DELETE /_synapse/admin/v1/media/standin.example/${id}`),
  );
  expect(idsOf(await homeserver.readMedia())).toEqual(idsOf(before.filter(({ media_id }) => !gone.includes(media_id))));
});

test("a range of last use and deactivated users", async ({ page, app, people, homeserver }) => {
  const gone = await people.withRows([
    { media_id: "usedInTime", upload_name: "in-time.png", created_ts: at(1, 1), last_access_ts: at(6, 1) },
    { media_id: "usedEarlier", upload_name: "earlier.png", created_ts: at(1, 1), last_access_ts: at(5, 31) },
    { media_id: "neverUsed", upload_name: "unopened.png", created_ts: at(6, 2) },
  ]);
  await people.withRows([{ upload_name: "active.png", created_ts: at(6, 2) }]);
  await homeserver.disable(gone, "deactivated");
  await openForm(page, app);
  await field(page, "Last used since").fill("1 Jun 2024");
  await page.getByRole("switch", { name: "Only deactivated users" }).press("Space");
  await preview(page);
  await expectReviewed(page);
  await expectRow(going(page), { Name: "in-time.png" });
  await expectRow(going(page), { Name: "unopened.png" });
  for (const name of ["earlier.png", "active.png"]) await expectNoRow(going(page), { Name: name });
});

test("the address restores the form, on reload and for a colleague", async ({ page, app, people }) => {
  const ann = await people.create();
  const ben = await people.create();
  await openForm(page, app);
  await field(page, "Uploaded from").fill("1 Mar 2024");
  await field(page, "Uploaded before").fill("2.4.2024");
  await field(page, "Last used since").fill("2024-05-03");
  await field(page, "At most").fill("1.5 MiB");
  await page.getByRole("combobox", { name: "Type" }).selectOption("Documents and archives (application)");
  await field(page, "Name contains").fill("a&b = 50% ü");
  await field(page, "Only files of").fill(`${ann.userId} ${ben.userId}`);
  const switches = [
    "Only deactivated users",
    "Only files never opened",
    "Only files that can be fetched without a token",
    "Without URL previews",
  ];
  for (const name of switches) await page.getByRole("switch", { name }).press("Space");
  await preview(page);
  await expectReviewed(page);
  await page.reload();
  await expectReviewed(page);
  await page.getByRole("link", { name: "Change the rule" }).click();
  await expect(page.getByRole("heading", { name: "Clean up" })).toBeVisible();
  await page.reload();

  await expect(more(page)).toHaveAttribute("aria-expanded", "true");
  await expect(field(page, "Uploaded from")).toHaveValue("1 Mar 2024");
  await expect(field(page, "Uploaded before")).toHaveValue("2 Apr 2024");
  await expect(field(page, "Last used since")).toHaveValue("3 May 2024");
  await expect(field(page, "At most")).toHaveValue("1.5 MiB");
  await expect(page.getByRole("combobox", { name: "Type" })).toHaveValue("application");
  await expect(field(page, "Name contains")).toHaveValue("a&b = 50% ü");
  await expect(field(page, "Only files of")).toHaveValue(`${ann.userId}\n${ben.userId}`);
  for (const name of switches) await expect(page.getByRole("switch", { name })).toBeChecked();
  const address = page.url();
  await more(page).click();
  await expect(more(page)).toHaveText("More conditions: 11 are set");
  await expect(field(page, "Uploaded from")).toHaveCount(0);
  // Closed or not, they stand in the preview's address.
  await preview(page);
  await expectReviewed(page);
  expect(page.url()).toBe(address.replace("#/cleanup?", "#/cleanup/review?"));
});

for (const [what, conditions] of [
  ["a day in words", { "uploaded-from": "2024-03-01" }],
  ["an unknown type", { type: "pictures" }],
  ["half a user ID", { owners: "@ann:standin.example @ben" }],
  ["a switch that is neither", { "never-opened": "true" }],
  ["an empty name", { name: "" }],
  ["a condition nobody knows", { "at-mst": "5000" }],
  ["no number for the rule's size", { larger: "10 MB" }],
] as const) {
  test(`a link with ${what} runs nothing and says so`, async ({ page, app, standin }) => {
    await app.signIn();
    await app.open(reviewLink({ beforeMs: BEFORE, conditions: { "no-previews": "yes", ...conditions } }));
    await expect(page.getByText("This link holds no rule to preview")).toBeVisible();
    expect(standin.requests).toEqual([]);
    await page.getByRole("link", { name: "Set up a rule" }).click();
    const [[name, text] = ["", ""]] = Object.entries(conditions);
    const part = text === "" ? name : `${name}=${text}`;
    await expect(page.getByRole("alert")).toContainText(/^Part of this link cannot be read, so it was not run\./);
    await expect(page.getByRole("alert").getByRole("listitem")).toHaveText([part]);
    // What can be read is set all the same.
    await expect(field(page, "Last used before")).toHaveValue("1 Jan 2025");
    await expect(page.getByRole("switch", { name: "Without URL previews" })).toBeChecked();
    expect(standin.requests).toEqual([]);
  });
}

const NO_DAY = "Write a date such as 24 Aug 2026 or 2026-08-24";

for (const [name, typed, words] of [
  ["Uploaded from", "last summer", NO_DAY],
  ["Uploaded from", "1 Jan 2025", "Choose a day before “Last used before”: no file can match"],
  ["Uploaded before", "31 Feb 2024", NO_DAY],
  ["Last used since", "1 Jan 2025", "Choose a day before “Last used before”: no file can match"],
  ["At most", "ten", "Write a size such as 10 MB or 1.5 GiB, or nothing for any size"],
  ["At most", "5 kB", "Write a size above “Larger than”: no file can match"],
  ["Only files of", "ben ann:standin.example", "“ann:standin.example” is no user ID: write one such as @ann:"],
  ["Only files of", "@ann:elsewhere.example", "@ann:elsewhere.example is not a user of this server, "],
] as const) {
  test(`${name} “${typed}” is told beside the field`, async ({ page, app, standin }) => {
    await openForm(page, app);
    await field(page, "Size").fill("5 kB");
    await field(page, name).fill(typed);
    // Closed over the fault, it opens again.
    await more(page).click();
    await preview(page);
    await expect(field(page, name)).toBeFocused();
    await expect(field(page, name)).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText(words)).toBeVisible();
    await expect(field(page, name)).toHaveValue(typed);
    expect(standin.requests).toEqual([]);

    await field(page, name).fill("");
    await expect(page.getByText(words)).toHaveCount(0);
    await preview(page);
    await expectReviewed(page);
  });
}

test("a range of uploads that ends before it begins is told beside its end", async ({ page, app }) => {
  await openForm(page, app);
  await field(page, "Uploaded from").fill("2 Mar 2024");
  await field(page, "Uploaded before").fill("2 Mar 2024");
  await preview(page);
  await expect(field(page, "Uploaded before")).toHaveAccessibleDescription(/Choose a day after “Uploaded from”/);
  await expect(field(page, "Uploaded before")).toBeFocused();
  await field(page, "Uploaded before").fill("3 Mar 2024");
  await preview(page);
  await expectReviewed(page);
});

test("without conditions the form is as short as it was, and Synapse's rule can run it", async ({ page, app }) => {
  await openForm(page, app);
  await more(page).click();
  await expect(more(page)).toHaveText("More conditions");
  await expect(field(page, "Uploaded from")).toHaveCount(0);
  await expect(page.getByText(/^Only “Exactly this list” can delete/)).toHaveCount(0);
  await preview(page);
  await expectReviewed(page);
  await expect(page.getByRole("radio", { name: "Synapse's rule" })).toBeChecked();
});

test.describe("on any server", { tag: "@synapse" }, () => {
  test("a narrowed list goes, and nothing beside it", async ({ page, app, people, homeserver }) => {
    const ann = await seedPeople(people);
    await people.withRows([{ created_ts: at(3, 10), media_length: 5000, upload_name: "cat of ben.png" }]);
    const before = await homeserver.readMedia();
    await app.signIn();
    const conditions = {
      "uploaded-from": String(at(3, 10)),
      "uploaded-before": String(at(3, 10) + DAY_MS),
      "at-most": "6000",
      type: "image",
      name: "cat",
      owners: ann.userId,
      "never-opened": "yes",
      "no-previews": "yes",
    };
    await app.open(reviewLink({ beforeMs: BEFORE, largerThanBytes: 10, conditions }));
    await expectReviewed(page);
    await expectColumn(going(page), "Name", ["another CAT.jpg", "Cat at home.png"]);
    await deleteReviewed(page, 2);
    await expectResults(page, 2, 2);
    const gone = new Set(["fitsWell", "fitsToTheLimits"]);
    expect(idsOf(await homeserver.readMedia())).toEqual(idsOf(before.filter(({ media_id }) => !gone.has(media_id))));
  });
});
