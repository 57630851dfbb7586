import { expect, test } from "../fixtures/test";
import { closeDialog, lookAt, sizes } from "../helpers/look-at";
import { status } from "../helpers/console-errors";
import { everything, openRunOfUser } from "../helpers/history-records";
import { writeJournal } from "../helpers/journal";
import { detailsOf, mediaLink, tickBox } from "../helpers/media-screen";
import { expectSignedOut, signIn } from "../helpers/sign-in";
import { deleteReviewed, expectResults, expectReviewed, reviewLink } from "../helpers/wizard";

for (const [device, viewport] of Object.entries(sizes)) {
  test.describe(`on ${device}, light and dark, nobody is shut out of`, () => {
    test.use({ viewport, scenario: "small" });

    test("signing in and out", async ({ page, app, axe, homeserver, standin, guard }) => {
      guard.expectErrors(status(401));
      const step = lookAt(page, axe);
      await app.open();
      await expectSignedOut(page);
      await page.getByText("How to get an admin token").click();
      await step("sign-in");
      await signIn(page, { homeserver: homeserver.baseUrl, accessToken: "syt_of_nobody" });
      await expect(page.getByRole("alert")).toBeVisible();
      await step("sign-in that failed");

      await app.signIn();
      await app.open("#/users");
      await expect(page.getByRole("table")).toBeVisible();
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await step("signing out");
      await closeDialog(page);
      standin.store.revoke(homeserver.admin.accessToken);
      await page.getByRole("button", { name: "Refresh" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await step("the token is refused");
    });

    test("users and their media", async ({ page, app, axe, standin, guard }) => {
      guard.expectErrors(status(404), status(403));
      const step = lookAt(page, axe);
      await app.signIn();
      await app.open("#/users");
      await expect(page.getByRole("table")).toBeVisible();
      await step("users");
      await page.getByRole("textbox", { name: "Uploaded until" }).click();
      await step("the calendar");
      await app.open("#/users?text=nobody");
      await expect(page.getByText("No user matches")).toBeVisible();
      await step("no user matches");
      await app.open(mediaLink(standin.store.userId("ben"), "?sort=last_access_ts"));
      await tickBox(page, "bad.jpg").check();
      await step("user media");
      await page.getByRole("button", { name: "Details of bad.jpg" }).click();
      await expect(detailsOf(page, "bad.jpg")).toBeVisible();
      await step("details");
      await page.keyboard.press("Escape");
      await expect(detailsOf(page, "bad.jpg")).toHaveCount(0);
      await tickBox(page, "room.jpg").check();
      await page.getByRole("button", { name: "Delete selected" }).click();
      await expect(page.getByRole("dialog").getByRole("button", { name: "Delete 2 files" })).toBeEnabled();
      await step("deleting ticked files");
      await closeDialog(page);
      await app.open(mediaLink(standin.store.userId("ben"), "?type=image&maxBytes=10000000&rows=all"));
      await page.getByRole("button", { name: /^Filters/ }).click();
      await page.getByRole("textbox", { name: "Size from" }).fill("very big");
      await page.getByRole("textbox", { name: "Size from" }).press("Tab");
      await expect(page.getByText(/^Write a size such as/)).toBeVisible();
      await step("filters of a user's media");
      await page.getByRole("searchbox", { name: "Name contains" }).fill("nobody");
      await expect(page.getByText("No file matches")).toBeVisible();
      await step("no file matches");
      const { media } = standin.store;
      const like = media.get("annOldHoliday");
      for (let more = 1; more <= 30; more += 1) {
        if (like !== undefined) media.put({ ...like, media_id: `more-${String(more)}` });
      }
      await app.open(mediaLink(standin.store.userId("ann"), "?rows=25"));
      await page.getByRole("checkbox", { name: "Select all on this page" }).check();
      await expect(page.getByRole("button", { name: /^Select all/ })).toBeVisible();
      await step("a page that is ticked whole");
      const list = { method: "GET", path: /\/media\?/ };
      standin.faults.arm({ ...list, fault: { kind: "hang" } });
      await app.open(mediaLink(standin.store.userId("ann"), "?rows=all"));
      await expect(page.getByRole("progressbar", { name: "Reading" })).toBeAttached();
      await step("reading a whole list");
      await app.open(mediaLink("@nobody:standin.example"));
      await expect(page.getByText("Synapse does not know this user")).toBeVisible();
      await step("an unknown user");
      standin.faults.arm({ path: /\/media\?/, fault: { kind: "forbidden" } });
      await app.open(mediaLink(standin.store.userId("ann")));
      await expect(page.getByRole("alert")).toBeVisible();
      await step("a list that cannot be read");
      await app.open("#/nowhere");
      await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
      await step("page not found");
    });

    test("selecting users", async ({ page, app, axe }) => {
      const step = lookAt(page, axe);
      await app.signIn();
      await app.open("#/users");
      await page.getByRole("button", { name: "Select deactivated users" }).click();
      await expect(page.getByText("1 deactivated user selected")).toBeVisible();
      await step("users, one of them selected");
      await page.getByRole("button", { name: "Delete all their files" }).click();
      await expectReviewed(page);
      await step("review of several users");
      await app.open("#/users/delete");
      await page.reload();
      await expect(page.getByText("This address names no users")).toBeVisible();
      await step("no users named");
    });

    test("looking at files", async ({ page, app, axe, standin, guard }) => {
      guard.expectErrors(status(404), status(500));
      const step = lookAt(page, axe);
      await app.signIn();
      await app.open(mediaLink(standin.store.userId("ann")));
      await page.getByRole("button", { name: "Show pictures on this page" }).click();
      await expect(page.getByRole("dialog", { name: "Looking counts as use" })).toBeVisible();
      await step("what looking does");
      standin.faults.arm({ path: /thumbnail/, fault: { kind: "internal-error" } });
      await page.getByRole("button", { name: "Go on" }).click();
      await expect(page.getByRole("button", { name: /^Enlarge/ })).toHaveCount(5);
      await expect(page.getByText("Synapse reports an error of its own")).toBeVisible();
      await step("pictures in the list");
      await page.getByRole("button", { name: "Details of today.jpg" }).click();
      const details = detailsOf(page, "today.jpg");
      await details.getByRole("button", { name: "Show today.jpg" }).click();
      await expect(details.getByRole("button", { name: "Enlarge today.jpg" })).toBeVisible();
      await step("a picture in the details");
      await details.getByRole("button", { name: "Enlarge today.jpg" }).click();
      await expect(page.getByText("The whole file is shown.")).toBeVisible();
      await step("a picture that fills the window");
      await page.getByRole("button", { name: "Close the picture" }).click();
      await app.open(mediaLink(standin.store.userId("ben")));
      await page.getByRole("button", { name: "Details of bad.jpg" }).click();
      await page.getByRole("button", { name: "Show it all the same" }).click();
      await expect(page.getByRole("dialog", { name: "Show a quarantined file" })).toBeVisible();
      await step("showing a quarantined file");
    });

    test("what a user stores", async ({ page, app, axe, standin }) => {
      const step = lookAt(page, axe);
      await app.signIn();
      await app.open(mediaLink(standin.store.userId("ben")));
      await page.getByRole("button", { name: "What they store" }).click();
      await expect(page.getByRole("table", { name: "By type" })).toBeVisible();
      await step("what a user stores");
    });

    test("a clean-up", async ({ page, app, axe, standin }) => {
      const step = lookAt(page, axe);
      await app.signIn();
      await app.open("#/cleanup");
      await page.getByRole("button", { name: "Preview" }).click();
      await expect(page.getByText("Choose a date", { exact: true })).toBeVisible();
      await step("the rule, with what is wrong");
      await page.getByRole("textbox", { name: "Last used before" }).fill("1 Jan 2026");
      await page.getByRole("textbox", { name: "Last used before" }).press("Tab");
      await step("the rule");
      await app.open(reviewLink({ beforeMs: Date.UTC(2026, 0, 1) }));
      await expectReviewed(page);
      await step("review");
      await page.getByRole("radio", { name: /^Exactly this list/ }).check();
      await step("review of exactly this list");
      const button = page.getByRole("button", { name: /^Delete \d+ files$/ });
      await button.click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await step("confirm");
      standin.faults.arm({ method: "DELETE", path: /\/media\//, fault: { kind: "hang" }, times: Infinity });
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /^Delete/ })
        .click();
      await expect(page.getByRole("heading", { name: "Deleting" })).toBeVisible();
      await step("deleting");
    });

    test("further conditions of a rule", async ({ page, app, axe }) => {
      const step = lookAt(page, axe);
      await app.signIn();
      await app.open("#/cleanup?type=pictures");
      await expect(page.getByRole("alert")).toBeVisible();
      await page.getByRole("button", { name: "More conditions" }).click();
      await page.getByRole("textbox", { name: "Uploaded from" }).fill("whenever");
      await page.getByRole("textbox", { name: "Only files of" }).fill("ann:nowhere");
      await page.getByRole("switch", { name: "Only files never opened" }).press("Space");
      await page.getByRole("button", { name: "Preview" }).click();
      await expect(page.getByText(/^“ann:nowhere” is no user ID/)).toBeVisible();
      await step("a link that cannot be read, and conditions that make no sense");
    });

    test("the history", async ({ page, app, axe, homeserver }) => {
      const step = lookAt(page, axe);
      await app.signIn();
      await app.open("#/history");
      await expect(page.getByText("Nothing is recorded yet")).toBeVisible();
      await step("no history");
      await app.signIn();
      await writeJournal(page, everything(homeserver));
      await app.open("#/history");
      await expect(page.getByRole("table")).toBeVisible();
      await step("history");
      await app.open("#/history?text=nobody");
      await expect(page.getByText("No entry matches")).toBeVisible();
      await step("no entry matches");
      await app.open("#/history/ended");
      await page.getByRole("button", { name: "Delete this entry" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await step("deleting an entry");
      await closeDialog(page);
      await step("receipt");
      await app.open("#/history/open");
      await page.getByRole("button", { name: "Close with a receipt" }).waitFor();
      await step("interrupted run");
      await writeJournal(page, openRunOfUser(homeserver, "@ann:example.org", "one"));
      await app.open("#/history/wipe");
      await page.getByRole("button", { name: "Resume" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await step("going on with everything a user has");
      await closeDialog(page);
      await app.open("#/history/quarantine");
      await expect(page.getByRole("heading", { name: "Quarantine" })).toBeVisible();
      await step("action");
      await app.open("#/history/odd");
      await expect(page.getByText("This entry cannot be read")).toBeVisible();
      await step("unreadable entry");
    });

    test("results", async ({ page, app, axe, standin, guard }) => {
      guard.expectErrors(status(404));
      const { media } = standin.store;
      for (const id of ["stuck-one", "gone-one"]) {
        const like = media.get("annOldHoliday");
        if (like !== undefined) media.put({ ...like, media_id: id, upload_name: id });
      }
      await app.signIn();
      await app.open(`#/users/${encodeURIComponent(standin.store.userId("ann"))}/delete`);
      await expectReviewed(page);
      await deleteReviewed(page, 7);
      await expectResults(page, 5, 7);
      await expect(page.getByRole("table")).toHaveCount(4);
      await lookAt(page, axe)("results");
    });
  });
}
