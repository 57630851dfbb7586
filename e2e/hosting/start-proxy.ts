import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { findFreePort } from "../target/free-port";
import type { ProxyKind } from "./proxy-kind";

/** The built app. */
const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
/** Where a system keeps its servers; an ordinary account does not search there. */
const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/sbin"];
const START_LIMIT_MS = 20_000;
const POLL_MS = 25;

/** A proxy of our own, with the app and a homeserver behind it. */
export interface Proxy {
  /** Without a trailing slash. */
  readonly url: string;
  /** Where the app is, with a trailing slash. */
  readonly appUrl: string;
  /** What it wrote so far. */
  readonly log: () => string;
  /** Ends it and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** The path of that program, or null where this machine has none. */
export async function findProgram({ program }: ProxyKind): Promise<string | null> {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...SYSTEM_FOLDERS];
  for (const folder of folders) {
    const path = join(folder, program);
    const isProgram = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isProgram) return path;
  }
  return null;
}

/**
 * Starts a proxy with exactly the site that admins are told to use: only the folder of the app and the address of
 * Synapse are this machine's. Rejects with the proxy's log where it does not come up.
 */
export async function startProxy(kind: ProxyKind, program: string, homeserverUrl: string): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), "mediasweep-proxy-"));
  const port = await findFreePort();
  // Through a link, as the path of a checkout may hold what a configuration would have to quote.
  await symlink(DIST, join(folder, "mediasweep"));
  const site = await siteFor(kind, folder, new URL(homeserverUrl).host);
  const configFile = join(folder, "proxy.conf");
  await writeFile(configFile, await kind.configure({ folder, port, site }));

  const running = run(program, kind.args(folder, configFile), folder);
  const url = `http://127.0.0.1:${String(port)}`;
  const appUrl = `${url}/mediasweep/`;
  const stop = async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await waitUntilAnswering(appUrl, running);
    return { url, appUrl, log: running.log, stop };
  } catch (error) {
    await stop();
    throw new Error(`${kind.name} does not come up. Its log:\n${running.log()}`, { cause: error });
  }
}

async function siteFor({ siteFile }: ProxyKind, folder: string, upstream: string): Promise<string> {
  const text = await readFile(new URL(siteFile, import.meta.url), "utf8");
  const own = [
    ["/var/www/mediasweep", join(folder, "mediasweep")],
    ["127.0.0.1:8008", upstream],
  ] as const;
  for (const [theirs] of own) {
    if (!text.includes(theirs)) throw new Error(`${siteFile} does not name ${theirs}.`);
  }
  return own.reduce((site, [theirs, ours]) => site.replaceAll(theirs, ours), text);
}

interface Running {
  readonly hasEnded: () => boolean;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** Runs a program that keeps what it stores below `home`. It ends with this process at the latest. */
function run(program: string, args: readonly string[], home: string): Running {
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      log += chunk;
    });
  }
  const closed = new Promise((resolve) => {
    child.once("close", resolve).once("error", resolve);
  });
  const kill = () => child.kill("SIGTERM");
  process.once("exit", kill);
  return {
    hasEnded: () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null,
    log: () => log,
    stop: async () => {
      kill();
      await closed;
      process.off("exit", kill);
    },
  };
}

async function waitUntilAnswering(url: string, { hasEnded }: Running): Promise<void> {
  const deadlineMs = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadlineMs) {
    if (hasEnded()) throw new Error("The process ended.");
    const response = await fetch(url).catch(() => null);
    if (response?.ok === true) return;
    await delay(POLL_MS);
  }
  throw new Error(`No page at ${url} within ${String(START_LIMIT_MS / 1000)} s.`);
}
