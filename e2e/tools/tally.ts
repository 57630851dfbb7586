import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import * as v from "valibot";

/** How the checks of a runner ended. */
export interface Tally {
  readonly passed: number;
  /** A name for each check that failed. */
  readonly failures: readonly string[];
  readonly skipped: number;
}

export const NOTHING: Tally = { passed: 0, failures: [], skipped: 0 };
export const ONE_PASSED: Tally = { ...NOTHING, passed: 1 };
export const ONE_SKIPPED: Tally = { ...NOTHING, skipped: 1 };
/** One check that failed, by its name. */
export const oneFailed = (name: string): Tally => ({ ...NOTHING, failures: [name] });

/** All of them together. */
export const sumOf = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failures: tallies.flatMap(({ failures }) => failures),
  skipped: tallies.reduce((sum, { skipped }) => sum + skipped, 0),
});

/** "40 passed, 1 failed, 2 skipped" */
export const tallyText = ({ passed, failures, skipped }: Tally): string =>
  `${String(passed)} passed, ${String(failures.length)} failed, ${String(skipped)} skipped`;

/** The names of what failed, a line each: they scrolled by long before the end. */
export const failuresText = ({ failures }: Tally): string => failures.map((failure) => `Failed: ${failure}\n`).join("");

/** Vitest's JSON report. A file that cannot be loaded fails without a test of its own. */
const vitestReport = v.pipe(
  v.object({
    numPassedTests: v.number(),
    numPendingTests: v.number(),
    numTodoTests: v.number(),
    testResults: v.array(
      v.object({
        name: v.string(),
        status: v.string(),
        assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })),
      }),
    ),
  }),
  v.transform((report): Tally => ({
    passed: report.numPassedTests,
    failures: report.testResults.flatMap(({ name, status, assertionResults: tests }) => {
      const file = relative("", name);
      if (status === "failed" && tests.length === 0) return [`${file} › could not be loaded`];
      return tests.filter((one) => one.status === "failed").map(({ fullName }) => `${file} › ${fullName}`);
    }),
    skipped: report.numPendingTests + report.numTodoTests,
  })),
);

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[] | undefined;
  readonly specs: readonly PlaywrightSpec[];
}
type PlaywrightSpec = v.InferOutput<typeof playwrightSpec>;

const playwrightSpec = v.object({
  title: v.string(),
  file: v.string(),
  line: v.number(),
  tests: v.array(v.object({ status: v.string() })),
});
const playwrightSuite: v.GenericSchema<PlaywrightSuite> = v.object({
  suites: v.optional(v.array(v.lazy(() => playwrightSuite))),
  specs: v.array(playwrightSpec),
});

const specsOf = ({ suites = [], specs }: PlaywrightSuite): readonly PlaywrightSpec[] => [
  ...specs,
  ...suites.flatMap(specsOf),
];

/** Playwright's JSON report. A test that passed only when repeated has failed. */
const playwrightReport = v.pipe(
  v.object({ stats: v.object({ expected: v.number(), skipped: v.number() }), suites: v.array(playwrightSuite) }),
  v.transform(({ stats, suites }): Tally => ({
    passed: stats.expected,
    failures: suites
      .flatMap(specsOf)
      .flatMap(({ tests, ...spec }) => tests.map(({ status }) => ({ ...spec, status })))
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ file, line, title }) => `${file}:${String(line)} › ${title}`),
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
    if (exitCode === 0 || tally.failures.length > 0) return tally;
    return sumOf([tally, oneFailed(`ended with ${String(exitCode)}, and its report says nothing of a failure`)]);
  } catch {
    return oneFailed("left no report that can be read");
  }
}
