import { type Locator, type Page, expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { status } from "../helpers/console-errors";
import { askedFor, goOn } from "../helpers/looking";
import { detailsOf, mediaLink, mediaTable } from "../helpers/media-screen";
import { expectRow } from "../helpers/table";
import { formatter } from "../helpers/wizard";
import { pictureOf } from "../standin/bytes";
import type { Standin } from "../standin/handle";

const button = (within: Page | Locator, name: string): Locator => within.getByRole("button", { name, exact: true });

test("showing a file counts as use, and the list keeps the time from before @synapse", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  test.skip(!homeserver.abilities.rows, "Needs to see when files were last used.");
  test.setTimeout(180_000);
  const ann = await people.create({ name: "ann" });
  const cat = await homeserver.upload(ann, { bytes: pictureOf(ann.userId), name: "cat.png", type: "image/png" });
  const usedMs = async () => (await homeserver.readMedia()).find(({ media_id }) => media_id === cat)?.last_access_ts;
  expect(await usedMs()).toBeNull();
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  await button(page, "Show cat.png").click();
  await goOn(page);
  await expect(button(page, "Enlarge cat.png")).toBeVisible();
  await expectRow(mediaTable(page), { "Last used": "Never openedLooked at by you since" });

  await expect.poll(usedMs, { timeout: 100_000, intervals: [1000] }).not.toBeNull();
  await button(page, "Refresh").click();
  await expect(button(page, "Refresh")).toBeEnabled();
  await button(page, "Details of cat.png").click();
  await expect(detailsOf(page, "cat.png")).toContainText("Never opened since it was uploaded");
  await expect(detailsOf(page, "cat.png")).toContainText("This is the time from before you looked");
  await expectRow(mediaTable(page), { "Last used": "Never openedLooked at by you since" });
});

test.describe("with a file for each reason", () => {
  test.use({ scenario: "small" });

  /** Signs in and opens the files of somebody. */
  const open = async (
    { app, standin }: { app: { signIn(): Promise<void>; open(hash: string): Promise<void> }; standin: Standin },
    who: string,
  ) => {
    await app.signIn();
    await app.open(mediaLink(standin.store.userId(who)));
  };

  test("nothing is fetched before the notice is read, and it can be silenced", async ({ page, app, standin }) => {
    await open({ app, standin }, "ann");
    await button(page, "Show today.jpg").click();
    const notice = page.getByRole("dialog", { name: "Looking counts as use" });
    await expect(notice).toContainText("within a minute it records the file as last used now");
    await notice.getByRole("button", { name: "Cancel" }).click();
    await expect(notice).toHaveCount(0);
    await expect(button(page, "Show today.jpg")).toBeFocused();
    expect(askedFor(standin)).toEqual([]);

    await page.keyboard.press("Enter");
    await notice.getByRole("checkbox", { name: "Don’t tell me again on this device" }).check();
    await goOn(page);
    await expect(button(page, "Enlarge today.jpg")).toBeFocused();
    expect(askedFor(standin)).toEqual(["thumbnail annFresh"]);
    await page.reload();
    await button(page, "Show me.jpg").click();
    await expect(button(page, "Enlarge me.jpg")).toBeVisible();
    expect(askedFor(standin)).toEqual(["thumbnail annFresh", "thumbnail annFace"]);
  });

  test("the pictures of a page are shown and hidden at once, videos left alone", async ({ page, app, standin }) => {
    await open({ app, standin }, "ann");
    const usedMs = standin.store.media.get("annViewedYesterday")?.last_access_ts ?? 0;
    await button(page, "Show pictures on this page").click();
    await goOn(page);
    await expect(page.getByRole("button", { name: /^Enlarge/ })).toHaveCount(6);
    expect(askedFor(standin).toSorted()).toEqual([
      "thumbnail annFace",
      "thumbnail annFormerFace",
      "thumbnail annFresh",
      "thumbnail annOldHoliday",
      "thumbnail annProtected",
      "thumbnail annViewedYesterday",
    ]);
    expect(standin.store.media.get("annViewedYesterday")?.last_access_ts).toBeGreaterThan(usedMs);
    await button(page, "Refresh").click();
    await expectRow(mediaTable(page), {
      Name: "wedding.jpg",
      "Last used": `${formatter.dateTime(usedMs)}Looked at by you since`,
    });
    await expect(button(page, "Show pictures on this page")).toHaveAccessibleDescription(
      "All pictures on this page are shown.",
    );
    await button(page, "Hide pictures").click();
    await expect(page.getByRole("button", { name: /^Enlarge/ })).toHaveCount(0);
  });

  test("pictures are blurred until pointed at or reached, unless that is switched off", async ({
    page,
    app,
    standin,
  }) => {
    await open({ app, standin }, "ann");
    await button(page, "Show today.jpg").click();
    await goOn(page);
    const picture = button(page, "Enlarge today.jpg").locator("img");
    await page.getByRole("heading", { level: 1 }).hover();
    await button(page, "Details of today.jpg").focus();
    await expect(picture).toHaveCSS("filter", /blur/);
    await button(page, "Enlarge today.jpg").hover();
    await expect(picture).toHaveCSS("filter", "none");
    await page.getByRole("heading", { level: 1 }).hover();
    await expect(picture).toHaveCSS("filter", /blur/);
    await page.keyboard.press("Shift+Tab");
    await expect(button(page, "Enlarge today.jpg")).toBeFocused();
    await expect(picture).toHaveCSS("filter", "none");

    await page.getByRole("switch", { name: "Blur pictures until pointed at" }).press("Space");
    await expect(picture).toHaveCSS("filter", "none");
    await page.reload();
    await expect(page.getByRole("switch", { name: "Blur pictures until pointed at" })).not.toBeChecked();
  });

  test("what cannot be shown says why, and is never asked for", async ({ page, app, standin }) => {
    const svg = standin.store.media.get("roomFace");
    if (svg !== undefined) standin.store.media.change(svg, { media_type: "image/svg+xml" });
    await open({ app, standin }, "ben");
    const why = async (label: string, words: string | RegExp) => {
      await button(page, `Details of ${label}`).click();
      await expect(detailsOf(page, label)).toContainText(words);
      await expect(detailsOf(page, label).getByRole("button", { name: `Show ${label}` })).toHaveCount(0);
    };
    await why("benSealed", "Only the people they were sent to have the key, so there is nothing to see.");
    await why("benUnfinished", "There is nothing to show: the ID was reserved, and no content has arrived.");
    await expect(button(detailsOf(page, "benUnfinished"), "Download")).toHaveAccessibleDescription(
      "No content has arrived for this ID.",
    );
    await why("empty.txt", "Files of this type are not shown here");
    await why("room.jpg", "Files of this type are not shown here");
    await why("bad.jpg", "Quarantined: Synapse hands this file out to nobody but an admin who insists.");
    await expect(mediaTable(page).getByRole("button", { name: /^Show/ })).toHaveCount(1);
    expect(askedFor(standin)).toEqual([]);
  });

  test("a quarantined file is shown to an admin who insists", async ({ page, app, standin }) => {
    await open({ app, standin }, "ben");
    await button(page, "Details of bad.jpg").click();
    await button(page, "Show it all the same").click();
    const dialog = page.getByRole("dialog", { name: "Show a quarantined file" });
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    expect(askedFor(standin)).toEqual([]);
    await dialog.getByRole("button", { name: "Show the quarantined file" }).click();
    await expect(button(page, "Enlarge bad.jpg")).toBeVisible();
    const asked = standin.requests.filter(({ path }) => path.includes("/download/"));
    expect(asked.at(-1)?.search).toBe("?admin_unsafely_bypass_quarantine=true");
    expect(standin.store.media.get("benQuarantined")?.quarantined_by).toBe("system");
  });

  test("a quarantined file that is never shown is downloaded by an admin who insists", async ({
    page,
    app,
    standin,
  }) => {
    const bad = standin.store.media.get("benQuarantined");
    if (bad !== undefined) standin.store.media.change(bad, { media_type: "application/pdf" });
    await open({ app, standin }, "ben");
    await button(page, "Details of bad.jpg").click();
    await expect(detailsOf(page, "bad.jpg")).toContainText("Files of this type are not shown here");
    await button(page, "Download it all the same").click();
    const dialog = page.getByRole("dialog", { name: "Download a quarantined file" });
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    expect(askedFor(standin)).toEqual([]);
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Download the quarantined file" }).click();
    expect((await download).suggestedFilename()).toBe("bad.jpg");
    const asked = standin.requests.filter(({ path }) => path.includes("/download/"));
    expect(asked.at(-1)?.search).toBe("?admin_unsafely_bypass_quarantine=true");
    expect(standin.store.media.get("benQuarantined")?.quarantined_by).toBe("system");
  });

  test("content of another type than the listed one is not shown", async ({ page, app, standin }) => {
    const holiday = standin.store.media.get("annOldHoliday");
    if (holiday !== undefined) standin.store.media.change(holiday, { media_type: "image/avif" });
    await open({ app, standin }, "ann");
    await expect(mediaTable(page)).toBeVisible();
    if (holiday !== undefined) standin.store.media.change(holiday, { media_type: "image/svg+xml" });
    await button(page, "Details of holiday.jpg").click();
    const details = detailsOf(page, "holiday.jpg");
    await expect(details).toContainText("Fetches the whole file, 3.1 MB.");
    await button(details, "Show holiday.jpg").click();
    await goOn(page);
    await expect(details.getByRole("alert")).toContainText(
      "The homeserver handed it out as the type image/svg+xml, so it is not shown here.",
    );
    await expect(details.locator("img")).toHaveCount(0);
  });

  test("what fails is said in its place and can be tried again", async ({ page, app, standin, guard }) => {
    guard.expectErrors(status(404), status(500));
    const like = standin.store.media.get("annFresh");
    if (like !== undefined) standin.store.media.put({ ...like, media_id: "annLost", upload_name: "lost.jpg" });
    await open({ app, standin }, "ann");
    await expect(mediaTable(page)).toBeVisible();
    standin.store.media.delete("annLost");
    standin.faults.arm({ method: "GET", path: /thumbnail.*annFace/, fault: { kind: "internal-error" } });
    await button(page, "Show pictures on this page").click();
    await goOn(page);
    await expectRow(mediaTable(page), { Name: "me.jpgSynapse reports an error of its own" });
    await expectRow(mediaTable(page), { Name: "lost.jpgSynapse has nothing to hand out for this file" });
    await expect(page.getByText("2 pictures are not shown.")).toBeVisible();
    await button(page, "Try again to show me.jpg").click();
    await expect(button(page, "Enlarge me.jpg")).toBeVisible();
  });

  test("a server that asks to slow down is waited for", async ({ page, app, standin, guard }) => {
    guard.expectErrors(status(429));
    const limited = { kind: "limited", retryAfterMs: 300 } as const;
    const armed = standin.faults.arm({ method: "GET", path: /thumbnail/, fault: limited, times: 3 });
    await open({ app, standin }, "ann");
    await button(page, "Show pictures on this page").click();
    await goOn(page);
    await expect(page.getByRole("button", { name: /^Enlarge/ })).toHaveCount(6);
    expect(armed.hits()).toBe(3);
  });

  test("looking can be stopped", async ({ page, app, standin }) => {
    standin.faults.arm({ method: "GET", path: /thumbnail/, fault: { kind: "hang" } });
    await open({ app, standin }, "ann");
    await button(page, "Show today.jpg").click();
    await goOn(page);
    await button(page, "Stop showing today.jpg").click();
    await expect(button(page, "Show today.jpg")).toBeFocused();
  });

  test("a sound is played from the details, when it is told to", async ({ page, app, people, homeserver }) => {
    const ann = await people.create({ name: "ann" });
    await homeserver.upload(ann, { bytes: silence(), name: "beep.wav", type: "audio/wav" });
    await app.signIn();
    await app.open(mediaLink(ann.userId));
    await button(page, "Show beep.wav").click();
    await goOn(page);
    const player = detailsOf(page, "beep.wav").getByLabel("beep.wav", { exact: true });
    await expect(player).toHaveAttribute("src", /^blob:/);
    await expect(player).not.toHaveAttribute("autoplay");
    await expect.poll(() => player.evaluate((element: HTMLAudioElement) => element.duration)).toBeCloseTo(0.1);
    expect(await player.evaluate((element: HTMLAudioElement) => element.paused)).toBe(true);
  });

  test("whatever a file holds is saved as bytes", async ({ page, app, people, homeserver }) => {
    const ann = await people.create({ name: "ann" });
    const bytes = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    await homeserver.upload(ann, { bytes, name: "logo.svg", type: "image/svg+xml" });
    await app.signIn();
    await app.open(mediaLink(ann.userId));
    await button(page, "Details of logo.svg").click();
    await button(page, "Download").click();
    const download = page.waitForEvent("download");
    await goOn(page);
    const saved = await download;
    expect(saved.suggestedFilename()).toBe("logo.svg");
    const chunks: Uint8Array[] = [];
    for await (const chunk of await saved.createReadStream()) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(Buffer.from(bytes))).toBe(true);
    await expect(detailsOf(page, "logo.svg")).toContainText("This is the time from before you looked");
  });
});

/** A tenth of a second of nothing, as a WAV file of 8,000 samples a second. */
function silence(): Uint8Array {
  const samples = 800;
  const file = Buffer.alloc(44 + samples, 128);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + samples, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(8000, 24);
  file.writeUInt32LE(8000, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write("data", 36);
  file.writeUInt32LE(samples, 40);
  return file;
}
