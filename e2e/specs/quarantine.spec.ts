import { newMediaId, remoteRow, uniqueWord } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { actionCard, askAbout, confirmAct } from "../helpers/act";
import { status } from "../helpers/console-errors";
import { mediaLink, mediaTable } from "../helpers/media-screen";
import { expectRow } from "../helpers/table";

test.beforeEach(async ({ app }) => {
  await app.signIn();
});

test(
  "quarantine goes by content, which is said before, and reaches the same file of somebody else",
  {
    tag: "@synapse",
  },
  async ({ page, app, homeserver, people }) => {
    const [ann, ben] = [await people.create({ name: "ann" }), await people.create({ name: "ben" })];
    const bytes = new TextEncoder().encode(`the same content ${uniqueWord()}`);
    await homeserver.upload(ann, { bytes, name: "ann.png", type: "image/png" });
    await homeserver.upload(ben, { bytes, name: "ben.png", type: "image/png" });
    await homeserver.upload(ben, { bytes: 50, name: "other.png", type: "image/png" });

    await app.open(mediaLink(ann.userId));
    const dialog = await askAbout(page, ["ann.png"], "Quarantine");
    await expect(dialog).toContainText(
      "This server hands these files out no more, neither to users nor to other servers.",
    );
    await expect(dialog).toContainText("no space is freed");
    await expect(dialog).toContainText(
      "every other unprotected file with the same hash is quarantined as well, also of other users",
    );
    await confirmAct(page, "Quarantine 1 file", "Done. 1 file is quarantined now.");
    await expectRow(mediaTable(page), { Name: "ann.png", State: "Quarantined" });

    await app.open(mediaLink(ben.userId));
    await expectRow(mediaTable(page), { Name: "ben.png", State: "Quarantined" });
    await expectRow(mediaTable(page), { Name: "other.png", State: /nothing special/ });

    const lifting = await askAbout(page, ["ben.png"], "Lift quarantine");
    await expect(lifting).toContainText("every other file with the same hash is released as well");
    await confirmAct(page, "Lift the quarantine of 1 file", "Done. 1 file is not quarantined any more.");
    await app.open(mediaLink(ann.userId));
    await expectRow(mediaTable(page), { Name: "ann.png", State: /nothing special/ });
  },
);

test(
  "protected files are counted before, and named as left out after",
  { tag: "@synapse" },
  async ({ page, app, people }) => {
    const ann = await people.withRows([
      { upload_name: "pinned.png", safe_from_quarantine: true },
      { upload_name: "bad.png" },
    ]);
    await app.open(mediaLink(ann.userId));
    const dialog = await askAbout(page, ["pinned.png", "bad.png"], "Quarantine");
    await expect(dialog).toContainText("1 of them is protected: Synapse leaves it out and says nothing of it.");
    await expect(dialog).toContainText("2 of them have no hash");
    await confirmAct(page, "Quarantine 2 files", "Done to 1 of 2: 1 failed. 1 file is quarantined now.");
    await expectRow(mediaTable(page), { Name: "pinned.png", State: "Protected" });
    await actionCard(page).getByRole("link").click();
    const table = page.getByRole("table", { name: "Done to" });
    await expectRow(table, { Result: "Failed: It is protected, and Synapse leaves protected files out" });
    await expectRow(table, { Result: "Done" });
  },
);

test("where it cannot be checked what a quarantine did, that is not called a failure", async ({
  page,
  app,
  people,
  standin,
  guard,
}) => {
  guard.expectErrors(status(403));
  const ann = await people.withRows([{ upload_name: "bad.png" }]);
  await app.open(mediaLink(ann.userId));
  await askAbout(page, ["bad.png"], "Quarantine");
  standin.faults.arm({ method: "GET", path: /\/v1\/media\//, fault: { kind: "forbidden" } });
  const unknown = "Unknown: Synapse took the request, and what it did could not be checked";
  await confirmAct(page, "Quarantine 1 file", unknown);
  await expectRow(mediaTable(page), { Name: "bad.png", State: "Quarantined" });
  await actionCard(page).getByRole("link").click();
  await expectRow(page.getByRole("table", { name: "Done to" }), { Result: `${unknown} (You are not a server admin)` });
});

test("where all are protected the button says why it does nothing", async ({ page, app, people }) => {
  const ann = await people.withRows([{ upload_name: "pinned.png", safe_from_quarantine: true }]);
  await app.open(mediaLink(ann.userId));
  const dialog = await askAbout(page, ["pinned.png"], "Quarantine");
  const button = dialog.getByRole("button", { name: "Quarantine 1 file" });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription("Synapse leaves protected files out. Remove the protection first.");
});

test(
  "the changes that Synapse keeps are listed, the latest first",
  { tag: "@synapse" },
  async ({ page, app, homeserver, people }) => {
    const ann = await people.withRows([{ upload_name: "one.png" }, { upload_name: "two.png" }]);
    const mxc = (index: number) => `mxc://${homeserver.serverName}/${ann.rows[index]?.media_id ?? ""}`;
    await app.open(mediaLink(ann.userId));
    await askAbout(page, ["one.png"], "Quarantine");
    await confirmAct(page, "Quarantine 1 file", /^Done/);
    await askAbout(page, ["two.png"], "Quarantine");
    await confirmAct(page, "Quarantine 1 file", /^Done/);
    await askAbout(page, ["one.png"], "Lift quarantine");
    await confirmAct(page, "Lift the quarantine of 1 file", /^Done/);

    await app.open("#/history");
    await page.getByRole("link", { name: "Quarantine changes" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Quarantine changes" })).toBeFocused();
    await expect(page.getByText("Synapse tells neither when nor by whom.")).toBeVisible();
    const table = page.getByRole("table", { name: "Quarantine changes" });
    await expectRow(table, { Change: "Quarantined", File: mxc(1) });
    const ours = table.getByRole("row").filter({ hasText: new RegExp(`${mxc(0)}|${mxc(1)}`) });
    await expect(ours).toContainText(["Released", "Quarantined", "Quarantined"]);
  },
);

test("all pages of the changes are read", async ({ page, app, standin }) => {
  for (let index = 0; index < 250; index += 1) {
    const media_id = `changed${String(index)}`;
    standin.store.quarantineChanges.push({ origin: "elsewhere.example", media_id, quarantined: index % 2 === 0 });
  }
  await app.open("#/quarantine");
  await expect(page.getByText("250 changes", { exact: true })).toBeVisible();
  const table = page.getByRole("table", { name: "Quarantine changes" });
  await expect(table.getByRole("row")).toHaveCount(251);
  await expectRow(table, { "No.": "250", Change: "Released", File: "mxc://elsewhere.example/changed249" });
  await expectRow(table, { "No.": "1", Change: "Quarantined", File: "mxc://elsewhere.example/changed0" });
});

test("a server without changes says so", async ({ page, app }) => {
  await app.open("#/quarantine");
  await expect(page.getByText("Nothing was quarantined or released on this server.")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
});

test("the details of a file offer what its state allows, and follow it", async ({ page, app, people }) => {
  const ann = await people.withRows([{ upload_name: "one.png" }]);
  await app.open(mediaLink(ann.userId));
  await page.getByRole("button", { name: "Details of one.png" }).click();
  const details = page.getByRole("region", { name: "Details of one.png" });
  await details.getByRole("button", { name: "Quarantine", exact: true }).click();
  await confirmAct(page, "Quarantine 1 file", "Done. 1 file is quarantined now.");
  await details.getByRole("button", { name: "Lift quarantine" }).click();
  await confirmAct(page, "Lift the quarantine of 1 file", "Done. 1 file is not quarantined any more.");
  await details.getByRole("button", { name: "Protect", exact: true }).click();
  await confirmAct(page, "Protect 1 file", "Done.");
  await expect(details.getByRole("button", { name: "Remove protection" })).toBeVisible();
  await expect(details.getByRole("definition").filter({ hasText: /^Protected$/ })).toBeVisible();
});

test(
  "of another server's file only the copy here is quarantined, which is said before",
  { tag: "@synapse" },
  async ({ page, app, homeserver }) => {
    test.skip(!homeserver.abilities.rows, "The database of this server is out of reach.");
    const row = remoteRow({ media_id: newMediaId(), upload_name: "theirs.png" });
    await homeserver.insertRemoteMedia([row]);
    await app.open(`#/lookup?media=${encodeURIComponent(`mxc://${row.media_origin}/${row.media_id}`)}`);
    const copy = page.getByRole("region", { name: "Cached copy" });
    await copy.getByRole("button", { name: "Quarantine", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText(
      "1 of them is of another server. That server and others go on serving it; only this one stops.",
    );
    await confirmAct(page, "Quarantine 1 file", "Done. 1 file is quarantined now.");
    await expect(copy).toContainText(homeserver.admin.userId);
  },
);

test(
  "everything of a user is quarantined in one call, protected files aside",
  { tag: "@synapse" },
  async ({ page, app, homeserver, people }) => {
    const spam = await people.withRows([{}, {}, { safe_from_quarantine: true }, { upload_name: "last.png" }]);
    const other = await people.withRows([{}]);
    await app.open(mediaLink(spam.userId));
    await page.getByRole("button", { name: "Quarantine all their media" }).click();
    const dialog = page.getByRole("dialog", { name: `Quarantine all media of ${spam.userId}?` });
    await expect(dialog).toContainText("What this user has uploaded, this server hands out no more");
    await expect(dialog).toContainText("Copies handed out before stay: other servers keep theirs");
    await expect(dialog).toContainText("no space is freed. Protected files are left out.");
    await expect(dialog).toContainText("What this user uploads later is not quarantined");
    await confirmAct(
      page,
      "Quarantine all their media",
      "Done. Synapse counted 3 quarantined files; ones from before may be counted again.",
    );
    await expectRow(mediaTable(page), { Name: "last.png", State: "Quarantined" });
    const quarantined = (await homeserver.readMedia()).filter(({ quarantined_by }) => quarantined_by !== null);
    expect(quarantined).toHaveLength(3);
    expect(quarantined.map(({ media_id }) => media_id)).not.toContain(other.rows[0]?.media_id);
    await app.open("#/history");
    await expect(page.getByText(`Quarantine everything of a user: ${spam.userId}`)).toBeVisible();
  },
);
