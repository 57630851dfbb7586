import type { DatabaseKind } from "./database";
import { NoPostgresError, findPostgres } from "./find-postgres";
import { NoSynapseError, SYNAPSE_VERSION, installSynapse } from "./install";

/** Which Synapse is asked for: the one that specs run on, on SQLite, but for what is given. */
export interface SynapseWish {
  readonly version?: string | undefined;
  readonly database?: DatabaseKind;
}

/**
 * Null if a real Synapse can be used here: one that SYNAPSE_URL points at, or such a one, which is then installed.
 * Otherwise the reason as one sentence, for the report of what was skipped.
 */
export async function whyNoSynapse({ version = SYNAPSE_VERSION, database }: SynapseWish = {}): Promise<string | null> {
  if (process.env["SYNAPSE_URL"]) return null;
  try {
    if (database === "postgresql") await findPostgres();
    await installSynapse(version, database);
    return null;
  } catch (error) {
    if (error instanceof NoSynapseError || error instanceof NoPostgresError) return error.message;
    throw error;
  }
}
