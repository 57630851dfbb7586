import type { DatabaseKind } from "../target/database";
import { SYNAPSE_VERSION, TESTED_VERSIONS } from "../target/install";
import { type SynapseWish, whyNoSynapse } from "../target/why-no-synapse";
import { InterruptedError } from "./run-tool";
import { type Stage, playwright, runStages } from "./stage";
import { type Tally, ONE_SKIPPED, oneFailed, sumOf } from "./tally";

/** How some stages ended, and what is to be said of them at the very end. */
interface Result {
  readonly tally: Tally;
  readonly remarks: readonly string[];
}

/** Stages that need the same Synapse. */
interface Group {
  readonly wish: SynapseWish;
  readonly stages: readonly Stage[];
}

/** Every version has its turn at the differential test, and one of them the whole of it. */
const FEW_BATCHES = "1";

/** The contract on a Synapse of our own, and one batch of the differential test unless DIFFERENTIAL_BATCHES is set. */
export function contractOn(version: string, database: DatabaseKind): Stage {
  const project = database === "sqlite" ? "contract-synapse" : `contract-synapse-${database}`;
  return playwright(`contract and differential, on Synapse ${version} with ${database}`, project, {
    SYNAPSE_URL: "",
    SYNAPSE_VERSION: version,
    DIFFERENTIAL_BATCHES: process.env["DIFFERENTIAL_BATCHES"] ?? FEW_BATCHES,
  });
}

/** What runs on the Synapse that the environment names, or else on the newest. */
const usual: Group = {
  wish: { version: process.env["SYNAPSE_VERSION"] },
  stages: [
    playwright("contract and differential, on a real Synapse", "contract-synapse"),
    playwright("browser, on a real Synapse", "ui-synapse"),
  ],
};

const [OLDEST = SYNAPSE_VERSION] = TESTED_VERSIONS;

const others: readonly Group[] = [
  { wish: { version: OLDEST }, stages: [contractOn(OLDEST, "sqlite")] },
  { wish: { database: "postgresql" }, stages: [contractOn(SYNAPSE_VERSION, "postgresql")] },
];

/**
 * The stages of `npm test` on a real Synapse: on the newest, the oldest, and on PostgreSQL; only on the one that
 * SYNAPSE_URL names, where it is set. What cannot be had is said, and is a failure only under REQUIRE_SYNAPSE=1.
 */
export async function runOnSynapse(): Promise<Result> {
  const groups = process.env["SYNAPSE_URL"] ? [usual] : [usual, ...others];
  const results: Result[] = [];
  for (const group of groups) results.push(await runGroup(group));
  return { tally: sumOf(results.map(({ tally }) => tally)), remarks: results.flatMap(({ remarks }) => remarks) };
}

async function runGroup({ wish, stages }: Group): Promise<Result> {
  const { version = SYNAPSE_VERSION, database = "sqlite" } = wish;
  console.log(`\n=== Synapse ${version} with ${database}, from PyPI unless it is installed`);
  try {
    const reason = await whyNoSynapse(wish);
    if (reason === null) return { tally: await runStages(stages), remarks: [] };
    return notRun(stages, { isFailure: process.env["REQUIRE_SYNAPSE"] === "1", reason });
  } catch (error) {
    if (error instanceof InterruptedError) throw error;
    console.error(error);
    return notRun(stages, { isFailure: true, reason: "Installing Synapse failed." });
  }
}

function notRun(stages: readonly Stage[], { isFailure, reason }: { isFailure: boolean; reason: string }): Result {
  const remarks = [...stages.map(({ name }) => `Not run: ${name}.`), `The reason: ${reason}`];
  const each = ({ name }: Stage) => (isFailure ? oneFailed(`${name}: not run`) : ONE_SKIPPED);
  return { tally: sumOf(stages.map(each)), remarks };
}
