import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { runCommand } from "./run-command";

/** Where Debian keeps the programs of each release, of which only a client's are on the PATH. */
const RELEASES = "/usr/lib/postgresql";
/** What the newest Synapse asks for. */
const OLDEST_RELEASE = 14;
/** Stands in for root, whom PostgreSQL's server refuses; Debian's package brings it. As in postgres.py. */
const SYSTEM_USER = "postgres";

/** Why PostgreSQL cannot be had on this machine, as one sentence. */
export class NoPostgresError extends Error {
  override readonly name = "NoPostgresError";
}

/** The folder with the programs of the newest PostgreSQL here. Throws `NoPostgresError` where there is none to use. */
export async function findPostgres(): Promise<string> {
  const releases = await readdir(RELEASES).catch(() => []);
  const newestFirst = releases.toSorted((a, b) => Number(b) - Number(a));
  const folders = [...newestFirst.map((release) => join(RELEASES, release, "bin")), ...pathFolders()];
  for (const folder of folders) if (await isUsable(folder)) return await asUsableByUs(folder);
  throw new NoPostgresError(`There is no PostgreSQL ${OLDEST_RELEASE} or newer (Debian's package: postgresql).`);
}

const pathFolders = (): readonly string[] => (process.env["PATH"] ?? "").split(":").filter((folder) => folder !== "");

async function isUsable(folder: string): Promise<boolean> {
  for (const program of ["initdb", "pg_ctl"]) {
    const answer = await runCommand(join(folder, program), ["--version"]).catch(() => null);
    // "initdb (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
    const release = Number(/\(PostgreSQL\) (\d+)/.exec(answer?.stdout ?? "")?.[1] ?? 0);
    if (release < OLDEST_RELEASE) return false;
  }
  return true;
}

async function asUsableByUs(folder: string): Promise<string> {
  if (process.getuid?.() !== 0) return folder;
  const { code } = await runCommand("id", ["-u", SYSTEM_USER]);
  if (code === 0) return folder;
  throw new NoPostgresError(`PostgreSQL does not run as root, and there is no user "${SYSTEM_USER}" to run it as.`);
}
