import type { ErrorText } from "../api/describe-error";
import type { MediaOwner } from "../api/statistics";
import type { ListedFile } from "./inventory";
import type { Outcome, OutcomeKind } from "./outcome";
import { unlistedOf } from "./plan";
import type { Engine, KeptFile, Plan, Source } from "./plan";
import { NO_FILES } from "./tally";
import type { Tally } from "./tally";

/** Where and by whom a plan was run. */
export interface RunFacts {
  readonly homeserver: string;
  readonly serverName: string;
  /** MXID of the admin. */
  readonly admin: string;
  readonly startedMs: number;
  readonly endedMs: number;
  /** What the server's statistics counted before it and after it; null where that is not known. */
  readonly before: Tally | null;
  readonly after: Tally | null;
  /** The admin stopped it. */
  readonly isStopped: boolean;
  /** It was interrupted, and the admin closed it instead of going on. */
  readonly isClosed: boolean;
  /** It ended by itself before its end, for this reason. */
  readonly halted: ErrorText | null;
}

export interface ReceiptEntry {
  readonly outcome: Outcome;
  /** As it was when reviewed; null for a file that was on no list. */
  readonly file: ListedFile | null;
}

/** The record of a run: what was reviewed against what became of it. */
export interface Receipt extends RunFacts {
  readonly source: Source;
  readonly engine: Engine;
  readonly serverVersion: string;
  readonly planned: Tally;
  readonly entries: readonly ReceiptEntry[];
  /** Files that matched and were kept by the plan. */
  readonly kept: readonly KeptFile[];
  /** Owners whose files were on no list, and could go all the same: the admin agreed to that. */
  readonly unlisted: readonly MediaOwner[];
}

export type Tallies = Readonly<Record<OutcomeKind, Tally>>;

/** Joins a plan with its outcomes. A file that Synapse deleted beyond the plan is looked up among the kept ones. */
export function buildReceipt(plan: Plan, outcomes: Iterable<Outcome>, facts: RunFacts): Receipt {
  const files = filesOf(plan);
  return {
    ...facts,
    source: plan.source,
    engine: plan.engine,
    serverVersion: plan.serverVersion,
    planned: plan.planned,
    entries: [...outcomes].map((outcome) => ({ outcome, file: files.get(outcome.mediaId) ?? null })),
    kept: plan.kept,
    unlisted: unlistedOf(plan),
  };
}

/** Every file a plan names, by media ID. */
export const filesOf = (plan: Plan): ReadonlyMap<string, ListedFile> =>
  new Map([...plan.doomed, ...plan.kept.map(({ file }) => file)].map((file) => [file.mediaId, file]));

/** Files and bytes of each kind of outcome. */
export function tallyOf(entries: readonly ReceiptEntry[]): Tallies {
  const tallies: Record<OutcomeKind, Tally> = {
    deleted: NO_FILES,
    "deleted-unplanned": NO_FILES,
    "already-gone": NO_FILES,
    "kept-by-server": NO_FILES,
    failed: NO_FILES,
    unknown: NO_FILES,
    "not-attempted": NO_FILES,
  };
  for (const entry of entries) {
    const { files, bytes } = tallies[entry.outcome.what];
    tallies[entry.outcome.what] = { files: files + 1, bytes: bytes + sizeOf(entry) };
  }
  return tallies;
}

/** Bytes of an entry's file; what is not known counts nothing. */
export const sizeOf = ({ file, outcome }: ReceiptEntry): number =>
  file?.sizeBytes ?? (outcome.what === "deleted-unplanned" ? outcome.sizeBytes : null) ?? 0;

/**
 * Bytes that left the disk, as far as a client can know. Not those of URL previews: Synapse removes their rows and
 * looks for their files in the wrong place, so the files stay.
 * Source: `_remove_local_media_from_disk` in Synapse's media repository.
 */
export const freedBytes = (entries: readonly ReceiptEntry[]): number =>
  entries
    .filter(({ outcome, file }) => isDeleted(outcome) && file?.isUrlPreview !== true)
    .reduce((sum, entry) => sum + sizeOf(entry), 0);

export const isDeleted = ({ what }: Outcome): boolean => what === "deleted" || what === "deleted-unplanned";
