import { test } from "../fixtures/test";
import { answerFaults } from "../helpers/run-faults";
import { openScene } from "../helpers/run-scene";
import { expectTruth } from "../helpers/run-truth";

for (const { what, story, errors, endings, happen } of answerFaults) {
  test(`${what}: ${story}`, async ({ page, context, app, guard, people, standin, homeserver }) => {
    guard.expectErrors(...errors);
    const scene = await openScene("user", { page, context, app, guard, people, standin, homeserver });
    await expectTruth(await happen(scene), endings);
  });
}
