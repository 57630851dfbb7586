import { SYNAPSE_VERSION, whyNoSynapse } from "../target/install";
import { InterruptedError } from "./run-tool";
import { type Stage, check, playwright, runStage, vitest } from "./stage";
import { type Tally, NOTHING, ONE_FAILED, ONE_SKIPPED, sumOf, tallyText } from "./tally";

const ownStages: readonly Stage[] = [
  check("types", ["tsc", "-p", "tsconfig.json"], ["tsc", "-p", "e2e/tsconfig.json"]),
  check("lint", ["oxlint", "--type-aware", "."]),
  check("format", ["prettier", "--check", "."]),
  vitest("unit"),
  check("build", ["npm", "run", "--silent", "build"]),
  playwright("contract, on the stand-in", "contract"),
  playwright("browser, on the stand-in", "ui"),
];

const synapseStages: readonly Stage[] = [
  playwright("contract and differential, on a real Synapse", "contract-synapse"),
  playwright("browser, on a real Synapse", "ui-synapse"),
];

/** How some stages ended, and what is to be said of them at the very end. */
interface Result {
  readonly tally: Tally;
  readonly remarks: readonly string[];
}

/**
 * `npm test`: everything, each runner whether or not one before it failed, and at the end one line that sums them up.
 * `--without-synapse` leaves the real Synapse out (`npm run check`). Where it cannot be had that is said, and is a
 * failure only under REQUIRE_SYNAPSE=1.
 */
async function main(args: readonly string[]): Promise<void> {
  const tally = await runStages(ownStages);
  const onSynapse = args.includes("--without-synapse")
    ? { tally: NOTHING, remarks: ["The stages on a real Synapse were not asked for."] }
    : await runOnSynapse();
  const total = sumOf([tally, onSynapse.tally]);
  console.log(["", ...onSynapse.remarks, tallyText(total)].join("\n"));
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function runStages(stages: readonly Stage[]): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const stage of stages) tallies.push(await runStage(stage));
  return sumOf(tallies);
}

async function runOnSynapse(): Promise<Result> {
  console.log(`\n=== Synapse ${SYNAPSE_VERSION}, from PyPI unless it is installed`);
  try {
    const reason = await whyNoSynapse();
    if (reason === null) return { tally: await runStages(synapseStages), remarks: [] };
    const isRequired = process.env["REQUIRE_SYNAPSE"] === "1";
    return { tally: sumOf(synapseStages.map(() => (isRequired ? ONE_FAILED : ONE_SKIPPED))), remarks: notRun(reason) };
  } catch (error) {
    if (error instanceof InterruptedError) throw error;
    console.error(error);
    return { tally: sumOf(synapseStages.map(() => ONE_FAILED)), remarks: notRun("Installing Synapse failed.") };
  }
}

const notRun = (reason: string): readonly string[] => [
  ...synapseStages.map(({ name }) => `Not run: ${name}.`),
  `The reason: ${reason}`,
];

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InterruptedError)) throw error;
  process.exitCode = 130;
}
