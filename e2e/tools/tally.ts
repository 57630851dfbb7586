import { readFile } from "node:fs/promises";
import * as v from "valibot";

/** How many checks a runner made, by how they ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };
export const ONE_PASSED: Tally = { ...NOTHING, passed: 1 };
export const ONE_FAILED: Tally = { ...NOTHING, failed: 1 };
export const ONE_SKIPPED: Tally = { ...NOTHING, skipped: 1 };

export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    NOTHING,
  );

export const tallyText = ({ passed, failed, skipped }: Tally): string =>
  `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;

/** Vitest's JSON report. A file that cannot be loaded fails without a test of its own. */
const vitestReport = v.pipe(
  v.object({
    numPassedTests: v.number(),
    numFailedTests: v.number(),
    numPendingTests: v.number(),
    numTodoTests: v.number(),
    testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
  }),
  v.transform((report): Tally => {
    const unloaded = report.testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  }),
);

/** Playwright's JSON report. A test that passed only when repeated has failed. */
const playwrightReport = v.pipe(
  v.object({
    stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  }),
  v.transform(({ stats }): Tally => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  })),
);

/**
 * What a runner's JSON report says, given its exit code. A missing or unreadable report is one failure, and so is an
 * exit code that says more than the report.
 */
export async function readTally(path: string, exitCode: number): Promise<Tally> {
  const report = v.union([vitestReport, playwrightReport]);
  try {
    const tally = v.parse(report, JSON.parse(await readFile(path, "utf8")));
    return exitCode !== 0 && tally.failed === 0 ? sumOf([tally, ONE_FAILED]) : tally;
  } catch {
    return ONE_FAILED;
  }
}
