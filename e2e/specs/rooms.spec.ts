import type { Page } from "@playwright/test";

import { isSince } from "../contract/ask";
import { uniqueWord } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { readFacts } from "../helpers/facts";
import { pickedDialog } from "../helpers/media-screen";
import { expectColumn, expectNoRow, expectRow } from "../helpers/table";
import { expectResults } from "../helpers/wizard";
import type { Homeserver, Person } from "../target/homeserver";

const rooms = (page: Page) => page.getByRole("table", { name: "Rooms" });
const files = (page: Page) => page.getByRole("table", { name: "Files of this server" });
const remote = (page: Page) => page.getByRole("table", { name: "Files of other servers" });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search rooms" });

const image = (url: string) => ({ type: "m.room.message", content: { msgtype: "m.image", body: "picture", url } });

/** Uploads files of these names and shows them in the room. Returns their media IDs. */
async function show(homeserver: Homeserver, owner: Person, roomId: string, names: readonly string[]) {
  const ids: string[] = [];
  for (const name of names) {
    const mediaId = await homeserver.upload(owner, { bytes: 1000, name, type: "image/png" });
    await homeserver.sendEvent(owner, roomId, image(`mxc://${homeserver.serverName}/${mediaId}`));
    ids.push(mediaId);
  }
  return ids;
}

test.beforeEach(async ({ homeserver, app }) => {
  test.skip(!isSince(homeserver, "1.140"), "Synapse tells of a single file since 1.140.");
  await app.signIn();
});

test("a room is found by name, by alias and by ID @synapse", async ({ page, app, people, homeserver }) => {
  const ann = await people.create();
  const word = uniqueWord();
  const roomId = await homeserver.createRoom(ann, { name: `Garden ${word}`, alias: `garden-${word}` });
  const other = await homeserver.createRoom(ann, { name: `Kitchen ${word}`, isEncrypted: true });
  await app.open("#/users");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Rooms" }).click();
  await search(page).fill(word);
  await expectColumn(rooms(page), "Name", [`Garden ${word}`, `Kitchen ${word}`]);
  await expectRow(rooms(page), {
    Name: `Garden ${word}`,
    Alias: `#garden-${word}:${homeserver.serverName}`,
    Members: "1",
    Encrypted: "No",
  });
  await expectRow(rooms(page), { Name: `Kitchen ${word}`, Encrypted: "Yes" });
  await expect(page).toHaveURL(new RegExp(`#/rooms\\?text=${word}$`));

  await search(page).fill(` #garden-${word}:${homeserver.serverName} `);
  await expectColumn(rooms(page), "Name", [`Garden ${word}`]);
  await search(page).fill(other);
  await search(page).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Kitchen ${word}` })).toBeVisible();
  await page.goBack();
  await search(page).fill(roomId);
  await expectColumn(rooms(page), "Name", [`Garden ${word}`]);
});

test("what finds no room says why", async ({ page, app, homeserver, guard }) => {
  guard.expectErrors(/status of 404/);
  await app.open("#/rooms?text=nowhere");
  await expect(page.getByText("No room matches")).toBeVisible();
  await search(page).fill(`#nowhere:${homeserver.serverName}`);
  await expect(page.getByText("No room has this alias")).toBeVisible();
  await search(page).fill(`!nowhere:${homeserver.serverName}`);
  await expect(page.getByText("Synapse has no statistics of this room")).toBeVisible();
  await page.getByRole("link", { name: "Ask for its media all the same" }).click();
  await expect(page.getByText("Synapse names no media", { exact: true })).toBeVisible();
  await expect(page.getByText(/answers with empty lists for an unknown room/)).toBeVisible();
});

test("another server is asked for an alias with Enter alone, and once", async ({ page, app, standin, guard }) => {
  guard.expectErrors(/status of 502/);
  const lookups = () =>
    standin.requests.filter(({ method, path }) => method === "GET" && path.includes("/directory/")).length;
  await app.open("#/rooms");
  for (const part of ["#lobby:e", "#lobby:elsewhere.example"]) {
    await search(page).fill(part);
    await expect(page).toHaveURL(new RegExp(`text=${encodeURIComponent(part)}$`));
    await expect(page.getByText("An alias of another server", { exact: true })).toBeVisible();
  }
  expect(lookups()).toBe(0);
  await search(page).press("Enter");
  await expect(page.getByRole("alert")).toContainText("The alias's own server does not answer: elsewhere.example");
  await expect(page.getByRole("alert")).toContainText("Failed to fetch alias");
  expect(lookups()).toBe(1);
  await page.reload();
  await page.getByRole("button", { name: "Ask that server" }).click();
  await expect(page.getByRole("alert")).toContainText("elsewhere.example");
  expect(lookups()).toBe(2);
});

test("the media of a room are shown with their owners, and ticked ones deleted @synapse", async ({
  page,
  app,
  people,
  homeserver,
  guard,
}) => {
  guard.expectErrors(/status of 404/);
  const ann = await people.create({ name: "ann" });
  const ben = await people.create({ name: "ben" });
  const roomId = await homeserver.createRoom(ann, { name: "Pictures" });
  const [gone] = await show(homeserver, ann, roomId, ["gone.png", "one.png", "two.png"]);
  const bens = await homeserver.upload(ben, { bytes: 2000, name: "bens.png" });
  await homeserver.sendEvent(ann, roomId, image(`mxc://${homeserver.serverName}/${bens}`));
  await homeserver.sendEvent(ann, roomId, image("mxc://elsewhere.example/theirs"));
  await deleteBehindTheBack(homeserver, gone ?? "");

  await app.open(`#/rooms/${encodeURIComponent(roomId)}`);
  await expect(page.getByText("3 files · 4 kB, 1 gone already", { exact: true })).toBeVisible();
  await expectRow(files(page), { Name: "one.png", Size: "1 kB", Owner: ann.userId });
  await expectRow(files(page), { Name: "bens.png", Size: "2 kB", Owner: ben.userId });
  await expectRow(files(page), { Name: gone ?? "", State: "Gone already" });
  await expectColumn(remote(page), "mxc URI", ["mxc://elsewhere.example/theirs"]);

  await page.getByRole("checkbox", { name: "Select one.png" }).check();
  await page.getByRole("checkbox", { name: "Select bens.png" }).check();
  await page.getByRole("button", { name: "Delete selected" }).click();
  const doomed = pickedDialog(page).getByRole("table", { name: "Files to delete" });
  await expectRow(doomed, { Name: "one.png", Owner: ann.userId });
  await expectRow(doomed, { Name: "bens.png", Owner: ben.userId });
  expect(await readFacts(pickedDialog(page))).toMatchObject({
    Room: "Files of the room Pictures, picked by hand.",
    Files: "2 files",
    Size: "3 kB",
  });
  await pickedDialog(page).getByRole("button", { name: "Delete 2 files", exact: true }).click();
  await expectResults(page, 2, 2);
  await app.open("#/history");
  await expect(page.getByText("Files of the room Pictures, picked by hand.")).toBeVisible();

  await app.open(`#/rooms/${encodeURIComponent(roomId)}`);
  await expect(page.getByText("1 file · 1 kB, 3 gone already", { exact: true })).toBeVisible();
  await expectNoRow(files(page), { Name: "bens.png" });
});

/** As somebody else would, with the app's screen none the wiser. */
async function deleteBehindTheBack({ baseUrl, admin, serverName }: Homeserver, mediaId: string): Promise<void> {
  const url = `${baseUrl}/_synapse/admin/v1/media/${serverName}/${mediaId}`;
  const headers = { Authorization: `Bearer ${admin.accessToken}` };
  expect((await fetch(url, { method: "DELETE", headers })).status).toBe(200);
}

test("all local files of a room go at once, however many owners they have", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const ann = await people.create({ name: "ann" });
  const roomId = await homeserver.createRoom(ann, { name: "Full" });
  await show(homeserver, ann, roomId, ["one.png", "two.png", "three.png"]);
  await app.open(`#/rooms/${encodeURIComponent(roomId)}`);
  await page.getByRole("button", { name: "Delete the local files" }).click();
  await pickedDialog(page).getByRole("button", { name: "Delete 3 files", exact: true }).click();
  await expectResults(page, 3, 3);
  expect(await homeserver.readMedia()).toEqual([]);
});

test("everything of a room is quarantined in one call, and shown so @synapse", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const ann = await people.create({ name: "ann" });
  const roomId = await homeserver.createRoom(ann, { name: "Bad" });
  await show(homeserver, ann, roomId, ["one.png", "two.png"]);
  await app.open(`#/rooms/${encodeURIComponent(roomId)}`);
  await page.getByRole("button", { name: "Quarantine all media of this room" }).click();
  await expect(page.getByRole("dialog")).toContainText(
    "What this room's unencrypted events show, this server hands out no more",
  );
  await expect(page.getByRole("dialog")).toContainText("their own servers go on serving them");
  await page.getByRole("dialog").getByRole("button", { name: "Quarantine all media of this room" }).click();
  await expect(
    page.getByText("Done. Synapse counted 2 quarantined files; ones from before may be counted again."),
  ).toBeVisible();
  for (const Name of ["one.png", "two.png"]) await expectRow(files(page), { Name, State: "Quarantined" });
});

test("of an encrypted room it is said that hardly anything can be seen @synapse", async ({
  page,
  app,
  people,
  homeserver,
}) => {
  const ann = await people.create();
  const avatar = await homeserver.upload(ann, { bytes: 10, name: "avatar.png" });
  const roomId = await homeserver.createRoom(ann, { name: "Sealed", avatar, isEncrypted: true });
  await app.open(`#/rooms/${encodeURIComponent(roomId)}`);
  await expect(page.getByText(/cannot read the events of an encrypted room/)).toBeVisible();
  await expectColumn(files(page), "Name", ["avatar.png"]);
});

test.describe("in a room of more files than are looked up by themselves", () => {
  test("the rest waits for the admin", async ({ page, app, people, homeserver, standin }) => {
    test.setTimeout(180_000);
    const ann = await people.withRows(
      Array.from({ length: 230 }, (_, index) => ({ upload_name: `f${String(index)}.png`, media_length: 10 })),
    );
    const roomId = await homeserver.createRoom(ann, { name: "Large" });
    for (const { media_id } of ann.rows) {
      await homeserver.sendEvent(ann, roomId, image(`mxc://${homeserver.serverName}/${media_id}`));
    }
    await app.open(`#/rooms/${encodeURIComponent(roomId)}`);
    const sum = page.getByText("200 files · 2 kB, 30 not looked up yet", { exact: true });
    // Each is a request of its own, and its preflight.
    await expect(sum).toBeVisible({ timeout: 120_000 });
    const queries = () => standin.requests.filter(({ method, path }) => method === "GET" && /\/v1\/media\//.test(path));
    expect(queries()).toHaveLength(200);
    await page.getByRole("button", { name: "Look up all 230 files" }).click();
    await expect(page.getByText("230 files · 2.3 kB", { exact: true })).toBeVisible({ timeout: 40_000 });
    expect(queries()).toHaveLength(230);
  });
});
