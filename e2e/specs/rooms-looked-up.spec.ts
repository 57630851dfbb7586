import type { Page } from "@playwright/test";

import { remoteRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { actionCard, askAbout, confirmAct, tray } from "../helpers/act";
import { status } from "../helpers/console-errors";
import { goOn } from "../helpers/looking";
import { mediaLink, pickedDialog, tickBox } from "../helpers/media-screen";
import { expectRow } from "../helpers/table";
import type { Homeserver, Person } from "../target/homeserver";
import { pictureOf } from "../standin/bytes";
import type { Standin } from "../standin/handle";

const files = (page: Page) => page.getByRole("table", { name: "Files of this server" });

const link = (roomId: string) => `#/rooms/${encodeURIComponent(roomId)}`;

/** A room whose events name these files of this server, the last one first. */
async function roomOf(
  { homeserver, standin }: { readonly homeserver: Homeserver; readonly standin: Standin },
  owner: Person,
  mediaIds: readonly string[],
): Promise<string> {
  const roomId = await homeserver.createRoom(owner, { name: "Pictures" });
  const urls = mediaIds.map((mediaId) => `mxc://${homeserver.serverName}/${mediaId}`);
  standin.store.mediaEvents.push({ room_id: roomId, urls });
  return roomId;
}

const named = (...names: readonly string[]) =>
  names.map((name) => ({ media_id: `of${name}`, upload_name: `${name}.png` }));
const idsOf = ({ rows }: { readonly rows: readonly { readonly media_id: string }[] }) =>
  rows.map(({ media_id }) => media_id);

/** How often Synapse was asked what the room's events name, and for one file. */
const asked = ({ requests }: Standin, path: RegExp) =>
  requests.filter(({ method, path: sent }) => method === "GET" && path.test(sent)).length;
const LIST = /\/v1\/room\/[^/]+\/media$/;
const ONE = /\/v1\/media\/[^/]+\/[^/]+$/;

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

test("that none of the files exists is said only where all were looked up", async ({
  page,
  app,
  people,
  homeserver,
  standin,
  guard,
}) => {
  test.setTimeout(120_000);
  guard.expectErrors(status(404));
  const ann = await people.withRows(named("last"));
  const gone = Array.from({ length: 200 }, (_, index) => `gone${String(index)}`);
  const roomId = await roomOf({ homeserver, standin }, ann, [...idsOf(ann), ...gone]);
  await app.open(link(roomId));
  const deleteAll = page.getByRole("button", { name: "Delete the local files" });
  await expect(deleteAll).toHaveAccessibleDescription(
    "None of the 200 files looked up so far exists any more. 1 file is not looked up yet.",
    { timeout: 60_000 },
  );
  await expect(deleteAll).toBeDisabled();
  await page.getByRole("button", { name: "Look up all 201 files" }).click();
  await expect(deleteAll).toBeEnabled();
  await expectRow(files(page), { Name: "last.png" });
});

test("files that could not be looked up are named where the others are deleted, and can be looked up again", async ({
  page,
  app,
  people,
  homeserver,
  standin,
  guard,
}) => {
  guard.expectErrors(status(403));
  const ann = await people.withRows(named("one", "two", "three"));
  const roomId = await roomOf({ homeserver, standin }, ann, idsOf(ann));
  const fault = standin.faults.arm({ path: /\/oftwo$/, fault: { kind: "forbidden" }, times: Infinity });
  await app.open(link(roomId));
  await expect(page.getByText("2 files · 2 kB, 1 could not be looked up", { exact: true })).toBeVisible();
  await page.getByRole("checkbox", { name: "Select all found" }).check();
  await expect(tray(page)).toContainText("2 files selected");
  await page.getByRole("button", { name: "Delete the 2 files found" }).click();
  await expect(pickedDialog(page)).toContainText(
    "Of the files that this room's events name, 1 file could not be looked up. It stays, if it exists.",
  );
  await pickedDialog(page).getByRole("button", { name: "Cancel" }).click();

  fault.disarm();
  await page.getByRole("button", { name: "Look up 1 file again" }).click();
  await expect(page.getByText("3 files · 3 kB", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Delete the local files" }).click();
  await expect(pickedDialog(page).getByRole("button", { name: "Delete 3 files", exact: true })).toBeVisible();
  await expect(pickedDialog(page)).not.toContainText("could not be looked up");
});

test("after an action only what it was done to is looked up again, and nothing is lost", async ({
  page,
  app,
  people,
  homeserver,
  standin,
}) => {
  const ann = await people.withRows(named("one", "two", "three"));
  const roomId = await roomOf({ homeserver, standin }, ann, idsOf(ann));
  await app.open(link(roomId));
  await expect(page.getByText("3 files · 3 kB", { exact: true })).toBeVisible();
  expect([asked(standin, LIST), asked(standin, ONE)]).toEqual([1, 3]);
  standin.faults.arm({ method: "POST", path: /\/protect\//, fault: { kind: "slow", ms: 1500 } });
  await askAbout(page, ["one.png"], "Protect");
  await page.getByRole("dialog").getByRole("button", { name: "Protect 1 file", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await tickBox(page, "two.png").check();
  await page.getByRole("button", { name: "Delete the local files" }).click();
  await expect(actionCard(page)).toContainText("Done");
  await expect(pickedDialog(page)).toBeVisible();
  await pickedDialog(page).getByRole("button", { name: "Cancel" }).click();
  await expectRow(files(page), { Name: "one.png", State: "Protected" });
  await expect(tickBox(page, "two.png")).toBeChecked();
  expect([asked(standin, LIST), asked(standin, ONE)]).toEqual([1, 4]);
});

test("after everything of the room was quarantined, all of it is looked up again", async ({
  page,
  app,
  people,
  homeserver,
  standin,
}) => {
  const ann = await people.withRows(named("one", "two"));
  const roomId = await roomOf({ homeserver, standin }, ann, idsOf(ann));
  await app.open(link(roomId));
  await tickBox(page, "one.png").check();
  await page.getByRole("button", { name: "Quarantine all media of this room" }).click();
  await confirmAct(page, "Quarantine all media of this room", /2 quarantined files/);
  for (const Name of ["one.png", "two.png"]) await expectRow(files(page), { Name, State: "Quarantined" });
  await expect(tickBox(page, "one.png")).toBeChecked();
  expect([asked(standin, LIST), asked(standin, ONE)]).toEqual([1, 4]);
});

test("read anew by hand, everything is looked up anew, and what is ticked stays so", async ({
  page,
  app,
  people,
  homeserver,
  standin,
}) => {
  const ann = await people.withRows(named("one", "two"));
  const roomId = await roomOf({ homeserver, standin }, ann, idsOf(ann));
  await app.open(link(roomId));
  await tickBox(page, "one.png").check();
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => [asked(standin, LIST), asked(standin, ONE)]).toEqual([2, 4]);
  await expect(tickBox(page, "one.png")).toBeChecked();
});

test("of other servers' files it is told which have a copy here, and the rest is dead", async ({
  page,
  app,
  people,
  homeserver,
  standin,
  guard,
}) => {
  guard.expectErrors(status(404));
  const ann = await people.create();
  const copy = remoteRow({ quarantined_by: ann.userId, media_length: 4000 });
  await homeserver.insertRemoteMedia([copy]);
  const roomId = await homeserver.createRoom(ann, { name: "Theirs" });
  const mxc = `mxc://${copy.media_origin}/${copy.media_id}`;
  standin.store.mediaEvents.push({ room_id: roomId, urls: [mxc, "mxc://elsewhere.example/never"] });
  await app.open(link(roomId));
  const table = page.getByRole("table", { name: "Files of other servers" });
  await expectRow(table, { "mxc URI": mxc, Size: "4 kB", State: "Quarantined" });
  await expectRow(table, { "mxc URI": "mxc://elsewhere.example/never", State: "No copy here" });
  await expect(page.getByText("1 file · 4 kB, 1 without a copy here", { exact: true })).toBeVisible();
  await table.getByRole("link", { name: mxc }).click();
  await expect(page.getByRole("region", { name: "Cached copy" })).toContainText(mxc);
});

test("a room's list keeps when a file was last used before this page looked at it", async ({
  page,
  app,
  people,
  homeserver,
  standin,
}) => {
  const ann = await people.create();
  const bytes = pictureOf(ann.userId);
  const cat = await homeserver.upload(ann, { bytes, name: "cat.png", type: "image/png" });
  const roomId = await roomOf({ homeserver, standin }, ann, [cat]);
  await app.open(mediaLink(ann.userId));
  await page.getByRole("button", { name: "Show cat.png", exact: true }).click();
  await goOn(page);
  await expect(page.getByRole("button", { name: "Enlarge cat.png", exact: true })).toBeVisible();
  await app.open(link(roomId));
  await expectRow(files(page), { Name: "cat.png", "Last used": "Never openedLooked at by you since" });
});
