import { expect } from "@playwright/test";

import { test } from "../fixtures/test";
import { askedFor, goOn } from "../helpers/looking";
import { detailsOf, mediaLink } from "../helpers/media-screen";

test.use({ scenario: "small", standinOptions: { version: "1.77.0" } });

test("an older Synapse hands content out without a token, and quarantined files to nobody", async ({
  page,
  app,
  standin,
}) => {
  const tokens: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/_matrix/media/")) tokens.push(request.headers()["authorization"]);
  });
  await app.signIn();
  await app.open(mediaLink(standin.store.userId("ann")));
  await page.getByRole("button", { name: "Show today.jpg" }).click();
  await goOn(page);
  await expect(page.getByRole("button", { name: "Enlarge today.jpg" })).toBeVisible();
  expect(askedFor(standin)).toEqual(["thumbnail annFresh"]);
  expect(tokens).toEqual([undefined]);

  await app.open(mediaLink(standin.store.userId("ben")));
  await page.getByRole("button", { name: "Details of bad.jpg" }).click();
  for (const name of ["Show it all the same", "Download it all the same"]) {
    const past = detailsOf(page, "bad.jpg").getByRole("button", { name });
    await expect(past).toBeDisabled();
    await expect(past).toHaveAccessibleDescription(
      "Synapse hands quarantined files to an admin since version 1.145; this homeserver runs 1.77.0.",
    );
  }
});
