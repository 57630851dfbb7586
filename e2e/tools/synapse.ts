import { parseArgs } from "node:util";

import { NoSynapseError, SYNAPSE_VERSION, isInstalled } from "../target/install";
import { type Synapse, startOwnSynapse } from "../target/synapse";
import { seedSynapse } from "./seed-synapse";

/**
 * `npm run synapse [-- --version 1.61.0] [--port 8008]`: a real Synapse with some people and files to try Mediasweep
 * on, until Ctrl-C. What it leaves is the install in `.synapse/`, so that the next start takes seconds.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { version: { type: "string" }, port: { type: "string" } } });
  const version = values.version ?? SYNAPSE_VERSION;
  if (!(await isInstalled(version)))
    console.log(`Installing Synapse ${version} into .synapse/, which takes a minute …`);
  const synapse = await startOwnSynapse(
    values.port === undefined ? { version } : { version, port: Number(values.port) },
  );
  try {
    const files = await seedSynapse(synapse);
    console.log(describe(synapse, files));
    await stopSignal();
  } finally {
    await synapse.stop();
  }
}

/** A terminal's Ctrl-C may arrive twice, by way of npm too; the second must not cut the first one's clean-up short. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve());
  });
}

function describe({ version, baseUrl, admin }: Synapse, files: number): string {
  return [
    "",
    `Synapse ${version} runs with ${files} files.`,
    `  Homeserver    ${baseUrl}`,
    `  Admin         ${admin.userId}`,
    `  Password      ${admin.password}`,
    `  Access token  ${admin.accessToken}`,
    "Stop with Ctrl-C; its accounts and files are then gone.",
  ].join("\n");
}

main().catch((error: unknown) => {
  console.error(error instanceof NoSynapseError ? error.message : error);
  process.exitCode = 1;
});
