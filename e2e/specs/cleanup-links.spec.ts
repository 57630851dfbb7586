import { expectRow } from "../helpers/table";
import { expectReviewed, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";

test.use({ scenario: "small" });

test("a preview is a link: reloaded, or opened by a colleague, it shows the same rule", async ({ page, app }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: Date.UTC(2024, 5, 1), largerThanBytes: 1_000_000, keepAvatars: false }));
  await expectReviewed(page);
  const rule =
    /^Files last used before 1 Jun 2024, 02:00 \(Europe\/Berlin\) and larger than 1 MB, profile pictures .* included\.$/;
  await expect(page.getByText(rule)).toBeVisible();
  await page.reload();
  await expectReviewed(page);
  await expect(page.getByText(rule)).toBeVisible();
});

test("coming back to a preview reads nothing again and keeps every choice, whatever was asked between", async ({
  page,
  app,
  standin,
}) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: Date.now() - 30 * DAY_MS }));
  await expectReviewed(page);
  await page.getByRole("checkbox", { name: "Delete holiday.jpg" }).click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Users" }).click();
  await expect(page.getByRole("table", { name: "Users by media" })).toBeVisible();
  await page.getByRole("link", { name: standin.store.userId("ann"), exact: true }).click();
  await page.getByRole("button", { name: "Delete today.jpg", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Delete the selected files" });
  await expect(dialog.getByRole("button", { name: "Delete 1 file", exact: true })).toBeEnabled();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  const asked = standin.requests.length;
  await page.goBack();
  await expect(page.getByRole("table", { name: "Users by media" })).toBeVisible();
  await page.goBack();
  await expectReviewed(page);
  await expectRow(page.getByRole("table", { name: "Kept" }), { Name: "holiday.jpg", Reason: "Taken out by you" });
  expect(standin.requests).toHaveLength(asked);
});

for (const [what, search] of [
  ["without a date", ""],
  ["with words for a date", "before=soon"],
  ["with a date in seconds", "before=1700000000"],
  ["with a date to come", `before=${String(Date.now() + 30 * DAY_MS)}`],
] as const) {
  test(`a link ${what} says so and leads to the form`, async ({ page, app, standin }) => {
    await app.signIn();
    await app.open(`#/cleanup/review?${search}`);
    await expect(page.getByRole("heading", { name: "Review" })).toBeVisible();
    await expect(page.getByText("This link holds no rule to preview")).toBeVisible();
    expect(standin.requests).toEqual([]);
    await page.getByRole("link", { name: "Set up a rule" }).click();
    await expect(page.getByRole("heading", { name: "Clean up" })).toBeVisible();
    await page.getByRole("button", { name: "1 year" }).click();
    await page.getByRole("button", { name: "Preview" }).click();
    await expectReviewed(page);
  });
}

test("a rule that nothing matches says what finds more", async ({ page, app }) => {
  await app.signIn();
  await app.open(reviewLink({ beforeMs: Date.UTC(1999, 0, 1) }));
  await expectReviewed(page);
  await expect(page.getByText("No file matches this rule")).toBeVisible();
  await expect(page.getByText(/^A later date or a smaller size finds more/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete 0 files" })).toHaveAccessibleDescription(
    "There is nothing to delete.",
  );
});

test("the page of results says so where nothing was run", async ({ page, app }) => {
  await app.signIn();
  await app.open("#/run");
  await expect(page.getByText("No deletion has been run since this page was opened")).toBeVisible();
  await page.getByRole("link", { name: "Set up a clean-up" }).click();
  await expect(page.getByRole("heading", { name: "Clean up" })).toBeVisible();
});
