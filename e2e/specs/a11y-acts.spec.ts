import { expect, test } from "../fixtures/test";
import { closeDialog, lookAt, sizes } from "../helpers/look-at";
import { mediaLink, tickBox } from "../helpers/media-screen";

for (const [device, viewport] of Object.entries(sizes)) {
  test.describe(`on ${device}, light and dark, nobody is shut out of`, () => {
    test.use({ viewport, scenario: "small" });

    test("what is done to files besides deleting", async ({ page, app, axe, standin, people }) => {
      const step = lookAt(page, axe);
      await app.signIn();
      const ann = await people.withRows([
        { upload_name: "one.png" },
        { upload_name: "two.png", quarantined_by: "system" },
      ]);
      await app.open(mediaLink(ann.userId));
      for (const name of ["one.png", "two.png"]) await tickBox(page, name).check();
      await step("ticked files");
      const choose = async (name: string) => {
        const menu = page.getByRole("button", { name: "More actions" });
        if (await menu.isVisible()) {
          await menu.click();
          await page.getByRole("menuitem", { name, exact: true }).click();
        } else await page.getByRole("button", { name, exact: true }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
      };
      await choose("Download");
      await step("downloading");
      await closeDialog(page);
      await choose("Quarantine");
      await step("quarantining");
      standin.faults.arm({ method: "POST", path: /quarantine/, fault: { kind: "hang" } });
      await page.getByRole("dialog").getByRole("button", { name: "Quarantine 2 files" }).click();
      await expect(page.getByRole("progressbar")).toBeVisible();
      await step("an action under way");
      standin.store.quarantineChanges.push({ origin: "elsewhere.example", media_id: "abc", quarantined: true });
      await app.open("#/quarantine");
      await expect(page.getByRole("table")).toBeVisible();
      await step("changes of quarantine");
    });
  });
}
