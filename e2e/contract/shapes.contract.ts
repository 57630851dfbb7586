import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "../fixtures/test";
import type { DatabaseKind } from "../target/database";
import { SYNAPSE_VERSION } from "../target/install";
import { startStandin } from "../target/standin";
import { startOwnSynapse } from "../target/synapse";
import { type Recording, recordShapes } from "./record-shapes";

/** One file for each version of Synapse on SQLite, one of the newest on PostgreSQL; written by it under RECORD=1. */
const FOLDER = new URL("shapes/", import.meta.url);
const ON_POSTGRESQL = ".postgresql";

const fileOf = (name: string): string => fileURLToPath(new URL(`${name}.json`, FOLDER));

function readRecording(name: string): unknown {
  return JSON.parse(readFileSync(fileOf(name), "utf8"));
}

/** Of a server of its own: accounts and rooms of the specs before would be in the lists. */
async function recordOfOwn(version: string, database: DatabaseKind): Promise<Recording> {
  const own = await startOwnSynapse({ version, database });
  try {
    return await recordShapes(own);
  } finally {
    await own.stop();
  }
}

test("a real Synapse answers in the recorded shapes", { tag: "@synapse-only" }, async ({ homeserver }) => {
  const { version, database } = homeserver;
  test.skip(database === null, "The database of this server is out of reach.");
  const isElsewhere = database === "postgresql" && version !== SYNAPSE_VERSION;
  test.skip(isElsewhere, "On PostgreSQL only the newest version is recorded.");
  const recording = await recordOfOwn(version, database ?? "sqlite");
  const name = database === "postgresql" ? `${version}${ON_POSTGRESQL}` : version;
  if (process.env["RECORD"] === "1") writeFileSync(fileOf(name), `${JSON.stringify(recording, null, 2)}\n`);
  expect(existsSync(fileOf(name)), `${name} has been recorded, with RECORD=1`).toBe(true);
  expect(recording).toEqual(readRecording(name));
});

for (const name of readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ""))) {
  test(`the stand-in answers in the shapes of Synapse ${name}`, { tag: "@standin-only" }, async () => {
    const isOnPostgres = name.endsWith(ON_POSTGRESQL);
    const version = isOnPostgres ? name.slice(0, -ON_POSTGRESQL.length) : name;
    const standin = await startStandin({ version, nullOrder: isOnPostgres ? "postgres" : "sqlite" });
    try {
      expect(await recordShapes(standin)).toEqual(readRecording(name));
    } finally {
      await standin.stop();
    }
  });
}
