import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { NOTHING, ONE_PASSED, ONE_SKIPPED, failuresText, oneFailed, readTally, sumOf, tallyText } from "./tally";

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

const playwright = (stats: object, ...tests: readonly { title: string; status: string }[]) => {
  const specs = tests.map(({ title, status }) => ({ title, file: "a.spec.ts", line: 7, tests: [{ status }] }));
  const file = { title: "a.spec.ts", specs: specs.slice(0, 1), suites: [{ title: "group", specs: specs.slice(1) }] };
  return JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, suites: [file] });
};

const vitest = (report: object) =>
  JSON.stringify({ numPassedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...report });

describe("a report of Playwright", () => {
  test("is counted as it says", async () => {
    const report = playwright({ expected: 41, skipped: 2 }, { title: "one of them", status: "expected" });
    expect(await tallyOf(report, 0)).toEqual({ passed: 41, failures: [], skipped: 2 });
  });

  test("names each test that failed or passed only when repeated, wherever it stands", async () => {
    const report = playwright(
      { expected: 3 },
      { title: "fails", status: "unexpected" },
      { title: "passes", status: "expected" },
      { title: "wavers", status: "flaky" },
      { title: "waits", status: "skipped" },
    );
    const failures = ["a.spec.ts:7 › fails", "a.spec.ts:7 › wavers"];
    expect(await tallyOf(report, 1)).toEqual({ passed: 3, failures, skipped: 0 });
  });
});

describe("a report of Vitest", () => {
  test("is counted as it says, with what is still to do as skipped", async () => {
    const report = vitest({ numPassedTests: 7, numPendingTests: 2, numTodoTests: 3 });
    expect(await tallyOf(report, 0)).toEqual({ passed: 7, failures: [], skipped: 5 });
  });

  test("names each test that failed, and each file that could not be loaded", async () => {
    const unloaded = { name: resolve("src/a.spec.ts"), status: "failed", assertionResults: [] };
    const assertionResults = [
      { fullName: "b breaks", status: "failed" },
      { fullName: "b holds", status: "passed" },
    ];
    const failed = { name: resolve("src/b.spec.ts"), status: "failed", assertionResults };
    const report = vitest({ numPassedTests: 1, testResults: [unloaded, failed] });
    const failures = ["src/a.spec.ts › could not be loaded", "src/b.spec.ts › b breaks"];
    expect(await tallyOf(report, 1)).toEqual({ passed: 1, failures, skipped: 0 });
  });
});

describe("a runner that does not say how it went", () => {
  test("has failed where it ended with a failure that its report does not hold", async () => {
    const failures = ["ended with 1, and its report says nothing of a failure"];
    expect(await tallyOf(playwright({ expected: 5 }), 1)).toEqual({ passed: 5, failures, skipped: 0 });
  });

  test("has failed where there is no report, or none that can be read", async () => {
    const unread = oneFailed("left no report that can be read");
    expect(await readTally(join(folder, "none.json"), 0)).toEqual(unread);
    expect(await tallyOf("{", 0)).toEqual(unread);
    expect(await tallyOf(`{"stats":{}}`, 0)).toEqual(unread);
  });
});

test("at the end stand the names of what failed and one line that sums up", () => {
  const total = sumOf([NOTHING, ONE_PASSED, oneFailed("types"), ONE_SKIPPED, { passed: 40, failures: [], skipped: 1 }]);
  expect(failuresText(total)).toBe("Failed: types\n");
  expect(failuresText(NOTHING)).toBe("");
  expect(tallyText(total)).toBe("41 passed, 1 failed, 2 skipped");
});
