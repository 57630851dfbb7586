import type { Plan } from "../sweep/plan";
import type { Tally } from "../sweep/tally";
import { openChanges } from "./journal-changes";
import { connect, RELAXED, commit } from "./journal-database";
import type { Connection, Database } from "./journal-database";
import { newEntryId } from "./journal-entry";
import type { ActionHeader, Entry, EntryFacts, RunHeader } from "./journal-entry";
import { journalErrorOf } from "./journal-error";
import { readEntries, readEntry } from "./journal-reader";
import type { StoredEntry } from "./journal-reader";
import { changeRun, nextSeqOf, openLog, removeEntry, writePlan } from "./journal-writer";
import type { RunLog } from "./journal-writer";

/** What is known of a run before it starts, besides its plan. */
export interface RunStart extends EntryFacts {
  /** What the server's statistics counted; null where that is not known. */
  readonly before: Tally | null;
}

/**
 * The record of runs and other actions on this device, in IndexedDB. Every call rejects with JournalError and with
 * nothing else: whoever writes can go on in memory then, and say so.
 */
export interface Journal {
  /** Writes the plan of a run, before anything of it is called. */
  begin(start: RunStart, plan: Plan): Promise<RunLog>;
  /** Goes on with the log of a run that was begun before, which counts as running again. Under the run's lock only. */
  resume(id: string): Promise<RunLog>;
  /** Writes another action: before its call with `ended: null`, after it with what came of it. */
  note(action: ActionHeader): Promise<void>;
  /** Runs and actions of a scope, the newest first. */
  entries(scope: string): Promise<readonly Entry[]>;
  /** All of an entry; null where there is none. */
  read(id: string): Promise<StoredEntry | null>;
  /** Removes an entry and all that belongs to it. */
  remove(id: string): Promise<void>;
  /** Calls the listener when entries began, ended or went, in whichever tab; returns how to end that. */
  readonly changes: { readonly subscribe: (listener: () => void) => () => void };
  close(): void;
}

/** Opens this device's journal. Rejects with JournalError where it cannot be had. */
export async function openJournal(): Promise<Journal> {
  const link = linkTo(await connect());
  const changes = openChanges();
  let isPersistenceAsked = false;

  const announced = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    changes.announce();
    return result;
  };
  const logAt = async (id: string, seq: number): Promise<RunLog> =>
    openLog(await link.connected(), { id, seq, onDone: changes.announce });

  return {
    begin: async (start, plan) => {
      if (!isPersistenceAsked) void askToPersist();
      isPersistenceAsked = true;
      const header = headerOf(start, plan);
      await announced(link.use((db) => writePlan(db, header, plan)));
      return logAt(header.id, 0);
    },
    resume: async (id) => {
      await announced(link.use((db) => changeRun(db, id, { ended: null, after: null })));
      return logAt(id, await link.use((db) => nextSeqOf(db, id)));
    },
    note: (action) => announced(link.use((db) => writeAction(db, action))),
    entries: (scope) => link.use((db) => readEntries(db, scope)),
    read: (id) => link.use((db) => readEntry(db, id)),
    remove: (id) => announced(link.use((db) => removeEntry(db, id))),
    changes,
    close: () => {
      link.close();
      changes.close();
    },
  };
}

/** The connection in use: one that the browser closed, or that gave way to a newer version, is opened anew. */
function linkTo(first: Connection) {
  let current = first;
  let opening: Promise<Connection> | null = null;
  const connected = async (): Promise<Connection> => {
    if (current.isOpen()) return current;
    opening ??= connect().finally(() => {
      opening = null;
    });
    current = await opening;
    return current;
  };
  return {
    connected,
    /** Rejects with JournalError. */
    use: async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
      const connection = await connected();
      try {
        return await work(connection.db);
      } catch (error) {
        // Some browsers lose a connection without telling: the next call has a new one.
        connection.giveWay();
        throw journalErrorOf(error, "lost");
      }
    },
    close: () => {
      current.close();
    },
  };
}

const headerOf = (start: RunStart, { source, engine, serverVersion, planned }: Plan): RunHeader => ({
  ...start,
  kind: "run",
  id: newEntryId(start.startedMs),
  source,
  engine,
  serverVersion,
  planned,
  after: null,
  ended: null,
});

async function writeAction(db: Database, action: ActionHeader): Promise<void> {
  const transaction = db.transaction("entries", "readwrite", RELAXED);
  await commit(transaction, async () => {
    await transaction.store.put(action);
  });
}

/** Asks the browser not to clear this page's storage when the disk runs full. Whether it agrees changes nothing here. */
async function askToPersist(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // Pages on plain http have no `navigator.storage`.
  }
}
