import Papa from "papaparse";
import { mxcOf } from "../lib/mxc";
import type { KeptFile } from "./plan";
import { freedBytes, tallyOf } from "./receipt";
import type { Receipt, ReceiptEntry } from "./receipt";

const isoOrEmpty = (ms: number | null | undefined): string => (ms == null ? "" : new Date(ms).toISOString());

/** One line of an export. Times in UTC, sizes in bytes. */
const rowOf = (receipt: Receipt, { outcome, file }: ReceiptEntry) => ({
  outcome: outcome.what,
  mxc: mxcOf({ serverName: receipt.serverName, mediaId: outcome.mediaId }),
  media_id: outcome.mediaId,
  user_id: file?.userId ?? "",
  name: file?.name ?? "",
  type: file?.type ?? "",
  size_bytes: file?.sizeBytes ?? (outcome.what === "deleted-unplanned" ? outcome.sizeBytes : null) ?? "",
  uploaded: isoOrEmpty(file?.createdMs),
  last_used: isoOrEmpty(file?.lastAccessMs),
  known_by: outcome.what === "deleted" ? outcome.knownBy : "",
  reason: outcome.what === "failed" || outcome.what === "unknown" ? outcome.problem.title : "",
});

const keptRowOf = (receipt: Receipt, { file, reason }: KeptFile) => ({
  ...rowOf(receipt, { outcome: { what: "not-attempted", mediaId: file.mediaId }, file }),
  outcome: "kept",
  reason: reason.kind,
});

const rowsOf = (receipt: Receipt) => [
  ...receipt.entries.map((entry) => rowOf(receipt, entry)),
  ...receipt.kept.map((kept) => keptRowOf(receipt, kept)),
];

/**
 * The receipt as CSV: a byte order mark, because spreadsheets take UTF-8 for something else without, and cells that
 * start like a formula are quoted, because file names come from anybody.
 */
export const receiptCsv = (receipt: Receipt): string =>
  `\uFEFF${Papa.unparse(rowsOf(receipt), { escapeFormulae: true, newline: "\r\n" })}`;

/** The receipt as JSON, with the sums that the screen shows. Never holds a token. */
export const receiptJson = (receipt: Receipt): string => {
  const { entries, kept: _kept, startedMs, endedMs, ...facts } = receipt;
  const summary = { tallies: tallyOf(entries), freed_bytes: freedBytes(entries) };
  const times = { started: isoOrEmpty(startedMs), ended: isoOrEmpty(endedMs) };
  return JSON.stringify({ ...facts, ...times, ...summary, files: rowsOf(receipt) }, null, 2);
};
