import { remoteRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { status } from "../helpers/console-errors";
import { lookAt, sizes } from "../helpers/look-at";

for (const [device, viewport] of Object.entries(sizes)) {
  test.describe(`on ${device}, light and dark, nobody is shut out of`, () => {
    test.use({ viewport, scenario: "small" });

    test("looking up, rooms and remote media", async ({ page, app, axe, homeserver, standin, guard }) => {
      // Each of a dozen screens is looked at twice.
      test.setTimeout(150_000);
      guard.expectErrors(status(404));
      const step = lookAt(page, axe);
      const { serverName, admin } = homeserver;
      const { store } = standin;
      await app.signIn();
      await app.open("#/lookup?media=cat.png");
      await expect(page.getByText(/This is no media ID/)).toBeVisible();
      await step("nothing to look up");
      await app.open(`#/lookup?media=mxc://${serverName}/annProtected`);
      await expect(page.getByRole("region", { name: "File" })).toBeVisible();
      await step("a file");
      await homeserver.insertRemoteMedia([remoteRow({ media_id: "theirs" })]);
      await app.open("#/lookup?media=mxc://elsewhere.example/theirs");
      await expect(page.getByRole("region", { name: "Cached copy" })).toBeVisible();
      await step("a cached copy");
      await app.open("#/lookup?media=mxc://elsewhere.example/unknown");
      await expect(page.getByText("Synapse knows no such file")).toBeVisible();
      await step("an unknown file");

      const roomId = await homeserver.createRoom(admin, { name: "Sealed", avatar: "roomFace", isEncrypted: true });
      for (const url of [store.mxc("annFresh"), store.mxc("nobodyKnows"), "mxc://elsewhere.example/theirs"]) {
        await homeserver.sendEvent(admin, roomId, { type: "m.room.message", content: { url } });
      }
      await app.open("#/rooms");
      await expect(page.getByRole("table", { name: "Rooms" })).toBeVisible();
      await step("rooms");
      await app.open("#/rooms?text=nowhere");
      await expect(page.getByText("No room matches")).toBeVisible();
      await step("no room matches");
      await app.open(`#/rooms?text=${encodeURIComponent("#lobby:elsewhere.example")}`);
      await expect(page.getByRole("button", { name: "Ask that server" })).toBeVisible();
      await step("an alias of another server");
      await app.open(`#/rooms/${encodeURIComponent(roomId)}`);
      await expect(page.getByText("Gone already")).toBeVisible();
      await expect(page.getByRole("table", { name: "Files of other servers" })).toContainText("nothing special");
      await page.getByRole("checkbox", { name: "Select today.jpg" }).check();
      await step("a room");
      await page.getByRole("button", { name: "Delete selected" }).click();
      await expect(page.getByRole("dialog").getByRole("table")).toBeVisible();
      await step("deleting files of a room");

      await app.open("#/remote");
      await page.getByRole("main").getByRole("button", { name: "Purge remote media" }).click();
      await expect(page.getByText("Choose a date", { exact: true })).toBeVisible();
      await step("remote media, without a date");
      await page.getByRole("button", { name: "1 year" }).click();
      await page.getByRole("main").getByRole("button", { name: "Purge remote media" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await step("purging remote media");
    });
  });
}
