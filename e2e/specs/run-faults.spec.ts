import { expect, test } from "../fixtures/test";
import { deviceFaults, interruptions, secondTab } from "../helpers/device-faults";
import { answerFaults } from "../helpers/run-faults";
import { engineNames, openScene } from "../helpers/run-scene";
import { expectScreenTrue, expectTruth } from "../helpers/run-truth";

const faults = [...answerFaults, ...deviceFaults, ...interruptions];

for (const name of engineNames) {
  test.describe(name, () => {
    for (const { what, story, errors, endings, happen, isUnrecorded = false } of faults) {
      test(`${what}: ${story}`, async ({ page, context, app, guard, people, standin, homeserver, host }) => {
        guard.expectErrors(...errors);
        const stage = { page, context, app, guard, people, standin, homeserver, host };
        const scene = await happen(await openScene(name, stage));
        if (isUnrecorded) await expectScreenTrue(scene, endings);
        else await expectTruth(scene, endings);
      });
    }
  });
}

test("second tab of a page on plain http, which has no Web Locks: it is told all the same", async ({
  page,
  context,
  app,
  guard,
  people,
  standin,
  homeserver,
  host,
}) => {
  guard.expectErrors(...secondTab.errors);
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "locks"));
  const scene = await openScene("rule", { page, context, app, guard, people, standin, homeserver, host });
  expect(await page.evaluate(() => "locks" in navigator)).toBe(false);
  await expectTruth(await secondTab.happen(scene), secondTab.endings);
});
