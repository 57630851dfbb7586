import { InterruptedError } from "./run-tool";
import { type Stage, check, playwright, runStages, vitest } from "./stage";
import { runOnSynapse } from "./synapse-stages";
import { NOTHING, failuresText, sumOf, tallyText } from "./tally";

const ownStages: readonly Stage[] = [
  check("types", ["tsc", "-p", "tsconfig.json"], ["tsc", "-p", "e2e/tsconfig.json"]),
  check("lint", ["oxlint", "--type-aware", "."]),
  check("format", ["prettier", "--check", "."]),
  vitest("unit"),
  check("build", ["npm", "run", "--silent", "build"]),
  playwright("contract, on the stand-in", "contract"),
  playwright("browser, on the stand-in", "ui"),
];

/**
 * `npm test`: everything, each runner whether or not one before it failed, and at the end the
 * names of what failed and one line that sums them up.
 * `--without-synapse` leaves the real Synapse out (`npm run check`). Where it cannot be had that is said, and is a
 * failure only under REQUIRE_SYNAPSE=1.
 */
async function main(args: readonly string[]): Promise<void> {
  const tally = await runStages(ownStages);
  const onSynapse = args.includes("--without-synapse")
    ? { tally: NOTHING, remarks: ["The stages on a real Synapse were not asked for."] }
    : await runOnSynapse();
  const total = sumOf([tally, onSynapse.tally]);
  console.log(["", ...onSynapse.remarks, failuresText(total), tallyText(total)].join("\n"));
  process.exitCode = total.failures.length === 0 ? 0 : 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InterruptedError)) throw error;
  process.exitCode = 130;
}
