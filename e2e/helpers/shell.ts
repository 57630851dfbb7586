import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** How a command of the shell ended. */
export interface ShellResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs commands in a real `sh`, with these variables and the PATH and nothing else of this process. */
export async function runShell(commands: string, variables: Readonly<Record<string, string>>): Promise<ShellResult> {
  const child = spawn("sh", ["-s"], {
    env: { PATH: process.env["PATH"], ...variables },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  child.stdin.end(commands);
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}
