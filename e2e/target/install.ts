import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { DatabaseKind } from "./database";
import { withInstallLock, isProcessAlive } from "./install-lock";
import { runCommand } from "./run-command";

/** The version that specs run on unless they name another; the newest of the pins below. */
export const SYNAPSE_VERSION = "1.163.2";

/**
 * Old releases leave the upper bounds of their requirements open and break with today's: what must be held back, by the
 * first version of Synapse it is known for. A version in between takes the pins of the nearest older one.
 */
const PINS: readonly (readonly [version: string, pins: readonly string[]])[] = [
  ["1.61.0", ["prometheus-client==0.21.1", "setuptools<81", "pillow<10"]],
  ["1.77.0", ["prometheus-client==0.21.1", "setuptools<81", "pillow<10", "pydantic<2", "attrs<24"]],
  ["1.98.0", ["prometheus-client==0.21.1", "setuptools<81"]],
  ["1.120.2", ["prometheus-client==0.21.1", "setuptools<81"]],
  ["1.140.0", ["prometheus-client==0.21.1", "setuptools<81"]],
  [SYNAPSE_VERSION, []],
];

/** The versions that specs are known to pass on, oldest first. */
export const TESTED_VERSIONS: readonly string[] = PINS.map(([version]) => version);

const INSTALLS = fileURLToPath(new URL("../../.synapse/", import.meta.url));
const STAMP = "installed.txt";

/** What Synapse reaches PostgreSQL with; every version above takes it. */
const DRIVER = "psycopg2-binary>=2.9,<3";
const DRIVER_STAMP = "psycopg2.txt";

/** An installed Synapse: its version and the Python that runs it. */
export interface SynapseInstall {
  readonly python: string;
  readonly version: string;
}

/** Why Synapse cannot be had on this machine, as one sentence; anything else that goes wrong is a plain `Error`. */
export class NoSynapseError extends Error {
  override readonly name = "NoSynapseError";
}

/**
 * Installs a released version of Synapse from PyPI unless that was done before, and what it needs for that database,
 * and returns the Python to run it with. Processes that ask for the same version at once wait for the first of them.
 * Takes up to a minute the first time. Throws `NoSynapseError` if there is no fitting Python or pip does not succeed.
 */
export async function installSynapse(
  version: string = SYNAPSE_VERSION,
  database: DatabaseKind = "sqlite",
): Promise<SynapseInstall> {
  // The version becomes the name of a folder and a part of a requirement.
  if (!/^\d+\.\d+\.\d+(rc\d+)?$/.test(version)) throw new Error(`Not a version of Synapse: ${version}`);
  await onceInstalled(version, { isDone: isInstalled, install: buildInstall });
  if (database === "postgresql") await onceInstalled(version, { isDone: hasDriver, install: addDriver });
  return { python: pythonIn(installFolder(version)), version };
}

interface Step {
  readonly isDone: (version: string) => Promise<boolean>;
  readonly install: (version: string) => Promise<void>;
}

async function onceInstalled(version: string, { isDone, install }: Step): Promise<void> {
  if (await isDone(version)) return;
  await mkdir(INSTALLS, { recursive: true });
  await withInstallLock(`${installFolder(version)}.lock`, async () => {
    if (!(await isDone(version))) await install(version);
  });
}

/** Whether a finished install with today's pins is in place, so that starting this version needs no network. */
export async function isInstalled(version: string): Promise<boolean> {
  const folder = installFolder(version);
  // The environment's Python is a link to the one it was made with, which may have been removed since.
  if (!existsSync(pythonIn(folder))) return false;
  return (await readStamp(version, STAMP)) === stampOf(version);
}

/** Only ever added to an install in place, which servers may be running from. */
async function addDriver(version: string): Promise<void> {
  const folder = installFolder(version);
  await pipInstall(pythonIn(folder), [DRIVER]);
  await writeFile(join(folder, DRIVER_STAMP), `${DRIVER}\n`);
}

async function hasDriver(version: string): Promise<boolean> {
  return (await readStamp(version, DRIVER_STAMP)) === `${DRIVER}\n`;
}

function readStamp(version: string, name: string): Promise<string | null> {
  return readFile(join(installFolder(version), name), "utf8").catch(() => null);
}

function installFolder(version: string): string {
  return join(INSTALLS, version);
}

function pythonIn(folder: string): string {
  return join(folder, "bin", "python");
}

function requirementsOf(version: string): readonly string[] {
  const older = PINS.filter(([pinned]) => pinned.localeCompare(version, "en", { numeric: true }) <= 0);
  const pins = (older.at(-1) ?? PINS[0])?.[1] ?? [];
  return [`matrix-synapse==${version}`, ...pins];
}

function stampOf(version: string): string {
  return `${requirementsOf(version).join("\n")}\n`;
}

/** Builds beside the final place and renames at the end, so that a half-finished install is never taken for a whole. */
async function buildInstall(version: string): Promise<void> {
  const python = await findPython();
  const folder = installFolder(version);
  const building = `${folder}.${process.pid}`;
  await removeAbandonedBuilds(version);
  try {
    const venv = await runCommand(python, ["-m", "venv", building]);
    if (venv.code !== 0) throw new NoSynapseError(`Python made no virtual environment: ${lastLine(venv.stderr)}`);
    await pipInstall(pythonIn(building), requirementsOf(version));
    await writeFile(join(building, STAMP), stampOf(version));
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function pipInstall(python: string, requirements: readonly string[]): Promise<void> {
  const quiet = ["--quiet", "--no-input", "--disable-pip-version-check"];
  // Without a wheel for this machine pip would build Synapse's Rust part for many minutes and then mostly fail.
  const options = [...quiet, "--retries", "2", "--only-binary", "matrix-synapse,psycopg2-binary"];
  const pip = await runCommand(python, ["-m", "pip", "install", ...options, ...requirements]);
  if (pip.code === 0) return;
  const unreachable = /connection broken|ConnectionError|NewConnectionError|Max retries|timed out|ProxyError|SSLError/i;
  if (unreachable.test(pip.stderr)) throw new NoSynapseError("PyPI cannot be reached, so Synapse cannot be installed.");
  throw new NoSynapseError(`pip could not install ${requirements[0] ?? "nothing"}: ${lastLine(pip.stderr)}`);
}

/** What a process that was killed in the middle of an install has left behind. */
async function removeAbandonedBuilds(version: string): Promise<void> {
  for (const name of await readdir(INSTALLS)) {
    const pid = name.startsWith(`${version}.`) ? Number(name.slice(version.length + 1)) : NaN;
    if (Number.isInteger(pid) && !isProcessAlive(pid)) await rm(join(INSTALLS, name), { recursive: true, force: true });
  }
}

async function findPython(): Promise<string> {
  const wanted = process.env["PYTHON"];
  // First what every version in the table runs on: for the newest Pythons the oldest have no wheels.
  const usual = ["python3.11", "python3.10", "python3.12", "python3.13", "python3", "python"];
  for (const candidate of wanted ? [wanted] : usual) {
    if (await isUsablePython(candidate)) return candidate;
  }
  const which = wanted ? `${wanted}, named by PYTHON, is not` : "There is no";
  throw new NoSynapseError(`${which} Python 3.10 or newer with the modules venv and sqlite3, which Synapse needs.`);
}

/** Asked by running it: a name on the PATH may be a version manager's placeholder, and Debian may leave venv out. */
async function isUsablePython(candidate: string): Promise<boolean> {
  const probe = "import sys, venv, ensurepip, sqlite3; sys.exit(sys.version_info < (3, 10))";
  const answer = await runCommand(candidate, ["-c", probe]).catch(() => null);
  return answer?.code === 0;
}

function lastLine(output: string): string {
  return output.trim().split("\n").at(-1) ?? "";
}
