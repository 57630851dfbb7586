import { whyNoSynapse } from "../target/why-no-synapse";
import { NoBrowserError, findBrowser } from "./browser";
import { LAUNCH_VARIABLE } from "./browser-launch";
import { buildIfStale } from "./build-if-stale";
import { InterruptedError, runTool } from "./run-tool";

/** Something this machine lacks; the message is for whoever runs this, the stack is not. */
class MissingError extends Error {
  override readonly name = "MissingError";
}

/**
 * `tsx e2e/tools/playwright.ts [arguments of "playwright test"]`: runs Playwright's projects with what they need. For a
 * browser project that is a browser and a fresh build, for a Synapse project an installed Synapse and its database.
 */
async function main(args: readonly string[]): Promise<number> {
  const asks = projectsIn(args);
  if (asks((project) => project.includes("synapse"))) {
    const database = asks((project) => project.endsWith("postgresql")) ? "postgresql" : "sqlite";
    const reason = await whyNoSynapse({ version: process.env["SYNAPSE_VERSION"], database });
    if (reason !== null) throw new MissingError(reason);
  }
  if (!asks((project) => project.startsWith("ui"))) return runPlaywright(args);
  await buildIfStale();
  const browser = await exitingOnSignals(findBrowser);
  for (const reason of browser.passedOver) console.log(`Passed over a browser: ${reason}`);
  console.log(`Browser: ${browser.origin}`);
  return runPlaywright(args, { [LAUNCH_VARIABLE]: JSON.stringify(browser.launch) });
}

/** Exits the regular way where a signal would otherwise end this process on the spot and leave files behind. */
async function exitingOnSignals<T>(work: () => Promise<T>): Promise<T> {
  for (const signal of SIGNALS) process.once(signal, exit);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, exit);
  }
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
const exit = (): void => process.exit(130);

const runPlaywright = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> =>
  runTool(["playwright", "test", "--config", "e2e/playwright.config.ts", ...args], env);

/** Tells whether any of the projects asked for is of that kind; without `--project` all are asked for. */
function projectsIn(args: readonly string[]): (isKind: (project: string) => boolean) => boolean {
  const names = args.flatMap((arg, index) => {
    if (arg.startsWith("--project=")) return [arg.slice("--project=".length)];
    return args[index - 1] === "--project" ? [arg] : [];
  });
  return (isKind) => names.length === 0 || names.some(isKind);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof InterruptedError) process.exit(130);
  const isExpected = error instanceof MissingError || error instanceof NoBrowserError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}
