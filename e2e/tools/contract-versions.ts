import { TESTED_VERSIONS } from "../target/install";
import { InterruptedError } from "./run-tool";
import { runStage } from "./stage";
import { contractOn } from "./synapse-stages";
import { type Tally, failuresText, sumOf, tallyText } from "./tally";

/** `npm run contract:versions`: the contract and the differential test on every version, and a line for each that says how it ended. */
async function main(): Promise<void> {
  const tallies: Record<string, Tally> = {};
  for (const version of TESTED_VERSIONS) tallies[version] = await runStage(contractOn(version, "sqlite"));
  console.log();
  for (const [version, tally] of Object.entries(tallies)) console.log(`Synapse ${version}: ${tallyText(tally)}`);
  const total = sumOf(Object.values(tallies));
  console.log(failuresText(total));
  process.exitCode = total.failures.length === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof InterruptedError)) throw error;
  process.exitCode = 130;
}
