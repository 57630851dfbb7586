import { TESTED_VERSIONS } from "../target/install";
import { InterruptedError } from "./run-tool";
import { runStage } from "./stage";
import { contractOn } from "./synapse-stages";
import type { Tally } from "./tally";

/** `npm run contract:versions`: the contract and the differential test on every version, and a table of how they ended. */
async function main(): Promise<void> {
  const tallies: Record<string, Tally> = {};
  for (const version of TESTED_VERSIONS) tallies[version] = await runStage(contractOn(version, "sqlite"));
  console.log();
  console.table(tallies);
  process.exitCode = Object.values(tallies).every(({ failed }) => failed === 0) ? 0 : 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof InterruptedError)) throw error;
  process.exitCode = 130;
}
