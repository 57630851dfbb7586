import { expect, test } from "../fixtures/test";
import { actionCard, askAbout, confirmAct } from "../helpers/act";
import { mediaLink, mediaTable } from "../helpers/media-screen";
import { expectRow } from "../helpers/table";

test.use({ standinOptions: { version: "1.127.1" } });

test("before 1.128 files are quarantined alone, and before 1.140 the list is what counts", async ({
  page,
  app,
  people,
}) => {
  const ann = await people.withRows([
    { upload_name: "pinned.png", safe_from_quarantine: true },
    { upload_name: "bad.png" },
  ]);
  await app.signIn();
  await app.open(mediaLink(ann.userId));
  const dialog = await askAbout(page, ["pinned.png", "bad.png"], "Quarantine");
  await expect(dialog).toContainText("before version 1.128 Synapse quarantines single files");
  await expect(dialog).not.toContainText("hash");
  await confirmAct(
    page,
    "Quarantine 2 files",
    "Asked. Synapse took 2 requests. It does so for protected and unknown files too: their state in the list is what counts.",
  );
  await expectRow(mediaTable(page), { Name: "bad.png", State: "Quarantined" });
  await expectRow(mediaTable(page), { Name: "pinned.png", State: "Protected" });
  await actionCard(page).getByRole("link").click();
  const results = page.getByRole("table", { name: "Done to" }).getByRole("cell", { name: "Synapse took the request" });
  await expect(results).toHaveCount(2);
});

test("before 1.152 there is no list of changes, and the screen says so", async ({ page, app }) => {
  await app.signIn();
  await app.open("#/quarantine");
  await expect(page.getByText("It needs Synapse 1.152 or newer; this server runs 1.127.1.")).toBeVisible();
});
