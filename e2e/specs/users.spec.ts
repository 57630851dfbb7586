import { type Locator, type Page, expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { uniqueWord } from "../fixtures/media-row";
import { usersTable } from "../helpers/media-screen";
import { expectColumn, expectRow } from "../helpers/table";
import { formatter } from "../helpers/wizard";
import type { Standin } from "../standin/handle";

const searchBox = (page: Page): Locator => page.getByRole("searchbox", { name: "Search users" });

/** The sums above the table. */
const sums = (page: Page): Locator => page.getByRole("status").filter({ hasText: " · " });

interface Owner {
  readonly userId: string;
  readonly name: string | null;
  readonly files: number;
  readonly bytes: number;
}

/** Everybody who owns a file, as the stand-in's tables have it. */
const ownersIn = ({ store }: Standin): readonly Owner[] =>
  [...store.media.owners()].flatMap((userId): Owner[] => {
    if (userId === null) return [];
    const { files, bytes } = store.media.totalsOf(userId);
    return [{ userId, name: store.profiles.get(userId)?.displayname ?? null, files, bytes: bytes ?? 0 }];
  });

const sumOf = (owners: readonly Owner[], key: "files" | "bytes"): number =>
  owners.reduce((sum, owner) => sum + owner[key], 0);

const byText = new Intl.Collator("en-GB").compare;

test("users stand ranked by what they store @synapse", async ({ page, app, people }) => {
  const team = `rank-${uniqueWord()}`;
  const little = await people.withMedia({ name: team, files: 1, bytes: 10 });
  const most = await people.withMedia({ name: team, files: 2, bytes: 60_000 });
  const many = await people.withMedia({ name: team, files: 3, bytes: 1_000 });
  await app.signIn();
  await app.open("#/users");
  await searchBox(page).fill(team);
  await expectColumn(usersTable(page), "User", [most.userId, many.userId, little.userId]);
  await expectRow(usersTable(page), { User: most.userId, Files: "2", Size: "120 kB" });
  await expectRow(usersTable(page), { User: many.userId, Files: "3", Size: "3 kB" });
  await expectRow(usersTable(page), { User: little.userId, Files: "1", Size: "10 B" });
  await expect(sums(page)).toHaveText(/ · 6 files · 123 kB$/);
});

test("the four orders go both ways, and equals stand by user ID", async ({ page, app, people, standin }) => {
  const names = ["Zoë", "ärmel", "Äpfel", "東京", "zebra", null, "O’Brien", "zebra"];
  for (const [index, displayname] of names.entries()) {
    const rows = Array.from({ length: 1 + (index % 3) }, () => ({ media_length: 1000 * (1 + (index % 4)) }));
    const owner = await people.withRows(rows, { name: `p${String(8 - index)}` });
    standin.store.profiles.set(owner.userId, { displayname, avatar_url: null });
  }
  await app.signIn();
  await app.open("#/users");
  const owners = ownersIn(standin);
  const byUser = (a: Owner, b: Owner) => byText(a.userId, b.userId);
  // Who has no display name stands last, whichever way.
  const byName = (sign: number) => (a: Owner, b: Owner) =>
    Number(!a.name) - Number(!b.name) || sign * byText(a.name ?? "", b.name ?? "") || byUser(a, b);
  const orders: readonly (readonly [column: string, sort: string, compare: (a: Owner, b: Owner) => number])[] = [
    ["Files", "descending", (a, b) => b.files - a.files || byUser(a, b)],
    ["Files", "ascending", (a, b) => a.files - b.files || byUser(a, b)],
    ["Size", "descending", (a, b) => b.bytes - a.bytes || byUser(a, b)],
    ["Size", "ascending", (a, b) => a.bytes - b.bytes || byUser(a, b)],
    ["User", "ascending", byUser],
    ["User", "descending", (a, b) => byUser(b, a)],
    ["Display name", "ascending", byName(1)],
    ["Display name", "descending", byName(-1)],
  ];
  for (const [column, direction, compare] of orders) {
    await test.step(`${column}, ${direction}`, async () => {
      const header = usersTable(page).getByRole("columnheader", { name: column });
      await header.getByRole("button").click();
      await expect(header).toHaveAttribute("aria-sort", direction);
      await expectColumn(
        usersTable(page),
        "User",
        owners.toSorted(compare).map(({ userId }) => userId),
      );
    });
  }
});

test.describe("on a server of some years", () => {
  test.use({ scenario: "demo" });

  test.beforeEach(async ({ app }) => {
    await app.signIn();
    await app.open("#/users");
  });

  test("every number is that of the server's table", async ({ page, standin }) => {
    const owners = ownersIn(standin);
    const counted = [
      formatter.plural(owners.length, { other: "{count} users" }),
      formatter.plural(sumOf(owners, "files"), { other: "{count} files" }),
      formatter.bytes(sumOf(owners, "bytes")),
    ];
    await expect(sums(page)).toHaveText(counted.join(" · "));
    const ranked = owners.toSorted((a, b) => b.bytes - a.bytes || byText(a.userId, b.userId));
    await expectColumn(
      usersTable(page),
      "User",
      ranked.map(({ userId }) => userId),
    );
    await expectColumn(
      usersTable(page),
      "Files",
      ranked.map(({ files }) => formatter.count(files)),
    );
    await expectColumn(
      usersTable(page),
      "Size",
      ranked.map(({ bytes }) => formatter.bytes(bytes)),
    );
    const [first] = ranked;
    await expect(usersTable(page).getByTitle(formatter.exactBytes(first?.bytes ?? 0))).toBeVisible();
  });

  test("the search finds every script, in any case and any way of writing it", async ({ page, standin }) => {
    const owners = ownersIn(standin);
    const terms: readonly (readonly [typed: string, held: RegExp])[] = [
      ["иванов", /иванов/iu],
      ["ШЕВЧЕНКО", /шевченко/iu],
      ["ΠΑΠΑΔΌΠΟΥΛΟΣ", /παπαδόπουλος/iu],
      ["حداد", /حداد/u],
      ["כהן", /כהן/u],
      ["शर्मा", /शर्मा/u],
      ["王", /王/u],
      ["佐藤", /佐藤/u],
      ["김", /김/u],
      ["ใจดี", /ใจดี/u],
      ["mu\u0308LLER", /müller/iu],
      ["o’brien", /o’brien/iu],
      ["  whatsapp bridge ", /whatsapp bridge/iu],
      ["@ARCHIVIST:", /@archivist:/iu],
    ];
    for (const [typed, held] of terms) {
      await test.step(typed, async () => {
        const found = owners.filter(({ userId, name }) => held.test(userId) || held.test(name ?? ""));
        expect(found.length, "The scenario holds such users").toBeGreaterThan(0);
        await searchBox(page).fill(typed);
        const ranked = found.toSorted((a, b) => b.bytes - a.bytes || byText(a.userId, b.userId));
        await expectColumn(
          usersTable(page),
          "User",
          ranked.map(({ userId }) => userId),
        );
        const users = `${String(found.length)} of ${String(owners.length)} users`;
        await expect(sums(page)).toHaveText(new RegExp(`^${users} · `));
      });
    }
  });

  test("a search that finds nobody says so and can be cleared", async ({ page, standin }) => {
    await searchBox(page).fill("100%_of nobody");
    await expect(page.getByText("No user matches")).toBeVisible();
    await expect(usersTable(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(searchBox(page)).toHaveValue("");
    await expect(sums(page)).toHaveText(new RegExp(`^${String(ownersIn(standin).length)} users · `));
  });

  test("each user's name leads to their media", async ({ page, standin }) => {
    const archivist = standin.store.userId("archivist");
    await usersTable(page).getByRole("link", { name: archivist, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: archivist })).toBeVisible();
    await expect(page.getByText("5,000 files", { exact: true })).toBeVisible();
  });
});

test.describe("twenty thousand owners", () => {
  test.use({ scenario: "owners" });

  test("are listed, searched and sorted", async ({ page, app, standin }) => {
    const owners = ownersIn(standin);
    await app.signIn();
    await app.open("#/users");
    const [first] = owners.toSorted((a, b) => b.bytes - a.bytes || byText(a.userId, b.userId));
    await expect(usersTable(page).getByRole("link", { name: first?.userId ?? "", exact: true })).toBeVisible();
    await expect(usersTable(page)).toHaveAttribute("aria-rowcount", "20001");
    await expect(sums(page)).toHaveText(/^20,000 users · /);

    await searchBox(page).pressSequentially("owner-01357");
    await expect(sums(page)).toHaveText(/^10 of 20,000 users · /);
    await searchBox(page).pressSequentially("9:");
    await expectColumn(usersTable(page), "User", [standin.store.userId("owner-013579")]);
    await searchBox(page).fill("OWNER 020000");
    await expectColumn(usersTable(page), "User", [standin.store.userId("owner-020000")]);

    await searchBox(page).clear();
    await usersTable(page).getByRole("columnheader", { name: "User" }).getByRole("button").click();
    await expect(usersTable(page).getByRole("row").nth(1)).toContainText(standin.store.userId("owner-000001"));
    await usersTable(page).getByRole("row").nth(1).hover();
    await page.mouse.wheel(0, 1_000_000);
    await expect(
      usersTable(page).getByRole("link", { name: standin.store.userId("owner-020000"), exact: true }),
    ).toBeVisible();
  });
});
