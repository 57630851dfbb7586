import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "../fixtures/test";
import { startStandin } from "../target/standin";
import { startOwnSynapse } from "../target/synapse";
import { type Recording, recordShapes } from "./record-shapes";

/** One file for each version of Synapse, written by a real one under RECORD=1. */
const FOLDER = new URL("shapes/", import.meta.url);

const fileOf = (version: string): string => fileURLToPath(new URL(`${version}.json`, FOLDER));

function readRecording(version: string): unknown {
  return JSON.parse(readFileSync(fileOf(version), "utf8"));
}

/** Of a server of its own: accounts and rooms of the specs before would be in the lists. */
async function recordOfOwn(version: string): Promise<Recording> {
  const own = await startOwnSynapse({ version });
  try {
    return await recordShapes(own);
  } finally {
    await own.stop();
  }
}

test("a real Synapse answers in the recorded shapes", { tag: "@synapse-only" }, async ({ homeserver }) => {
  test.skip(!homeserver.abilities.rows, "The database of this server is out of reach.");
  const recording = await recordOfOwn(homeserver.version);
  const file = fileOf(homeserver.version);
  if (process.env["RECORD"] === "1") writeFileSync(file, `${JSON.stringify(recording, null, 2)}\n`);
  expect(existsSync(file), `${file} has been recorded, with RECORD=1`).toBe(true);
  expect(recording).toEqual(readRecording(homeserver.version));
});

for (const version of readdirSync(FOLDER).map((name) => name.replace(/\.json$/, ""))) {
  test(`the stand-in answers in the shapes of Synapse ${version}`, { tag: "@standin-only" }, async () => {
    const standin = await startStandin({ version });
    try {
      expect(await recordShapes(standin)).toEqual(readRecording(version));
    } finally {
      await standin.stop();
    }
  });
}
