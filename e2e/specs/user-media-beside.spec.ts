import { type Page, expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { goOn } from "../helpers/looking";
import { detailsOf, mediaLink, mediaTable, tickBox } from "../helpers/media-screen";
import { expectColumn } from "../helpers/table";

test.use({ scenario: "small" });

/** Ann's files as they are listed: the newest first. */
const [FIRST, SECOND, LAST] = ["today.jpg", "me.jpg", "me-before.jpg"] as const;

const openDetails = (page: Page, name: string) => page.getByRole("button", { name: `Details of ${name}` }).click();

test.beforeEach(async ({ app, standin }) => {
  await app.signIn();
  await app.open(mediaLink(standin.store.userId("ann")));
});

test("the list beside the details stays usable", async ({ page, standin }) => {
  await openDetails(page, FIRST);
  await expect(detailsOf(page, FIRST)).toBeFocused();
  await tickBox(page, SECOND).check();
  await expect(detailsOf(page, FIRST)).toBeVisible();
  await page.getByRole("columnheader", { name: "Size" }).getByRole("button").click();
  await expect(page.getByRole("combobox", { name: "Sort by" })).toHaveValue("media_length");
  await openDetails(page, SECOND);
  await expect(detailsOf(page, SECOND)).toBeVisible();
  await expect(detailsOf(page, FIRST)).toHaveCount(0);
  const owner = detailsOf(page, SECOND).getByRole("link", { name: standin.store.userId("ann") });
  await expect(owner).toHaveAttribute("href", /#\/users\/%40ann/);
});

test("arrow keys and buttons go from file to file, Escape goes back", async ({ page }) => {
  await openDetails(page, FIRST);
  await page.keyboard.press("ArrowUp");
  await expect(detailsOf(page, FIRST)).toBeVisible();
  const previous = page.getByRole("button", { name: "Previous file" });
  await expect(previous).toHaveAccessibleDescription("This is the first file of the list shown.");
  await page.keyboard.press("ArrowDown");
  await expect(detailsOf(page, SECOND)).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(detailsOf(page, FIRST)).toBeVisible();
  await page.getByRole("button", { name: "Next file" }).click();
  await expect(detailsOf(page, SECOND)).toBeVisible();
  await previous.press("Enter");
  await expect(previous).toHaveAccessibleDescription("This is the first file of the list shown.");
  await expect(previous).toBeFocused();
  await page.getByRole("button", { name: "Next file" }).click();

  await tickBox(page, SECOND).focus();
  await page.keyboard.press("ArrowDown");
  await expect(detailsOf(page, SECOND)).toHaveCount(0);
  for (let steps = 0; steps < 10; steps += 1) await page.keyboard.press("ArrowDown");
  await expect(detailsOf(page, LAST)).toBeVisible();
  await expect(page.getByRole("button", { name: "Next file" })).toHaveAccessibleDescription(
    "This is the last file of the list shown.",
  );
  await page.keyboard.press("Escape");
  await expect(detailsOf(page, LAST)).toHaveCount(0);
  await expect(page.getByRole("button", { name: `Details of ${FIRST}` })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("region", { name: /^Details of/ })).toHaveCount(0);
});

test("the details leave the focus where the list is narrowed, and stay while nothing matches", async ({ page }) => {
  await openDetails(page, FIRST);
  const name = page.getByRole("searchbox", { name: "Name contains" });
  await name.click();
  await page.keyboard.type("tod");
  await expectColumn(mediaTable(page), "Name", [FIRST]);
  await expect(name).toBeFocused();
  await page.keyboard.type("ax");
  await expect(page.getByText("No file matches", { exact: true })).toBeVisible();
  await expect(detailsOf(page, FIRST)).toBeVisible();
  await page.keyboard.press("Backspace");
  await expectColumn(mediaTable(page), "Name", [FIRST]);
  await expect(name).toBeFocused();
  await expect(name).toHaveValue("toda");
});

test("choices in the list keep their arrow keys", async ({ page }) => {
  await openDetails(page, FIRST);
  await page.getByRole("combobox", { name: "Rows per page" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("combobox", { name: "Rows per page" })).toHaveValue("250");
  await expect(detailsOf(page, FIRST)).toBeVisible();
});

test("a picture fills the window, is enlarged, and leads to the others that are shown", async ({ page }) => {
  for (const name of [FIRST, SECOND]) {
    await page.getByRole("button", { name: `Show ${name}` }).click();
    if (name === FIRST) await goOn(page);
    await expect(page.getByRole("button", { name: `Enlarge ${name}` })).toBeVisible();
  }
  await page.getByRole("button", { name: `Enlarge ${FIRST}` }).click();
  const large = (name: string) => page.getByRole("dialog", { name });
  const stage = (name: string, share: string) => page.getByRole("region", { name: `Picture ${name}, ${share}` });
  await expect(large(FIRST)).toContainText("The whole file is shown.");
  await expect(stage(FIRST, "100%")).toBeFocused();
  await expect(page.getByRole("button", { name: "Previous picture" })).toHaveAccessibleDescription(
    "No picture before it is shown.",
  );
  await page.keyboard.press("+");
  await expect(stage(FIRST, "150%")).toBeVisible();
  const picture = stage(FIRST, "150%").getByRole("img", { name: FIRST });
  const before = await picture.boundingBox();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await picture.boundingBox())?.x).toBeLessThan(before?.x ?? 0);
  await page.keyboard.press("-");
  await expect(stage(FIRST, "100%")).toBeVisible();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Fit" }).click();
  await stage(FIRST, "100%").hover();
  await page.mouse.wheel(0, -100);
  await expect(stage(FIRST, "150%")).toBeVisible();
  await page.keyboard.press("0");
  await expect(stage(FIRST, "100%")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(large(SECOND)).toContainText("The whole file is shown.");
  await page.getByRole("button", { name: "Previous picture" }).click();
  await expect(large(FIRST)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: `Enlarge ${FIRST}` })).toBeFocused();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("details cover the list, and go from file to file as well", async ({ page }) => {
    await openDetails(page, FIRST);
    const details = page.getByRole("dialog", { name: `Details of ${FIRST}` });
    await expect(details).toBeVisible();
    expect((await details.boundingBox())?.width).toBe(390);
    await page.getByRole("button", { name: "Next file" }).click();
    await expect(page.getByRole("dialog", { name: `Details of ${SECOND}` })).toBeVisible();
    await page.getByRole("button", { name: "Close details" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(mediaTable(page)).toBeVisible();
    await expect(page.getByRole("button", { name: `Details of ${FIRST}` })).toBeFocused();
  });

  test("the picture in the details is blurred like all others, and is enlarged", async ({ page }) => {
    await openDetails(page, FIRST);
    const details = detailsOf(page, FIRST);
    await details.getByRole("button", { name: `Show ${FIRST}` }).click();
    await goOn(page);
    const enlarge = details.getByRole("button", { name: `Enlarge ${FIRST}` });
    await details.getByText(/^Details of/).hover();
    await expect(enlarge.locator("img")).toHaveCSS("filter", /blur/);
    await enlarge.click();
    const stage = page.getByRole("region", { name: `Picture ${FIRST}` });
    await page.getByRole("button", { name: "Zoom in" }).focus();
    await page.getByRole("button", { name: "Zoom in" }).hover();
    await expect(stage.getByRole("img")).toHaveCSS("filter", /blur/);
    await page.getByRole("button", { name: "Close the picture" }).click();
    await details.getByRole("switch", { name: "Blur pictures until pointed at" }).press("Space");
    await expect(enlarge.locator("img")).toHaveCSS("filter", "none");
  });
});
