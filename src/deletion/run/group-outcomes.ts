import type { ListedFile } from "../../sweep/inventory";
import type { OutcomeKind } from "../../sweep/outcome";
import type { KeepReason, Source } from "../../sweep/plan";
import { sizeOf } from "../../sweep/receipt";
import type { Receipt, ReceiptEntry } from "../../sweep/receipt";
import type { Tally } from "../../sweep/tally";
import { outcomeText } from "./outcome-text";

/** One file of the results. */
export interface OutcomeRow {
  readonly mediaId: string;
  /** As it was when reviewed; null for a file that was on no list. */
  readonly file: ListedFile | null;
  readonly sizeBytes: number | null;
  /** What is to say about it; empty where the section says it all. */
  readonly note: KeepReason | string;
}

export type OutcomeGroups = Readonly<Record<OutcomeKind, readonly OutcomeRow[]>>;

/** The results by what became of each file. What the plan kept stands with what Synapse kept. */
export function groupOutcomes({ entries, kept, source }: Receipt): OutcomeGroups {
  const groups: Record<OutcomeKind, OutcomeRow[]> = {
    deleted: [],
    "deleted-unplanned": [],
    "kept-by-server": [],
    "already-gone": [],
    failed: [],
    unknown: [],
    "not-attempted": [],
  };
  const unplanned = new Set<string>();
  for (const entry of entries) {
    const { what, mediaId } = entry.outcome;
    if (what === "deleted-unplanned") unplanned.add(mediaId);
    groups[what].push(rowOf(entry, source));
  }
  for (const { file, reason } of kept) {
    // What Synapse deleted all the same was not kept.
    if (unplanned.has(file.mediaId)) continue;
    groups["kept-by-server"].push({ mediaId: file.mediaId, file, sizeBytes: file.sizeBytes, note: reason });
  }
  return groups;
}

function rowOf(entry: ReceiptEntry, source: Source): OutcomeRow {
  const { outcome, file } = entry;
  const isSized = file?.sizeBytes != null || (outcome.what === "deleted-unplanned" && outcome.sizeBytes !== null);
  return {
    mediaId: outcome.mediaId,
    file,
    sizeBytes: isSized ? sizeOf(entry) : null,
    note: outcomeText(outcome, source),
  };
}

/** Files and bytes of a group, and how many of the files have no known size; those count nothing in the bytes. */
export const tallyRows = (rows: readonly OutcomeRow[]): Tally & { readonly unsized: number } => ({
  files: rows.length,
  bytes: rows.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0),
  unsized: rows.filter(({ sizeBytes }) => sizeBytes === null).length,
});
