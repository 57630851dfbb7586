import { amountText, deletedText } from "../../deletion/parts/amount-text";
import { sourceText } from "../../deletion/parts/rule-text";
import type { Formatter } from "../../lib/formatter";
import { plainText } from "../../lib/plain-text";
import type { Entry, RunEnd, RunHeader } from "../../session/journal-entry";
import { actionResult } from "../../files/act/action-words";
import { actionText } from "./action-text";

/** A line of the history. */
export interface HistoryRow {
  readonly id: string;
  readonly startedMs: number;
  readonly what: string;
  readonly result: string;
  /** What else is to say of the result; empty where that is all. */
  readonly remarks: string;
  /** What a search looks at, each part on a line of its own so that no word matches across them. */
  readonly plainText: string;
}

export interface RowOptions {
  readonly formatter: Formatter;
  /** A run is under way on this homeserver, in whichever tab; null while that is not known. */
  readonly isRunning: boolean | null;
}

/** The lines of these entries, in the same order. */
export function rowsOf(entries: readonly Entry[], options: RowOptions): readonly HistoryRow[] {
  const open = entries.filter((entry) => entry.kind === "run" && entry.ended === null).length;
  return entries.map((entry) => rowOf(entry, options, open));
}

function rowOf(entry: Entry, { formatter, isRunning }: RowOptions, open: number): HistoryRow {
  const { id, startedMs } = entry;
  const words = wordsOf(entry, formatter, () => openRunText(isRunning, open));
  const facts = entry.kind === "unreadable" ? [] : [entry.serverName, entry.homeserver, entry.admin];
  const on = namedIn(entry);
  const dates = [formatter.dateTime(startedMs), formatter.utc(startedMs)];
  const searched = [words.what, words.result, words.remarks, ...facts, ...on, ...dates].join("\n");
  return { id, startedMs, ...words, plainText: plainText(searched, formatter.locale) };
}

/** What an entry is about and its words may leave out. */
function namedIn(entry: Entry): readonly string[] {
  if (entry.kind === "action") return entry.on;
  if (entry.kind !== "run") return [];
  const { source } = entry;
  if (source.kind === "room") return [source.roomId];
  return source.kind === "users" ? source.userIds : [];
}

type Words = Pick<HistoryRow, "what" | "result" | "remarks">;

function wordsOf(entry: Entry, formatter: Formatter, openRun: () => string): Words {
  if (entry.kind === "unreadable") {
    return {
      what: "An entry that cannot be read",
      result: "Written by another version of Mediasweep, or damaged",
      remarks: "",
    };
  }
  if (entry.kind === "action") {
    const { ended } = entry;
    const result = ended === null ? "No end was noted" : actionResult(formatter, entry, ended);
    return { what: actionText(formatter, entry), result, remarks: "" };
  }
  const what = sourceText(formatter, entry.source);
  if (entry.ended === null) return { what, result: openRun(), remarks: plannedText(formatter, entry) };
  return { what, result: endedText(formatter, entry, entry.ended), remarks: remarksOf(formatter, entry.ended) };
}

/** Which of several runs without an end it is that is under way, no header tells. */
function openRunText(isRunning: boolean | null, open: number): string {
  if (isRunning === null) return "Not ended";
  if (!isRunning) return "Interrupted";
  return open === 1 ? "Running in this or another tab" : "Running in this or another tab, or interrupted";
}

/** "1,204 files · 3.1 GB planned" */
const plannedText = (formatter: Formatter, { planned }: RunHeader): string =>
  `${amountText(formatter, planned)} planned`;

/** "1,200 of 1,204 deleted · 3.1 GB" */
function endedText(formatter: Formatter, { planned }: RunHeader, { tallies: { deleted } }: RunEnd): string {
  const counts = deletedText(formatter, deleted.files, planned.files);
  return deleted.files === 0 ? counts : `${counts} · ${formatter.bytes(deleted.bytes)}`;
}

/** "2 failed · 1 unknown · stopped" */
function remarksOf(formatter: Formatter, { tallies, isStopped, isClosed, halted }: RunEnd): string {
  const counted = [
    [tallies.failed, "failed"],
    [tallies.unknown, "unknown"],
    [tallies["deleted-unplanned"], "deleted though not planned"],
    [tallies["already-gone"], "already gone"],
    [tallies["kept-by-server"], "kept by Synapse"],
    [tallies["not-attempted"], "not attempted"],
  ] as const;
  const counts = counted.flatMap(([{ files }, word]) => (files === 0 ? [] : [`${formatter.count(files)} ${word}`]));
  if (halted !== null) return [...counts, `ended by itself: ${halted.title}`].join(" · ");
  if (isClosed === true) return [...counts, "closed"].join(" · ");
  return (isStopped ? [...counts, "stopped"] : counts).join(" · ");
}

/** Rows that hold every word of the text, in any case and any script; all of them for an empty text. */
export function searchRows(rows: readonly HistoryRow[], text: string, locale: string): readonly HistoryRow[] {
  const words = plainText(text, locale).split(/\s+/u);
  return rows.filter((row) => words.every((word) => row.plainText.includes(word)));
}

/** "12 entries", or "3 of 12 entries" */
export function entriesText(formatter: Formatter, shown: number, all: number): string {
  if (shown === all) return formatter.plural(all, { one: "{count} entry", other: "{count} entries" });
  const forms = { one: "{shown} of {count} entry", other: "{shown} of {count} entries" };
  return formatter.plural(all, forms).replace("{shown}", formatter.count(shown));
}
