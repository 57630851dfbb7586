import { type ChildProcessByStdio, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { type ServerConfig, configureServer } from "./config";
import { findFreePort } from "./free-port";

const SERVE = fileURLToPath(new URL("serve.py", import.meta.url));
const HEALTH_POLL_MS = 25;
const HEALTH_ANSWER_MS = 5_000;
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 3_000;
const LOG_LIMIT_CHARS = 2_000_000;

/** A Synapse of our own that answers requests. */
export interface RunningServer {
  readonly baseUrl: string;
  readonly config: ServerConfig;
  /** What it has written so far; of a very long log the end. */
  readonly log: () => string;
  /** Ends the process and removes its folder; may be called again. */
  readonly stop: () => Promise<void>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** What to start: the Python with Synapse, the folder of PostgreSQL's programs or null for SQLite, the port or any. */
export interface Launch {
  readonly python: string;
  readonly postgres: string | null;
  readonly port: number | undefined;
}

/**
 * Starts Synapse in a new temporary folder and waits until it answers. It ends with this process, however that ends
 * (`serve.py`), and so does its database. Throws with the server's log if it does not come up.
 */
export async function launchServer({ port, ...programs }: Launch): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchOn(await findFreePort(port), programs);
    } catch (error) {
      // Between looking for a free port and listening on it, somebody else may have taken it.
      const isTaken = error instanceof Error && /address already in use|CannotListenError/i.test(error.message);
      if (!isTaken || port !== undefined || attempt === 3) throw error;
    }
  }
}

async function launchOn(port: number, { python, postgres }: Omit<Launch, "port">): Promise<RunningServer> {
  // Only a name: the folder is made by the side that will outlive this process and remove it.
  const folder = join(tmpdir(), `mediasweep-synapse-${randomUUID()}`);
  const config = configureServer(folder, { port, database: postgres === null ? "sqlite" : "postgresql" });
  // Detached, because a Ctrl-C in the terminal is for this process, which then decides when the server ends.
  const child = spawn(python, ["-B", SERVE, folder], { detached: true, stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.write(`${JSON.stringify({ files: config.files, postgres })}\n`);
  const closed = new Promise((resolve) => child.once("close", resolve));
  const log = collectLog(child);
  const stop = async () => {
    const limit = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    child.kill("SIGTERM");
    // Not only ended: what it wrote last has been read as well.
    await closed;
    clearTimeout(limit);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const baseUrl = `http://127.0.0.1:${port}`;
  try {
    await waitUntilHealthy(child, baseUrl);
    return { baseUrl, config, log, stop };
  } catch (error) {
    await stop();
    throw new Error(`Synapse did not start. Its log:\n${log()}`, { cause: error });
  }
}

function collectLog(child: Child): () => string {
  let log = "";
  const append = (chunk: string) => {
    log += chunk;
    // Now and then: a cut copies the whole text, and Synapse writes thousands of lines.
    if (log.length > 2 * LOG_LIMIT_CHARS) log = log.slice(-LOG_LIMIT_CHARS);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", append);
  // Without a listener a program that cannot be started would end this process; `hasEnded` tells it as well.
  child.on("error", (error) => append(`${error.message}\n`));
  child.stdin.on("error", () => undefined);
  return () => log;
}

/** Synapse answers `/health` on every listener from the moment it listens. */
async function waitUntilHealthy(child: Child, baseUrl: string): Promise<void> {
  const deadlineMs = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadlineMs) {
    if (hasEnded(child)) throw new Error("The process ended.");
    const response = await fetch(`${baseUrl}/health`, { signal: AbortSignal.timeout(HEALTH_ANSWER_MS) }).catch(
      () => null,
    );
    if (response?.ok) return;
    await delay(HEALTH_POLL_MS);
  }
  throw new Error(`No answer within ${START_LIMIT_MS / 1000} s.`);
}

function hasEnded(child: Child): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
