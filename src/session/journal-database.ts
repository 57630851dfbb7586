import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { ActionHeader, RunHeader } from "./journal-entry";
import { JournalError, journalErrorOf } from "./journal-error";
import type { LogStep, PlanPart } from "./journal-chunks";

/**
 * What the journal stores. Lists read entries alone, so these are small; what they tell of is beside them, in chunks,
 * because a value is written and read whole. Reading, every value is decoded anew: another version may have written it.
 */
export interface JournalSchema extends DBSchema {
  readonly entries: {
    readonly key: string;
    readonly value: RunHeader | ActionHeader;
    readonly indexes: { readonly "by-scope": [string, number] };
  };
  /** The plan of a run: some thousand files each, key [id, part, index]. */
  readonly files: {
    readonly key: [string, PlanPart, number];
    readonly value: FilesChunk;
  };
  /** What happened, appended in order, key [id, seq]. */
  readonly outcomes: {
    readonly key: [string, number];
    readonly value: StepsChunk;
  };
}

interface FilesChunk {
  readonly id: string;
  readonly part: PlanPart;
  readonly index: number;
  readonly items: readonly unknown[];
}

interface StepsChunk {
  readonly id: string;
  readonly seq: number;
  readonly steps: readonly LogStep[];
}

export type Database = IDBPDatabase<JournalSchema>;

const NAME = "mediasweep";

/**
 * Raise it only for other stores, keys or indexes, and add a step to `upgrade`. A new field of an entry needs none:
 * it is optional in the decoders.
 */
const VERSION = 1;

/** Takes a database from any earlier version to this one, step by step: `if (from < 2) …` follows below. */
function upgrade(db: Database, from: number): void {
  if (from < 1) {
    db.createObjectStore("entries", { keyPath: "id" }).createIndex("by-scope", ["scope", "startedMs"]);
    db.createObjectStore("files", { keyPath: ["id", "part", "index"] });
    db.createObjectStore("outcomes", { keyPath: ["id", "seq"] });
  }
}

/** An open connection. While it is held, a tab with a newer version of the app has to wait. */
export interface Connection {
  readonly db: Database;
  /** False once it was closed, by the browser or in favour of a newer version. */
  isOpen(): boolean;
  /** Keeps the connection open, for a run in progress, until the returned function is called. */
  hold(): () => void;
  /** Closes it, once nobody holds it. */
  giveWay(): void;
  close(): void;
}

/**
 * Opens the database. Rejects with JournalError: "refused" where the browser keeps none, where another tab with another
 * version of the app does not let go of it, or where a newer version has changed it; "full" where there is no room.
 */
export function connect(): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const tie = createTie();
    open({
      blocked: () => {
        // It may still open, once the other tab is closed: then nobody waits for it, and it must not stand in the way.
        tie.giveWay();
        reject(new JournalError("refused", new Error("Another tab holds the journal of an older version open")));
      },
      blocking: tie.giveWay,
      terminated: tie.end,
    })
      .then(tie.to)
      .then(resolve, (error: unknown) => {
        reject(journalErrorOf(error, "refused"));
      });
  });
}

/** What keeps a connection open, and what closes it. */
function createTie() {
  let database: Database | null = null;
  let holds = 0;
  let isOpen = true;
  let isUnwanted = false;
  const end = () => {
    isOpen = false;
    database?.close();
  };
  const giveWay = () => {
    isUnwanted = true;
    if (holds === 0) end();
  };
  const hold = () => {
    let isHeld = true;
    holds += 1;
    return () => {
      if (isHeld) holds -= 1;
      isHeld = false;
      if (isUnwanted) giveWay();
    };
  };
  const to = (db: Database): Connection => {
    database = db;
    if (!isOpen) end();
    return { db, isOpen: () => isOpen, hold, giveWay, close: end };
  };
  return { to, giveWay, end };
}

/** Async, so that a browser without IndexedDB is a rejection too, and not an exception. */
const open = async (callbacks: { blocked: () => void; blocking: () => void; terminated: () => void }) =>
  openDB<JournalSchema>(NAME, VERSION, { upgrade, ...callbacks });

/**
 * Relaxed: a write counts as made once the operating system has it. A crash of the tab or of the browser loses nothing
 * then; only a power cut can lose the last seconds. Waiting for the disk would cost each write some 10 ms and more.
 */
export const RELAXED = { durability: "relaxed" } as const;

interface Transaction {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
}

/** Does work within a transaction and resolves once it is committed; all of it or nothing. Rejects with JournalError. */
export async function commit(transaction: Transaction, work: () => Promise<void>): Promise<void> {
  // Its failure is told by the wait below; where the work failed before, the work's own error tells more.
  transaction.done.catch(() => undefined);
  try {
    await work();
    await transaction.done;
  } catch (error) {
    // The transaction's own reason first: its requests only say that they were cut short.
    const reason = transaction.error ?? error;
    try {
      transaction.abort();
    } catch {
      // It has ended already.
    }
    throw journalErrorOf(reason, "lost");
  }
}

/** The keys that begin with these parts. */
export const keysWith = (...parts: readonly (string | number)[]): IDBKeyRange =>
  // Arrays sort after every string and number.
  IDBKeyRange.bound([...parts], [...parts, []]);
