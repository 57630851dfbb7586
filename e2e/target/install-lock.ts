import { readlink, rm, symlink } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 200;

/**
 * Runs `work` while holding the lock at `path`, after waiting for whoever holds it. The lock of a process that has died
 * is taken over. It saves double work and is no guarantee: `work` must be safe to run twice at once. Throws what `work`
 * throws.
 */
export async function withInstallLock(path: string, work: () => Promise<void>): Promise<void> {
  while (!(await takeLock(path))) await delay(POLL_MS);
  try {
    await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** Whether a process with this ID exists; one of another user does, though it must not be signalled. */
export function isProcessAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** A link that points at the process ID is the one file that comes into being together with its content. */
async function takeLock(path: string): Promise<boolean> {
  try {
    await symlink(String(process.pid), path);
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
  const holder = await readlink(path).catch(() => null);
  if (holder !== null && !isProcessAlive(Number(holder))) await rm(path, { force: true });
  return false;
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
