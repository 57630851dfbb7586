import { expect, test } from "../fixtures/test";
import { expectColumn } from "../helpers/table";

test.use({ standinOptions: { version: "1.139.0" } });

test("before 1.140 only the IDs of a room's files are known, and it is said why", async ({
  page,
  app,
  people,
  homeserver,
  standin,
}) => {
  const ann = await people.create();
  const avatar = await homeserver.upload(ann, { bytes: 10 });
  const roomId = await homeserver.createRoom(ann, { name: "Old", avatar });
  await app.signIn();
  await app.open(`#/rooms/${encodeURIComponent(roomId)}`);
  await expect(page.getByText(/since version 1.140, and this is 1.139.0/)).toBeVisible();
  const mxc = `mxc://${homeserver.serverName}/${avatar}`;
  await expectColumn(page.getByRole("table", { name: "Files of this server" }), "mxc URI", [mxc]);
  expect(standin.requests.filter(({ path }) => /\/v1\/media\//.test(path))).toEqual([]);
  await page.getByRole("link", { name: mxc }).click();
  await expect(page.getByRole("button", { name: "Search every user's list" })).toBeVisible();
});
