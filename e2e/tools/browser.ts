import { constants, existsSync, rmSync } from "node:fs";
import { access, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import * as v from "valibot";

import { runCommand } from "../target/run-command";
import { type BrowserLaunch, browserLaunch, launchOptionsOf } from "./browser-launch";

/** Names a browser that is tried before all others, by the path of its program. */
export const BROWSER_VARIABLE = "MEDIASWEEP_BROWSER";
/** The headless shell first: without a window to compose, a page takes a third less time. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const UNPACK = fileURLToPath(new URL("unpack-chromium.ts", import.meta.url));
const START_LIMIT_MS = 60_000;

/** A browser that has been started once to see that it works. */
export interface FoundBrowser {
  /** Where it comes from, in words. */
  readonly origin: string;
  readonly launch: BrowserLaunch;
  /** Candidates before it that did not start, each with its reason. */
  readonly passedOver: readonly string[];
}

/** No candidate started; the message is one sentence that names the fix, then the reasons. */
export class NoBrowserError extends Error {
  override readonly name = "NoBrowserError";
}

interface Candidate {
  readonly origin: string;
  readonly prepare: () => Promise<BrowserLaunch>;
}

/**
 * Finds a Chromium: the one MEDIASWEEP_BROWSER names, Playwright's own, one on the PATH, the one of
 * `@sparticuz/chromium`. Each is started, and passed over if that fails. What is unpacked for it is removed
 * when this process exits. Throws `NoBrowserError`.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const passedOver: string[] = [];
  for (const { origin, prepare } of await listCandidates()) {
    try {
      const launch = await prepare();
      await proveStart(launch);
      return { origin, passedOver, launch };
    } catch (error) {
      passedOver.push(`${origin}: ${reasonOf(error)}`);
    }
  }
  const fix = "npx playwright install --with-deps chromium";
  throw new NoBrowserError([`No browser starts on this machine; run: ${fix}`, ...passedOver].join("\n  "));
}

async function listCandidates(): Promise<readonly Candidate[]> {
  const named = process.env[BROWSER_VARIABLE];
  const own = chromium.executablePath();
  return [
    ...(named ? [installed(`${BROWSER_VARIABLE}=${named}`, named)] : []),
    ...(existsSync(own) ? [installed(`Playwright's own, ${own}`, own)] : []),
    ...(await listOnPath()).map((path) => installed(`on the PATH, ${path}`, path)),
    { origin: "@sparticuz/chromium", prepare: unpack },
  ];
}

async function listOnPath(): Promise<readonly string[]> {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const found: string[] = [];
  for (const name of NAMES) {
    const paths = folders.map((folder) => join(folder, name));
    const runnable = await Promise.all(paths.map(isRunnable));
    found.push(...paths.filter((_path, index) => runnable[index]).slice(0, 1));
  }
  return found;
}

const isRunnable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

const installed = (origin: string, executablePath: string): Candidate => ({
  origin,
  prepare: () => Promise.resolve({ executablePath, env: {} }),
});

/** In a folder of its own: the package takes for whole whatever another user, or a run cut short, left in /tmp. */
async function unpack(): Promise<BrowserLaunch> {
  const folder = await mkdtemp(join(tmpdir(), "mediasweep-browser-"));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  const { code, stdout, stderr } = await runCommand(process.execPath, ["--import", "tsx", UNPACK, folder]);
  if (code !== 0) throw new Error(stderr.trim());
  return v.parse(browserLaunch, JSON.parse(stdout));
}

async function proveStart(candidate: BrowserLaunch): Promise<void> {
  const browser = await chromium.launch({ ...launchOptionsOf(candidate), timeout: START_LIMIT_MS });
  try {
    const page = await browser.newPage();
    await page.setContent("<title>started</title>");
  } finally {
    await browser.close();
  }
}

/** Playwright's message holds the whole command line and log; what the browser itself wrote says most. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const written = /\[err\] *(\S.*)/.exec(message)?.[1];
  const ended = /<process did exit: .*>/.exec(message)?.[0];
  return written ?? ended ?? message.split("\n", 1).join("");
}
