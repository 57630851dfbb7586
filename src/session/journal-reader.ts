import type { Plan } from "../sweep/plan";
import { decodeDoomed, decodeKept, decodeUnread, joinPlan, joinSteps } from "./journal-chunks";
import type { ChunkDecoder, PlanPart, RunLogRead } from "./journal-chunks";
import { keysWith } from "./journal-database";
import type { Database } from "./journal-database";
import { decodeEntry } from "./journal-entry";
import type { ActionHeader, Entry, RunHeader, UnreadableEntry } from "./journal-entry";

/** All that is stored of an entry. */
export type StoredEntry =
  | ({ readonly kind: "run"; readonly header: RunHeader; readonly plan: Plan } & RunLogRead)
  | { readonly kind: "action"; readonly header: ActionHeader }
  | UnreadableEntry;

/** How many chunks of steps are read at once: mostly few bytes each. */
const STEP_CHUNKS = 1000;

/** The entries of a scope, the newest first. One that cannot be read is named as such. */
export async function readEntries(db: Database, scope: string): Promise<readonly Entry[]> {
  const stored = await db.getAllFromIndex("entries", "by-scope", keysWith(scope));
  // Only the two parts of the index are known of an entry that another version wrote.
  return stored.map((value) => decodeEntry(value.id, value)).reverse();
}

/** An entry with its plan and outcomes; null where there is none, or another tab removed it meanwhile. */
export async function readEntry(db: Database, id: string): Promise<StoredEntry | null> {
  const value = await db.get("entries", id);
  if (value === undefined) return null;
  const header = decodeEntry(id, value);
  if (header.kind === "unreadable") return header;
  if (header.kind === "action") return { kind: "action", header };
  const plan = joinPlan(header, {
    doomed: await readPart(db, [id, "doomed"], decodeDoomed),
    kept: await readPart(db, [id, "kept"], decodeKept),
    unread: await readPart(db, [id, "unread"], decodeUnread),
  });
  const log = joinSteps(await readSteps(db, id));
  if ((await db.getKey("entries", id)) === undefined) return null;
  if (plan === null || log === null) return { kind: "unreadable", id, startedMs: header.startedMs };
  return { kind: "run", header, plan, ...log };
}

/** Chunk by chunk, so that the page can paint between them: a list may hold some hundred thousand files. */
async function readPart<T>(
  db: Database,
  [id, part]: readonly [string, PlanPart],
  decode: ChunkDecoder<T>,
): Promise<readonly T[] | null> {
  const items: T[] = [];
  for (let index = 0; ; index += 1) {
    const chunk = await db.get("files", [id, part, index]);
    if (chunk === undefined) return items;
    const decoded = decode(chunk.items);
    if (decoded === null) return null;
    for (const item of decoded) items.push(item);
  }
}

/**
 * In several short transactions: a long one would keep the log of a run in progress waiting, and with it the run. Steps
 * are only ever added at the end, so what is read is the log as it was at some moment.
 */
async function readSteps(db: Database, id: string): Promise<readonly unknown[]> {
  const steps: unknown[] = [];
  for (let seq = 0; ; seq += STEP_CHUNKS) {
    const range = IDBKeyRange.bound([id, seq], [id, seq + STEP_CHUNKS], false, true);
    const chunks = await db.getAll("outcomes", range);
    for (const chunk of chunks) steps.push(chunk.steps);
    if (chunks.length < STEP_CHUNKS) return steps;
  }
}
