import { deleteMediaByRule } from "../../src/api/media";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { actionCard, askAbout, confirmAct, tray } from "../helpers/act";
import { status } from "../helpers/console-errors";
import { mediaLink, mediaTable, tickBox } from "../helpers/media-screen";
import { expectRow } from "../helpers/table";

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

test(
  "what is protected stays when Synapse deletes by date, until the protection is removed",
  {
    tag: "@synapse",
  },
  async ({ page, app, api, homeserver, people }) => {
    const { serverName } = homeserver;
    const ann = await people.withRows([{ upload_name: "evidence.png" }, { upload_name: "holiday.png" }]);
    const names = async () => (await homeserver.readMedia()).map(({ upload_name }) => upload_name);
    const rule = { beforeMs: Date.now() - DAY_MS, largerThanBytes: 0, keepAvatars: true };
    const deleteByDate = () => deleteMediaByRule(api, { ...rule, legacyServerName: null });
    await app.open(mediaLink(ann.userId));

    const dialog = await askAbout(page, ["evidence.png"], "Protect");
    await expect(dialog).toContainText("Synapse's deletion by date and size and its retention job keep these files");
    await expect(dialog).toContainText("It does not keep them from a deletion by ID");
    await confirmAct(page, "Protect 1 file", "Done.");
    await expectRow(mediaTable(page), { Name: "evidence.png", State: "Protected" });
    await expect(tray(page)).toContainText("No files selected");
    await deleteByDate();
    expect(await names()).toEqual(["evidence.png"]);

    await actionCard(page).getByRole("link", { name: "See what was done to each" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Protect" })).toBeVisible();
    const mxc = `mxc://${serverName}/${ann.rows[0]?.media_id ?? ""}`;
    await expectRow(page.getByRole("table", { name: "Done to" }), { On: mxc, Result: "Done" });

    await app.open(mediaLink(ann.userId));
    await askAbout(page, ["evidence.png"], "Remove protection");
    await confirmAct(page, "Remove the protection of 1 file", "Done.");
    await expectRow(mediaTable(page), { Name: "evidence.png", State: /nothing special/ });
    await deleteByDate();
    expect(await names()).toEqual([]);
  },
);

test("a file that is gone meanwhile is named as failed", async ({ page, app, people, standin, guard }) => {
  guard.expectErrors(status(404));
  const ann = await people.withRows([{ upload_name: "one.png" }, { upload_name: "two.png" }]);
  await app.open(mediaLink(ann.userId));
  await askAbout(page, ["one.png", "two.png"], "Protect");
  standin.store.media.delete(ann.rows[1]?.media_id ?? "");
  await confirmAct(page, "Protect 2 files", "Done to 1 of 2: 1 failed.");
  await actionCard(page).getByRole("link").click();
  await expectRow(page.getByRole("table", { name: "Done to" }), {
    On: /two|mxc/,
    Result: "Failed: The homeserver does not know it (No row found (local_media_repository))",
  });
});

test("on a phone the same stands in a menu", async ({ page, app, people }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const ann = await people.withRows([{ upload_name: "one.png" }]);
  await app.open(mediaLink(ann.userId));
  await tickBox(page, "one.png").check();
  await tray(page).getByRole("button", { name: "More actions" }).click();
  await expect(page.getByRole("menuitem")).toHaveText([
    "Protect",
    "Remove protection",
    "Quarantine",
    "Lift quarantine",
    "Download",
  ]);
  await page.getByRole("menuitem", { name: "Protect", exact: true }).press("Enter");
  await confirmAct(page, "Protect 1 file", "Done.");
});

test("while an action is under way another one has to wait, and says so", async ({ page, app, people, standin }) => {
  const ann = await people.withRows([{ upload_name: "one.png" }, { upload_name: "two.png" }]);
  standin.faults.arm({ method: "POST", path: /\/protect\//, fault: { kind: "hang" } });
  await app.open(mediaLink(ann.userId));
  await askAbout(page, ["one.png"], "Protect");
  await page.getByRole("dialog").getByRole("button", { name: "Protect 1 file" }).click();
  await expect(actionCard(page)).toContainText("Protecting 0 of 1 file");
  const dialog = await askAbout(page, ["two.png"], "Quarantine");
  const button = dialog.getByRole("button", { name: "Quarantine 1 file" });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(/^Another action is under way/);
});
