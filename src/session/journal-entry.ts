import * as v from "valibot";
import type { ErrorText } from "../api/describe-error";
import type { Counts, TargetResult } from "../sweep/action";
import type { Filter } from "../sweep/filter";
import type { Engine, Source } from "../sweep/plan";
import type { Tallies } from "../sweep/receipt";
import type { Rule } from "../sweep/rule";
import type { Tally } from "../sweep/tally";

/** What all entries hold: where, by whom, and when. */
export interface EntryFacts {
  /** Homeserver and admin, as in `Client.scope`: every list of history is of one scope. */
  readonly scope: string;
  /** Base URL. */
  readonly homeserver: string;
  readonly serverName: string;
  /** MXID of the admin. */
  readonly admin: string;
  readonly startedMs: number;
}

export interface RunEnd {
  readonly endedMs: number;
  readonly isStopped: boolean;
  /** Absent where an earlier version wrote it, which took a closed run for a stopped one. */
  readonly isClosed?: boolean;
  readonly halted: ErrorText | null;
  readonly tallies: Tallies;
  readonly freedBytes: number;
}

/** A clean-up, without its files. */
export interface RunHeader extends EntryFacts {
  readonly kind: "run";
  readonly id: string;
  readonly source: Source;
  readonly engine: Engine;
  readonly serverVersion: string;
  readonly planned: Tally;
  /** What the server's statistics counted; null where that is not known. */
  readonly before: Tally | null;
  readonly after: Tally | null;
  /** Null while it runs, and for good where its tab was closed: the run can be resumed. */
  readonly ended: RunEnd | null;
}

/** Anything else that deletes or moderates. */
export interface ActionHeader extends EntryFacts {
  readonly kind: "action";
  readonly id: string;
  /** What was done, for instance `quarantine`. */
  readonly action: string;
  /** On what: mxc URIs, MXIDs, room IDs or a date. */
  readonly on: readonly string[];
  /** Null while it goes on, and for good where its tab was closed. */
  readonly ended: ActionEnd | null;
}

export interface ActionEnd {
  readonly endedMs: number;
  /** What the server counted, by the name it gives to it. */
  readonly counts: Counts;
  /** What it was not done to, or may not have been; it was done to the rest. */
  readonly missed: readonly Missed[];
}

/** Failed, or its answer was lost, or its turn never came. */
export type Missed = Exclude<TargetResult, { what: "done" }>;

/** An entry of another version of the app, or a damaged one. It can be removed. */
export interface UnreadableEntry {
  readonly kind: "unreadable";
  readonly id: string;
  readonly startedMs: number;
}

export type Entry = RunHeader | ActionHeader | UnreadableEntry;

/**
 * A new entry's ID: the time it started at, so that IDs sort by it, and 64 random bits. Not `crypto.randomUUID`, which
 * pages on plain http do not have.
 */
export function newEntryId(startedMs: number): string {
  const random = crypto.getRandomValues(new Uint8Array(8));
  const digits = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${startedMs.toString(36).padStart(9, "0")}-${digits}`;
}

/** The part of an ID that tells when it started, in ms; 0 where the ID is of another make. */
const startOfId = (id: string): number => {
  const startedMs = Number.parseInt(id.split("-", 1)[0] ?? "", 36);
  return Number.isSafeInteger(startedMs) ? startedMs : 0;
};

const tally: v.GenericSchema<unknown, Tally> = v.object({ files: v.number(), bytes: v.number() });

export const errorText: v.GenericSchema<unknown, ErrorText> = v.object({
  title: v.string(),
  advice: v.string(),
  words: v.nullable(v.string()),
});

/**
 * Strict, as the filter below: a condition that this version does not know would make the rule read wider than it was.
 * A condition added later needs a default here, for the entries that were written before.
 */
const rule: v.GenericSchema<unknown, Rule> = v.strictObject({
  beforeMs: v.number(),
  largerThanBytes: v.number(),
  keepAvatars: v.boolean(),
});

const filter: v.GenericSchema<unknown, Filter> = v.strictObject({
  uploadedFromMs: v.nullable(v.number()),
  uploadedBeforeMs: v.nullable(v.number()),
  usedFromMs: v.nullable(v.number()),
  atMostBytes: v.nullable(v.number()),
  typeGroup: v.nullable(v.string()),
  nameContains: v.string(),
  userIds: v.array(v.string()),
  isOfDeactivated: v.boolean(),
  isNeverOpened: v.boolean(),
  isUnauthenticated: v.boolean(),
  isWithoutUrlPreviews: v.boolean(),
});

const source: v.GenericSchema<unknown, Source> = v.variant("kind", [
  v.object({ kind: v.literal("rule"), rule, filter }),
  v.object({ kind: v.literal("user"), userId: v.string() }),
  v.object({ kind: v.literal("users"), userIds: v.array(v.string()) }),
  v.object({ kind: v.literal("picked"), userId: v.string() }),
  v.object({ kind: v.literal("room"), roomId: v.string(), name: v.nullable(v.string()) }),
]);

const tallies: v.GenericSchema<unknown, Tallies> = v.object({
  deleted: tally,
  "deleted-unplanned": tally,
  "already-gone": tally,
  "kept-by-server": tally,
  failed: tally,
  unknown: tally,
  "not-attempted": tally,
});

const facts = {
  id: v.string(),
  scope: v.string(),
  homeserver: v.string(),
  serverName: v.string(),
  admin: v.string(),
  startedMs: v.number(),
};

const runEnd: v.GenericSchema<unknown, RunEnd> = v.object({
  endedMs: v.number(),
  isStopped: v.boolean(),
  isClosed: v.exactOptional(v.boolean()),
  halted: v.nullable(errorText),
  tallies,
  freedBytes: v.number(),
});

const missed: v.GenericSchema<unknown, Missed> = v.variant("what", [
  v.object({ what: v.picklist(["failed", "unknown"]), on: v.string(), problem: errorText }),
  v.object({ what: v.literal("not-attempted"), on: v.string() }),
]);

const header: v.GenericSchema<unknown, RunHeader | ActionHeader> = v.variant("kind", [
  v.object({
    ...facts,
    kind: v.literal("run"),
    source,
    engine: v.picklist(["synapse-rule", "exact-list", "whole-user"]),
    serverVersion: v.string(),
    planned: tally,
    before: v.nullable(tally),
    after: v.nullable(tally),
    ended: v.nullable(runEnd),
  }),
  v.object({
    ...facts,
    kind: v.literal("action"),
    action: v.string(),
    on: v.array(v.string()),
    ended: v.nullable(
      v.object({
        endedMs: v.number(),
        counts: v.record(v.string(), v.number()),
        missed: v.array(missed),
      }),
    ),
  }),
]);

const dated = v.object({ startedMs: v.number() });

/** A stored header as this version understands it. Never throws. */
export function decodeEntry(id: string, stored: unknown): Entry {
  const result = v.safeParse(header, stored);
  if (result.success) return result.output;
  return { kind: "unreadable", id, startedMs: v.is(dated, stored) ? stored.startedMs : startOfId(id) };
}
