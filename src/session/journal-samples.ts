import { openDB } from "idb";
import { afterEach, beforeEach, vi } from "vitest";
import { mediaFileOf } from "../api/media-page";
import type { Outcome } from "../sweep/outcome";
import type { Plan } from "../sweep/plan";
import { planFiles } from "../sweep/planned-files";
import { tallyOf } from "../sweep/receipt";
import { installIndexedDb } from "./fake-device";
import { openJournal } from "./journal";
import type { Journal, RunStart } from "./journal";
import type { RunEnd } from "./journal-entry";

/** Sample runs, and a journal to write them to, for specs. */

const opened: Journal[] = [];

/** Gives each test of a file an empty IndexedDB, and closes what it opened. */
export function withEmptyDevice(): void {
  beforeEach(() => {
    installIndexedDb();
  });
  afterEach(() => {
    closeTabs();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

/** Closes every tab's journal. */
export function closeTabs(): void {
  for (const journal of opened.splice(0)) journal.close();
}

/** A tab's journal. */
export async function openTab(): Promise<Journal> {
  const journal = await openJournal();
  opened.push(journal);
  return journal;
}

/** What is known of a run of Ann's before it starts. */
export const ann: RunStart = {
  scope: "https://hs.example @ann:example.org",
  homeserver: "https://hs.example",
  serverName: "example.org",
  admin: "@ann:example.org",
  startedMs: 1_700_000_000_000,
  before: { files: 9, bytes: 90 },
};
export const bob: RunStart = { ...ann, scope: "https://hs.example @bob:example.org", admin: "@bob:example.org" };

/** How such a run ended. */
export const ended: RunEnd = {
  endedMs: 1_700_000_060_000,
  isStopped: true,
  halted: { title: "Stopped", advice: "Go on.", words: null },
  tallies: { ...tallyOf([]), deleted: { files: 2, bytes: 20 } },
  freedBytes: 20,
};

/** A plan that keeps one of so many files, and knows of two that no list names. */
export const planOf = (count: number): Plan =>
  planFiles(
    Array.from({ length: count }, (_, index) =>
      mediaFileOf(
        {
          media_id: `f${String(index)}`,
          created_ts: index,
          media_length: 10,
          safe_from_quarantine: false,
        },
        "@ann:example.org",
      ),
    ),
    { unread: [{ userId: "@gone:example.org", displayName: null, files: 2, bytes: 3 }], unticked: ["f1"] },
  );

/** Synapse named it as deleted. */
export const deleted = (mediaId: string): Outcome => ({ what: "deleted", mediaId, knownBy: "answer" });

/** A run as the journal has it. Throws where it has none. */
export async function readRun(journal: Journal, id: string) {
  const entry = await journal.read(id);
  if (entry?.kind !== "run") throw new Error(`No run but ${entry?.kind ?? "nothing"}`);
  return entry;
}

/** Everything that lies in the database, whoever wrote it. */
export async function storedCounts(): Promise<readonly number[]> {
  const db = await openDB("mediasweep");
  const counts = await Promise.all([...db.objectStoreNames].map((name) => db.count(name)));
  db.close();
  return counts;
}

/** Stores what this version would not. */
export async function putRaw(store: string, value: unknown): Promise<void> {
  const db = await openDB("mediasweep");
  await db.put(store, value);
  db.close();
}
