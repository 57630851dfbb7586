import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import Papa from "papaparse";

import { expect, test } from "../fixtures/test";
import { actionCard, askAbout, tray } from "../helpers/act";
import { status } from "../helpers/console-errors";
import { mediaLink, tickBox } from "../helpers/media-screen";
import { expectRow } from "../helpers/table";
import { unzip } from "../helpers/zip";

/** As in Firefox and Safari: nothing can be written to the disk bit by bit. */
async function withoutPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, "showSaveFilePicker", { value: undefined });
  });
}

/** A picker in which the admin chooses a file of this origin at once. */
async function withPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const choose = async () => (await navigator.storage.getDirectory()).getFileHandle("chosen.zip", { create: true });
    Object.defineProperty(window, "showSaveFilePicker", { value: choose, configurable: true });
  });
}

/** The file that was chosen, as it stands on the disk. */
async function chosenFile(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle("chosen.zip");
    return [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

interface Line {
  readonly mxc: string;
  readonly name_in_zip: string;
  readonly result: string;
}

/** The lines of the manifest, by the names they are told apart by in a spec. */
function manifestOf(files: ReadonlyMap<string, Buffer>): readonly Line[] {
  const text = files.get("manifest.csv")?.toString("utf8") ?? "";
  expect(text.startsWith("\uFEFF")).toBe(true);
  return Papa.parse<Line>(text.slice(1), { header: true }).data;
}

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

test(
  "ticked files come as a zip with their bytes and a manifest",
  { tag: "@synapse" },
  async ({ page, app, homeserver, people }) => {
    await withoutPicker(page);
    const ann = await people.create();
    const uploaded = new Map<string, string>();
    for (const [text, name] of [
      ["first", "cat.png"],
      ["second", "cat.png"],
      ["sneaky", "../../etc/passwd"],
      ["bare"],
    ]) {
      const named = name === undefined ? {} : { name };
      const id = await homeserver.upload(ann, { bytes: Buffer.from(text ?? ""), type: "text/plain", ...named });
      uploaded.set(`mxc://${homeserver.serverName}/${id}`, text ?? "");
    }

    await app.open(mediaLink(ann.userId));
    await page.getByRole("checkbox", { name: "Select all on this page" }).check();
    await expect(tray(page)).toContainText("4 files selected");
    const dialog = await askAbout(page, [], "Download");
    await expect(dialog).toContainText("Downloading counts as use");
    const coming = page.waitForEvent("download");
    await dialog.getByRole("button", { name: /^Download 4 files · / }).click();
    await expect(actionCard(page).getByRole("status")).toHaveText("Done. 4 files are in the zip file.");
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^mediasweep-[\w.-]+Z\.zip$/);

    const files = unzip(await readFile(await download.path()));
    const textOf = (name: string | undefined) => files.get(name ?? "")?.toString("utf8");
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(["cat.png", "cat (2).png", "_._etc_passwd", "manifest.csv"]),
    );
    expect(textOf("_._etc_passwd")).toBe("sneaky");
    expect(files.size).toBe(5);
    const manifest = manifestOf(files);
    expect(new Map(manifest.map(({ mxc, name_in_zip }) => [mxc, textOf(name_in_zip)]))).toEqual(uploaded);
    for (const line of manifest) {
      expect(line).toMatchObject({ owner: `'${ann.userId}`, result: "saved", last_used_before_download: "" });
    }
  },
);

test("what Synapse hands out to nobody is left out, and what fails is named", async ({
  page,
  app,
  people,
  standin,
  guard,
}) => {
  guard.expectErrors(status(403));
  await withPicker(page);
  const ann = await people.withRows([
    { upload_name: "good.txt", media_type: "text/plain", last_access_ts: 1_700_000_000_000 },
    { upload_name: "bad.png", quarantined_by: "system" },
    { upload_name: "begun.png", media_length: null },
    { upload_name: "lost.png" },
  ]);
  const id = (index: number) => ann.rows[index]?.media_id ?? "";
  standin.faults.arm({ path: new RegExp(`/download/.*${id(3)}`), fault: { kind: "forbidden" } });
  await app.open(mediaLink(ann.userId));
  const dialog = await askAbout(page, ["good.txt", "bad.png", "begun.png", "lost.png"], "Download");
  await expect(dialog).toContainText("2 of them are left out: quarantined, or never finished.");
  expect(standin.requests.filter(({ path }) => path.includes("/download/"))).toEqual([]);
  await dialog.getByRole("button", { name: /^Download 2 files/ }).click();
  await expect(actionCard(page).getByRole("status")).toHaveText("Done to 1 of 2: 1 failed. 1 file is in the zip file.");

  const files = unzip(await chosenFile(page));
  expect([...files.keys()]).toEqual(["good.txt", "manifest.csv"]);
  const lines = new Map(manifestOf(files).map((line) => [line.mxc, line]));
  const lineOf = (index: number) => lines.get(standin.store.mxc(id(index)));
  expect(lineOf(0)).toMatchObject({ result: "saved", last_used_before_download: "2023-11-14T22:13:20.000Z" });
  expect(lineOf(1)).toMatchObject({ result: "left-out", reason: /Quarantined/ });
  expect(lineOf(2)).toMatchObject({ result: "left-out", reason: /Unfinished/ });
  expect(lineOf(3)).toMatchObject({ result: "failed", reason: "The homeserver refuses this to your account" });

  await actionCard(page).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Download" })).toBeVisible();
  const table = page.getByRole("table", { name: "Done to" });
  await expectRow(table, { On: standin.store.mxc(id(0)), Result: "Done" });
  await expectRow(table, { On: standin.store.mxc(id(3)), Result: /^Failed: The homeserver refuses/ });
  await expectRow(table, { On: /^mediasweep-.*\.zip$/, Result: "Done" });
});

test("stopped, the zip holds what came, and the manifest says what did not", async ({ page, app, people, standin }) => {
  await withPicker(page);
  const names = ["a.txt", "b.txt", "c.txt"];
  const ann = await people.withRows(names.map((name) => ({ upload_name: name, media_type: "text/plain" })));
  const second = ann.rows[1]?.media_id ?? "";
  const hanging = standin.faults.arm({ path: new RegExp(`/download/.*${second}`), fault: { kind: "hang" } });
  await app.open(mediaLink(ann.userId));
  const dialog = await askAbout(page, names, "Download");
  await dialog.getByRole("button", { name: /^Download 3 files/ }).click();
  await expect.poll(hanging.hits).toBe(1);
  await actionCard(page).getByRole("button", { name: "Stop" }).click();
  await expect(actionCard(page).getByRole("status")).toHaveText(
    "Done to 1 of 3: 2 not attempted. 1 file is in the zip file.",
  );
  const files = unzip(await chosenFile(page));
  expect([...files.keys()]).toEqual(["a.txt", "manifest.csv"]);
  expect(manifestOf(files).map(({ result }) => result)).toEqual(["saved", "not-attempted", "not-attempted"]);
});

test("a disk that takes no more ends it, and nothing more is fetched", async ({ page, app, people, standin }) => {
  await page.addInitScript(() => {
    const full = new WritableStream({
      write: () => {
        throw new Error("No room left");
      },
    });
    const choose = () => Promise.resolve({ createWritable: () => Promise.resolve(full) });
    Object.defineProperty(window, "showSaveFilePicker", { value: choose, configurable: true });
  });
  const rows = Array.from({ length: 8 }, (_, index) => ({ upload_name: `f${String(index)}.txt` }));
  const ann = await people.withRows(rows);
  await app.open(mediaLink(ann.userId));
  const dialog = await askAbout(page, ["f0.txt", "f1.txt", "f2.txt", "f3.txt", "f4.txt", "f5.txt"], "Download");
  await dialog.getByRole("button", { name: /^Download 6 files/ }).click();
  await expect(actionCard(page).getByRole("status")).toHaveText(
    /^Failed: The zip file could not be written: .*No room/,
  );
  const fetched = standin.requests.filter(({ method, path }) => method === "GET" && path.includes("/download/"));
  expect(fetched.length).toBeLessThan(5);
});

test("a browser that gathers all of it in memory says how much it can take", async ({ page, app, people }) => {
  await withoutPicker(page);
  const ann = await people.withRows([
    { upload_name: "film.mp4", media_length: 900_000_000 },
    { upload_name: "sequel.mp4", media_length: 200_000_000 },
  ]);
  await app.open(mediaLink(ann.userId));
  const dialog = await askAbout(page, ["film.mp4", "sequel.mp4"], "Download");
  const button = dialog.getByRole("button", { name: /^Download 2 files/ });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(/^These are 1\.1 GB\. .* at most 1 GB at a time/);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await tickBox(page, "sequel.mp4").uncheck();
  const smaller = await askAbout(page, [], "Download");
  await expect(smaller.getByRole("button", { name: /^Download 1 file/ })).toBeEnabled();
});

test("whoever closes the browser's own question downloads nothing", async ({ page, app, people, standin }) => {
  await page.addInitScript(() => {
    const cancel = () => Promise.reject(new DOMException("The user aborted a request.", "AbortError"));
    Object.defineProperty(window, "showSaveFilePicker", { value: cancel, configurable: true });
  });
  const ann = await people.withRows([{ upload_name: "one.png" }]);
  await app.open(mediaLink(ann.userId));
  const dialog = await askAbout(page, ["one.png"], "Download");
  await dialog.getByRole("button", { name: /^Download 1 file/ }).click();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(actionCard(page)).toHaveCount(0);
  expect(standin.requests.filter(({ path }) => path.includes("/download/"))).toEqual([]);
});
