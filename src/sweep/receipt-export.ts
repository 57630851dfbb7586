import { mxcOf } from "../lib/mxc";
import type { KeepReason, KeptFile } from "./plan";
import { freedBytes, tallyOf } from "./receipt";
import type { Receipt, ReceiptEntry } from "./receipt";
import { safeCsv } from "./safe-csv";
import { tallyOfFiles } from "./tally";

const isoOrEmpty = (ms: number | null | undefined): string => (ms == null ? "" : new Date(ms).toISOString());

/** One line of an export. Times in UTC, sizes in bytes. */
const rowOf = (serverName: string, { outcome, file }: ReceiptEntry, isPlanned: boolean) => ({
  outcome: outcome.what,
  planned: isPlanned ? "yes" : "no",
  mxc: mxcOf({ serverName, mediaId: outcome.mediaId }),
  media_id: outcome.mediaId,
  user_id: file?.userId ?? "",
  name: file?.name ?? "",
  type: file?.type ?? "",
  size_bytes: file?.sizeBytes ?? (outcome.what === "deleted-unplanned" ? outcome.sizeBytes : null) ?? "",
  uploaded: isoOrEmpty(file?.createdMs),
  last_used: isoOrEmpty(file?.lastAccessMs),
  known_by: ("knownBy" in outcome ? outcome.knownBy : undefined) ?? "",
  reason: "problem" in outcome ? outcome.problem.title : "",
  server_words: "problem" in outcome ? (outcome.problem.words ?? "") : "",
  kept_for: "",
});

const keptRowOf = (serverName: string, { file, reason }: KeptFile) => ({
  ...rowOf(serverName, { outcome: { what: "not-attempted", mediaId: file.mediaId }, file }, false),
  outcome: "kept",
  reason: reason.kind,
  kept_for: holderOf(reason),
});

/** The user, room or admin that a reason names. */
function holderOf(reason: KeepReason): string {
  if ("userId" in reason) return reason.userId;
  if ("roomId" in reason) return reason.roomId;
  return "by" in reason ? reason.by : "";
}

/** What the plan kept and Synapse left as well. */
function leftOf({ entries, kept }: Receipt): readonly KeptFile[] {
  const gone = entries.filter(({ outcome }) => outcome.what === "deleted-unplanned");
  const goneIds = new Set(gone.map(({ outcome }) => outcome.mediaId));
  return kept.filter(({ file }) => !goneIds.has(file.mediaId));
}

function rowsOf(receipt: Receipt) {
  const { serverName, entries, kept } = receipt;
  const keptIds = new Set(kept.map(({ file }) => file.mediaId));
  return [
    ...entries.map((entry) => rowOf(serverName, entry, entry.file !== null && !keptIds.has(entry.outcome.mediaId))),
    ...leftOf(receipt).map((left) => keptRowOf(serverName, left)),
  ];
}

/** The receipt as CSV, a line for each file. */
export const receiptCsv = (receipt: Receipt): string => safeCsv(rowsOf(receipt));

/** The receipt as JSON, with the sums that the screen shows. Never holds a token. */
export const receiptJson = (receipt: Receipt): string => {
  const { entries, kept: _kept, startedMs, endedMs, before, after, ...facts } = receipt;
  const times = { started: isoOrEmpty(startedMs), ended: isoOrEmpty(endedMs) };
  const summary = {
    statistics: { before, after },
    tallies: tallyOf(entries),
    kept: tallyOfFiles(leftOf(receipt).map(({ file }) => file)),
    freed_bytes: freedBytes(entries),
  };
  return JSON.stringify({ ...facts, ...times, ...summary, files: rowsOf(receipt) }, null, 2);
};
