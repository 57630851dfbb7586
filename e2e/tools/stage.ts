import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { InterruptedError, runTool } from "./run-tool";
import { type Tally, ONE_PASSED, oneFailed, readTally, sumOf, tallyText } from "./tally";

type Command = readonly [string, ...string[]];

/** One runner of `npm test`. */
export interface Stage {
  readonly name: string;
  readonly run: () => Promise<Tally>;
}

/** Commands that together count as one check. All of them run. */
export const check = (name: string, ...commands: readonly Command[]): Stage => ({
  name,
  run: async () => {
    let tally = ONE_PASSED;
    for (const command of commands) if ((await runTool(command)) !== 0) tally = oneFailed(command.join(" "));
    return tally;
  },
});

/** The unit specs. */
export const vitest = (name: string): Stage => ({
  name,
  run: () =>
    withReport((report) =>
      runTool(["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]),
    ),
});

/** A project of `playwright.config.ts`, in our environment and that. */
export const playwright = (name: string, project: string, env: Readonly<Record<string, string>> = {}): Stage => ({
  name,
  run: () =>
    withReport((report) =>
      runTool(["tsx", "e2e/tools/playwright.ts", `--project=${project}`, "--forbid-only", "--reporter=list,json"], {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      }),
    ),
});

async function withReport(run: (report: string) => Promise<number>): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), "mediasweep-report-"));
  try {
    const report = join(folder, "report.json");
    return await readTally(report, await run(report));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a stage between a heading and a line that says how it ended. Throws nothing but InterruptedError. */
export async function runStage({ name, run }: Stage): Promise<Tally> {
  console.log(`\n=== ${name}`);
  const startMs = performance.now();
  const tally = await run().catch((error: unknown) => {
    if (error instanceof InterruptedError) throw error;
    console.error(error);
    return oneFailed("could not be run");
  });
  const seconds = (performance.now() - startMs) / 1000;
  console.log(`=== ${name}: ${tallyText(tally)}, in ${seconds.toFixed(1)} s`);
  return { ...tally, failures: tally.failures.map((failure) => `${name}: ${failure}`) };
}

/** Runs stages one after the other, each whether or not one before it failed. */
export async function runStages(stages: readonly Stage[]): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const stage of stages) tallies.push(await runStage(stage));
  return sumOf(tallies);
}
