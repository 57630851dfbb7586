import { test } from "../fixtures/test";
import { deviceFaults, interruptions } from "../helpers/device-faults";
import { answerFaults } from "../helpers/run-faults";
import { openScene } from "../helpers/run-scene";
import { expectScreenTrue, expectTruth } from "../helpers/run-truth";

for (const { what, story, errors, endings, happen, isUnrecorded = false } of [
  ...answerFaults,
  ...deviceFaults,
  ...interruptions,
]) {
  test(`${what}: ${story}`, async ({ page, context, app, guard, people, standin, homeserver, host }) => {
    guard.expectErrors(...errors);
    const stage = { page, context, app, guard, people, standin, homeserver, host };
    const scene = await happen(await openScene("user", stage));
    if (isUnrecorded) await expectScreenTrue(scene, endings);
    else await expectTruth(scene, endings);
  });
}
