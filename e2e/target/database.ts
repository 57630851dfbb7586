import { fileURLToPath } from "node:url";
import * as v from "valibot";

import type { MediaRow, RemoteMediaRow } from "./homeserver";
import { runCommand } from "./run-command";

const SCRIPT = fileURLToPath(new URL("database.py", import.meta.url));

const mediaRows = v.array(
  v.object({
    media_id: v.string(),
    user_id: v.string(),
    created_ts: v.number(),
    last_access_ts: v.nullable(v.number()),
    media_type: v.nullable(v.string()),
    media_length: v.nullable(v.number()),
    upload_name: v.nullable(v.string()),
    quarantined_by: v.nullable(v.string()),
    safe_from_quarantine: v.boolean(),
    url_cache: v.nullable(v.string()),
  }),
);

/** Which database a Synapse keeps its tables in. They differ in where NULLs stand, among other things. */
export type DatabaseKind = "sqlite" | "postgresql";

/** An SQLite file by its path, or a PostgreSQL by the folder that holds its socket. */
export type DatabasePlace = { readonly path: string } | { readonly host: string };

/** A Synapse's database and the Python that can read it; Node 20 has no SQLite of its own. */
export interface Database {
  readonly python: string;
  readonly place: DatabasePlace;
}

/** Inserts rows or overwrites those of the same media ID. The server reads this table anew for each request. */
export async function insertMediaRows(database: Database, rows: readonly MediaRow[]): Promise<void> {
  await runOnDatabase(database, { command: "insert", rows });
}

/** Inserts rows of `remote_media_cache` or overwrites those of the same server and media ID. */
export async function insertRemoteMediaRows(database: Database, rows: readonly RemoteMediaRow[]): Promise<void> {
  const withPlace = rows.map((row) => ({ ...row, filesystem_id: `of-${row.media_id}` }));
  await runOnDatabase(database, { command: "insert remote", rows: withPlace });
}

/** All rows of `local_media_repository`, in no order. */
export async function readMediaRows(database: Database): Promise<MediaRow[]> {
  return v.parse(mediaRows, await runOnDatabase(database, { command: "read" }));
}

/** Empties `local_media_repository` and `remote_media_cache`; files on disk stay. */
export async function clearMediaRows(database: Database): Promise<void> {
  await runOnDatabase(database, { command: "clear" });
}

type Command =
  | { command: "insert"; rows: readonly MediaRow[] }
  | { command: "insert remote"; rows: readonly RemoteMediaRow[] }
  | { command: "read" | "clear" };

async function runOnDatabase({ python, place }: Database, command: Command): Promise<unknown> {
  // Without site packages where the standard library is all it needs: it then starts in half the time.
  const isolated = "path" in place ? ["-I", "-S", "-B"] : ["-I", "-B"];
  const input = JSON.stringify({ database: place, ...command });
  const { code, stdout, stderr } = await runCommand(python, [...isolated, SCRIPT], { input });
  if (code !== 0) throw new Error(`The database command "${command.command}" failed: ${stderr.trim()}`);
  return JSON.parse(stdout);
}
