import { type Page, expect } from "@playwright/test";

import { createFormatter } from "../../src/lib/formatter";
import { paths } from "../../src/lib/paths";
import type { MediaRow } from "../target/homeserver";

/** As the browser of the specs writes numbers, sizes and dates. */
export const formatter = createFormatter({ locale: "en-GB", timeZone: "Europe/Berlin" });

/** A rule as the wizard knows it; larger than nothing and sparing pictures in use unless told otherwise. */
export interface RuleWish {
  /** In ms since 1970. */
  readonly beforeMs: number;
  readonly largerThanBytes?: number;
  readonly keepAvatars?: boolean;
  /** Further conditions, as the link names them. */
  readonly conditions?: Readonly<Record<string, string>>;
}

/** The link that previews a rule. */
export function reviewLink({ beforeMs, largerThanBytes = 0, keepAvatars = true, conditions }: RuleWish): string {
  const rule = { before: String(beforeMs), larger: String(largerThanBytes), keep: keepAvatars ? "yes" : "no" };
  const search = { ...rule, ...conditions };
  return `#${paths.cleanupReview(new URLSearchParams(search))}`;
}

/** Which rows the rule's date and size select, by Synapse's documentation and not by the app's code. */
export const selectedBy = ({ beforeMs, largerThanBytes = 0 }: RuleWish, rows: readonly MediaRow[]): MediaRow[] =>
  rows.filter(
    ({ created_ts, last_access_ts, media_length }) =>
      (last_access_ts ?? created_ts) < beforeMs && media_length !== null && media_length > largerThanBytes,
  );

/** IDs in one order, so that two lists of them can be compared. */
export const idsOf = (rows: readonly { readonly media_id: string }[]): string[] =>
  rows.map(({ media_id }) => media_id).toSorted();

/** "1,204 files" */
export const filesText = (count: number): string =>
  formatter.plural(count, { one: "{count} file", other: "{count} files" });

/** "1,204 files · 3.1 GB" of these rows. */
export const amountText = (rows: readonly MediaRow[]): string =>
  `${filesText(rows.length)} · ${formatter.bytes(bytesOf(rows))}`;

/** The sum of their sizes in bytes; an unfinished upload counts none. */
export const bytesOf = (rows: readonly MediaRow[]): number =>
  rows.reduce((sum, { media_length }) => sum + (media_length ?? 0), 0);

/** Waits for the review and until all of it has been read. */
export async function expectReviewed(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Review", level: 1 })).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Reading" })).toHaveCount(0, { timeout: 30_000 });
}

/** Expects the summary of the review, such as "1,204 files · 3.1 GB". */
export async function expectSummary(page: Page, amount: string): Promise<void> {
  const texts = page.getByRole("status").filter({ hasText: " · " });
  await expect(texts).toHaveText([amount]);
}

/** Presses the button of the review and, in the dialog, everything that it takes to start. */
export async function deleteReviewed(page: Page, count: number): Promise<void> {
  await page.getByRole("button", { name: `Delete ${filesText(count)}`, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (count >= 100) await dialog.getByRole("textbox", { name: `Type ${String(count)} to confirm` }).fill(String(count));
  await dialog.getByRole("button", { name: `Delete ${filesText(count)}`, exact: true }).click();
}

/** Expects the results, and in them how many of how many are said to be deleted. */
export async function expectResults(page: Page, deleted: number, planned: number): Promise<void> {
  await expect(page.getByRole("heading", { name: "Results", level: 1 })).toBeVisible({ timeout: 30_000 });
  await expect(
    page.getByText(`${formatter.count(deleted)} of ${formatter.count(planned)} deleted`, { exact: true }),
  ).toBeVisible();
}
