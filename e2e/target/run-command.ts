import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** How a command ended; `code` is null when a signal ended it. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** Its standard input; nothing unless told. */
  readonly input?: string;
  /** All of its environment; ours unless told. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end and returns what it wrote as UTF-8 text. A program that ends with a failure is a result, not
 * an error; throws only if the program cannot be started at all.
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  { input = "", env = process.env }: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(program, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code));
  });
  // A program may end before it has read its input; how it ended says more than the broken pipe.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}
