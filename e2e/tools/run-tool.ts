import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const PROJECT_FOLDER = fileURLToPath(new URL("../../", import.meta.url));

/** A Ctrl-C, which went to the program that was running as well, or a request to end. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

/**
 * Runs a program of `node_modules/.bin` or of the PATH in the project's folder, its output going where ours goes.
 * Resolves with its exit code, 1 where a signal ended it or it cannot be started. Throws InterruptedError if this
 * process was to end meanwhile, once the program has ended, so that the caller can still clean up.
 */
export async function runTool(
  [program, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const binaries = join(PROJECT_FOLDER, "node_modules", ".bin");
  const path = [binaries, process.env["PATH"] ?? ""].join(delimiter);
  const child = spawn(program, args, {
    cwd: PROJECT_FOLDER,
    env: { ...process.env, ...env, PATH: path },
    stdio: "inherit",
  });
  let isInterrupted = false;
  const interrupt = (signal: NodeJS.Signals) => {
    isInterrupted = true;
    if (signal === "SIGTERM") child.kill(signal);
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const code = await new Promise<number>((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", (ended) => resolve(ended ?? 1));
  });
  process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  if (isInterrupted) throw new InterruptedError();
  return code;
}
