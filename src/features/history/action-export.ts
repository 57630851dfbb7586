import { downloadExport, receiptFileName } from "../../deletion/run/receipt-download";
import type { ExportFormat } from "../../deletion/run/receipt-download";
import type { ActionHeader, Missed } from "../../session/journal-entry";
import { safeCsv } from "../../sweep/safe-csv";

const isoOf = (ms: number): string => new Date(ms).toISOString();

/** What is known of an action as a whole. Times in UTC. */
const factsOf = ({ action, homeserver, serverName, admin, startedMs, ended }: ActionHeader) => ({
  action,
  homeserver,
  serverName,
  admin,
  started: isoOf(startedMs),
  ended: ended === null ? null : isoOf(ended.endedMs),
});

/** The record of an action as CSV: a line for each thing it was done to, or one where it names none. */
export const actionCsv = (header: ActionHeader): string => safeCsv(linesOf(header));

function linesOf(header: ActionHeader) {
  const missed = new Map((header.ended?.missed ?? []).map((miss) => [miss.on, miss]));
  return (header.on.length === 0 ? [""] : header.on).map((subject) => lineOf(header, subject, missed.get(subject)));
}

function lineOf(header: ActionHeader, subject: string, miss: Missed | undefined) {
  const { counts = {} } = header.ended ?? {};
  const counted = Object.entries(counts).map(([name, count]) => `${name}: ${String(count)}`);
  const problem = miss === undefined || miss.what === "not-attempted" ? null : miss.problem;
  return {
    ...factsOf(header),
    on: subject,
    result: header.ended === null ? "" : (miss?.what ?? "done"),
    counted: counted.join(", "),
    reason: problem?.title ?? "",
    server_words: problem?.words ?? "",
  };
}

/** The record of an action as JSON. Never holds a token. */
export function actionJson(header: ActionHeader): string {
  const { on, ended } = header;
  return JSON.stringify(
    { ...factsOf(header), on, counts: ended?.counts ?? null, missed: ended?.missed ?? null },
    null,
    2,
  );
}

/** Hands the record of an action to the browser as a file, named by its start: not every action has an end. */
export function downloadAction(header: ActionHeader, extension: ExportFormat): void {
  const text = extension === "csv" ? actionCsv(header) : actionJson(header);
  downloadExport({ name: receiptFileName(header.serverName, header.startedMs, extension), text, extension });
}
