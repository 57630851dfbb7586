import type { Outcome } from "../sweep/outcome";
import type { Tally } from "../sweep/tally";
import { JournalError, isOfOtherWriter } from "./journal-error";
import type { JournalTrouble } from "./journal-error";
import type { RunEnd } from "./journal-entry";
import type { RunLog } from "./journal-writer";

/**
 * What a run writes down, for as long as this browser keeps it. Nothing here rejects: a run that cannot be recorded
 * goes on all the same, and says so.
 */
export interface RunRecord {
  /** Resolves once it is written, or cannot be: the call may go out. */
  calling(mediaIds: readonly string[]): Promise<void>;
  /** Written within a quarter of a second, and in any case before what follows. */
  outcomes(outcomes: readonly Outcome[]): void;
  end(ended: RunEnd, after: Tally | null): Promise<void>;
}

export interface RecordParts {
  /** Opens the log of the run. Rejects with JournalError. */
  readonly open: () => Promise<RunLog>;
  /** Removes a log that this tab began and could not keep; null for a log that goes on, whose beginning is true. */
  readonly discard: ((id: string) => Promise<void>) | null;
  /** Hears at most once that it is no longer kept, and why. */
  readonly onTrouble: (why: JournalTrouble) => void;
}

/** Outcomes are written together: each write makes the browser's own process work, beside everything else. */
const GATHER_MS = 250;
/** So many at once are not waited with. */
const GATHER_FILES = 128;

/**
 * Opens the record of a run. One that could not be kept to its end is taken out of the journal then: it would tell of a
 * run that broke off, and offer to go on with it. Not so where another tab has gone on with it already.
 */
export async function openRecord({ open, discard, onTrouble }: RecordParts): Promise<RunRecord> {
  let failure: unknown = null;
  const note = (error: unknown) => {
    if (failure === null) onTrouble(error instanceof JournalError ? error.why : "lost");
    failure ??= error;
  };
  const log = await open().catch((error: unknown) => {
    note(error);
    return null;
  });
  const write = async (work: (log: RunLog) => Promise<void>) => {
    if (log !== null && failure === null) await work(log).catch(note);
  };
  let gathered: Outcome[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const writeGathered = () => {
    clearTimeout(timer);
    timer = undefined;
    if (gathered.length === 0) return;
    const outcomes = gathered;
    gathered = [];
    void write((kept) => kept.outcomes(outcomes));
  };
  return {
    calling: (mediaIds) => {
      writeGathered();
      return write((kept) => kept.calling(mediaIds));
    },
    outcomes: (outcomes) => {
      gathered = gathered.concat(outcomes);
      if (gathered.length >= GATHER_FILES) writeGathered();
      else timer ??= setTimeout(writeGathered, GATHER_MS);
    },
    end: async (ended, after) => {
      writeGathered();
      await write((kept) => kept.end(ended, after));
      if (log !== null && failure !== null && !isOfOtherWriter(failure)) await discard?.(log.id).catch(() => undefined);
    },
  };
}
