import type { Outcome } from "../sweep/outcome";
import type { Plan } from "../sweep/plan";
import type { Tally } from "../sweep/tally";
import type { LogStep, PlanPart } from "./journal-chunks";
import { RELAXED, commit, keysWith } from "./journal-database";
import type { Connection, Database } from "./journal-database";
import { decodeEntry } from "./journal-entry";
import type { RunEnd, RunHeader } from "./journal-entry";
import { JournalError, journalErrorOf } from "./journal-error";

/**
 * The log of one run. Each promise resolves once its own write is committed; a call may go out then. They reject with
 * JournalError. After the first failure all of them do and nothing is tried again: a log with a gap would tell a
 * resumed run that files were never called which were.
 */
export interface RunLog {
  readonly id: string;
  /** Notes, before a call, the files that it may take. */
  calling(mediaIds: readonly string[]): Promise<void>;
  /** Notes what became of files. */
  outcomes(outcomes: readonly Outcome[]): Promise<void>;
  /** Notes the end, and what statistics count now. The last thing to be written. */
  end(ended: RunEnd, after: Tally | null): Promise<void>;
}

/** A plan's lists are written this many at a time: a value of about 1 MB, some ms of copying. */
const FILES_PER_CHUNK = 4000;

/** Writes header and plan of a run, both or none. Rejects with JournalError. */
export async function writePlan(db: Database, header: RunHeader, plan: Plan): Promise<void> {
  const transaction = db.transaction(["entries", "files"], "readwrite", RELAXED);
  await commit(transaction, async () => {
    await transaction.objectStore("entries").add(header);
    for (const [part, list] of listsOf(plan)) {
      for (let start = 0, index = 0; start < list.length; start += FILES_PER_CHUNK, index += 1) {
        const items = list.slice(start, start + FILES_PER_CHUNK);
        // One after the other, or the copies of all of them are in memory at once.
        await transaction.objectStore("files").add({ id: header.id, part, index, items });
      }
    }
  });
}

const listsOf = (plan: Plan): readonly (readonly [PlanPart, readonly unknown[]])[] => [
  ["doomed", plan.doomed],
  ["kept", plan.kept],
  ["unread", plan.unread],
];

interface LogPosition {
  readonly id: string;
  /** The number of the next chunk of steps. */
  readonly seq: number;
  /** Called once the end is written. */
  readonly onDone: () => void;
}

/** The log of a run that is stored, from its next chunk on. Keeps the connection open until it ends or fails. */
export function openLog(connection: Connection, { id, seq, onDone }: LogPosition): RunLog {
  const { db } = connection;
  const release = connection.hold();
  const queue = createQueue(() => {
    release();
    connection.giveWay();
  });
  let nextSeq = seq;
  let waiting: LogStep[] = [];
  let next: Promise<void> | null = null;

  /** What is asked for while a write is under way goes into the next one together. */
  const append = (step: LogStep): Promise<void> => {
    if (queue.hasFailed()) waiting = [];
    else waiting.push(step);
    next ??= queue.add(() => {
      const steps = waiting;
      waiting = [];
      next = null;
      nextSeq += 1;
      return writeSteps(db, { id, seq: nextSeq - 1, steps });
    });
    return next;
  };

  return {
    id,
    calling: (mediaIds) => append({ calling: mediaIds }),
    outcomes: (outcomes) => append({ outcomes }),
    end: async (ended, after) => {
      await queue.add(() => changeRun(db, id, { ended, after }));
      release();
      onDone();
    },
  };
}

/** Makes one write after the other, and none after a failure: those reject with the same error. */
function createQueue(onFailure: () => void) {
  let last: Promise<void> = Promise.resolve();
  let hasFailed = false;
  const fail = (error: unknown) => {
    if (!hasFailed) onFailure();
    hasFailed = true;
    throw journalErrorOf(error, "lost");
  };
  return {
    add: (write: () => Promise<void>): Promise<void> => {
      last = last.then(write).catch(fail);
      return last;
    },
    hasFailed: () => hasFailed,
  };
}

/** Appends a chunk. An entry that another tab removed meanwhile stays removed: nothing is written beside it. */
async function writeSteps(
  db: Database,
  chunk: { readonly id: string; readonly seq: number; readonly steps: readonly LogStep[] },
): Promise<void> {
  const transaction = transactionOn(db);
  await commit(transaction, async () => {
    const key = await transaction.objectStore("entries").getKey(chunk.id);
    if (key === undefined) throw new JournalError("lost", new Error("The entry was removed"));
    // Adding, not putting: a second writer of the same run must fail, and not write over the first one's words.
    await transaction.objectStore("outcomes").add(chunk);
  });
}

/** Throws InvalidStateError, which counts as lost, where the browser has closed the connection. */
function transactionOn(db: Database) {
  try {
    return db.transaction(["entries", "outcomes"], "readwrite", RELAXED);
  } catch (error) {
    throw new JournalError("lost", error);
  }
}

/** Changes a run's header; rejects with JournalError, "lost" where there is none that can be read. */
export async function changeRun(
  db: Database,
  id: string,
  change: Partial<Pick<RunHeader, "ended" | "after">>,
): Promise<void> {
  const transaction = transactionOn(db);
  await commit(transaction, async () => {
    const stored = decodeEntry(id, await transaction.objectStore("entries").get(id));
    if (stored.kind !== "run") throw new JournalError("lost", new Error("The entry is gone or cannot be read"));
    await transaction.objectStore("entries").put({ ...stored, ...change });
  });
}

/** The number that a run's next chunk of steps takes. */
export async function nextSeqOf(db: Database, id: string): Promise<number> {
  const keys = await db.getAllKeys("outcomes", keysWith(id));
  return (keys.at(-1)?.[1] ?? -1) + 1;
}

/** Removes an entry and all that belongs to it. */
export async function removeEntry(db: Database, id: string): Promise<void> {
  const transaction = db.transaction(["entries", "files", "outcomes"], "readwrite", RELAXED);
  await commit(transaction, async () => {
    await transaction.objectStore("entries").delete(id);
    await transaction.objectStore("files").delete(keysWith(id));
    await transaction.objectStore("outcomes").delete(keysWith(id));
  });
}
