import { deleteReviewed, expectResults, expectReviewed, reviewLink } from "../helpers/wizard";
import { DAY_MS } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";

test.use({ standinOptions: { version: "1.77.0" } });

test("before 1.78 the rule is sent to the path with the server's name", async ({
  page,
  app,
  people,
  homeserver,
  standin,
}) => {
  await people.withRows([{}, {}]);
  await app.signIn();
  await app.open(reviewLink({ beforeMs: Date.now() - 365 * DAY_MS }));
  await expectReviewed(page);
  await deleteReviewed(page, 2);
  await expectResults(page, 2, 2);
  const posts = standin.requests.filter(({ method }) => method === "POST").map(({ path }) => path);
  expect(posts).toEqual(["/_synapse/admin/v1/media/standin.example/delete"]);
  expect(await homeserver.readMedia()).toEqual([]);
});
