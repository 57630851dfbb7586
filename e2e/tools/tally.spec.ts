import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { NOTHING, ONE_FAILED, ONE_PASSED, ONE_SKIPPED, readTally, sumOf, tallyText } from "./tally";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mediasweep-tally-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** What is made of a report with that text, after that exit code. */
async function tallyOf(text: string, exitCode: number) {
  const path = join(folder, "report.json");
  await writeFile(path, text);
  return readTally(path, exitCode);
}

const playwright = (stats: object) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, duration: 1.5, ...stats } });

const vitest = (report: object) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...report,
  });

describe("a report of Playwright", () => {
  test("is counted as it says", async () => {
    const report = playwright({ expected: 41, skipped: 2 });
    expect(await tallyOf(report, 0)).toEqual({ passed: 41, failed: 0, skipped: 2 });
  });

  test("has a failure in each test that passed only when repeated", async () => {
    const report = playwright({ expected: 3, unexpected: 1, flaky: 2 });
    expect(await tallyOf(report, 1)).toEqual({ passed: 3, failed: 3, skipped: 0 });
  });
});

describe("a report of Vitest", () => {
  test("is counted as it says, with what is still to do as skipped", async () => {
    const report = vitest({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 });
    expect(await tallyOf(report, 1)).toEqual({ passed: 7, failed: 1, skipped: 5 });
  });

  test("has a failure in each file that could not be loaded, and no second one in a file whose test failed", async () => {
    const unloaded = { status: "failed", assertionResults: [] };
    const failed = { status: "failed", assertionResults: [{ status: "failed" }] };
    const report = vitest({ numPassedTests: 1, numFailedTests: 1, testResults: [unloaded, failed] });
    expect(await tallyOf(report, 1)).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });
});

describe("a runner that does not say how it went", () => {
  test("has failed where it ended with a failure that its report does not hold", async () => {
    expect(await tallyOf(playwright({ expected: 5 }), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  test("has failed where there is no report, or none that can be read", async () => {
    expect(await readTally(join(folder, "none.json"), 0)).toEqual(ONE_FAILED);
    expect(await tallyOf("{", 0)).toEqual(ONE_FAILED);
    expect(await tallyOf(`{"stats":{}}`, 0)).toEqual(ONE_FAILED);
  });
});

test("the last line sums up every runner", () => {
  const total = sumOf([NOTHING, ONE_PASSED, ONE_FAILED, ONE_SKIPPED, { passed: 40, failed: 0, skipped: 1 }]);
  expect(tallyText(total)).toBe("41 passed, 1 failed, 2 skipped");
});
