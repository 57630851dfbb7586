import * as v from "valibot";
import type { MediaOwner } from "../api/statistics";
import type { ListedFile } from "../sweep/inventory";
import { isDeleted } from "../sweep/receipt";
import type { KnownBy, Outcome } from "../sweep/outcome";
import type { KeepReason, KeptFile, Plan } from "../sweep/plan";
import { errorText } from "./journal-entry";
import type { RunHeader } from "./journal-entry";

/** One step of a run: what a call may take, noted before it; or what became of files, noted after it. */
export type LogStep = { readonly calling: readonly string[] } | { readonly outcomes: readonly Outcome[] };

/** The lists that make up a plan, besides its header. */
export type PlanPart = "doomed" | "kept" | "unread";

const file: v.GenericSchema<unknown, ListedFile> = v.object({
  mediaId: v.string(),
  userId: v.string(),
  name: v.nullable(v.string()),
  type: v.nullable(v.string()),
  sizeBytes: v.nullable(v.number()),
  createdMs: v.number(),
  lastAccessMs: v.nullable(v.number()),
  quarantinedBy: v.nullable(v.string()),
  isProtected: v.boolean(),
  isUrlPreview: v.boolean(),
  isAuthenticated: v.nullable(v.boolean()),
});

const reason: v.GenericSchema<unknown, KeepReason> = v.variant("kind", [
  v.object({ kind: v.picklist(["profile-picture", "member-picture"]), userId: v.string() }),
  v.object({ kind: v.literal("room-avatar"), roomId: v.string(), roomName: v.nullable(v.string()) }),
  v.object({ kind: v.literal("quarantined"), by: v.string() }),
  v.object({ kind: v.picklist(["protected", "url-preview", "possible-avatar", "unticked"]) }),
]);

const owner: v.GenericSchema<unknown, MediaOwner> = v.object({
  userId: v.string(),
  displayName: v.nullable(v.string()),
  files: v.number(),
  bytes: v.number(),
});

/** Reads a chunk of a list; null where it is not what this version writes. */
export type ChunkDecoder<T> = (stored: unknown) => readonly T[] | null;

function decoderOf<T>(item: v.GenericSchema<unknown, T>): ChunkDecoder<T> {
  const list = v.array(item);
  return (stored) => {
    const result = v.safeParse(list, stored);
    return result.success ? result.output : null;
  };
}

export const decodeDoomed = decoderOf(file);
export const decodeKept: ChunkDecoder<KeptFile> = decoderOf(v.object({ file, reason }));
export const decodeUnread = decoderOf(owner);

const knownBy: v.GenericSchema<unknown, KnownBy> = v.picklist(["answer", "listing", "repeat"]);

const outcome: v.GenericSchema<unknown, Outcome> = v.variant("what", [
  v.object({ what: v.literal("deleted"), mediaId: v.string(), knownBy }),
  v.object({
    what: v.literal("deleted-unplanned"),
    mediaId: v.string(),
    sizeBytes: v.nullable(v.number()),
    knownBy: v.exactOptional(knownBy),
  }),
  v.object({ what: v.picklist(["failed", "unknown"]), mediaId: v.string(), problem: errorText }),
  v.object({ what: v.picklist(["already-gone", "kept-by-server", "not-attempted"]), mediaId: v.string() }),
]);

const steps: v.GenericSchema<unknown, LogStep[]> = v.array(
  v.union([v.object({ calling: v.array(v.string()) }), v.object({ outcomes: v.array(outcome) })]),
);

/** What became of a run's files, as far as its log tells. A file stands in one of the two at most. */
export interface RunLogRead {
  /** By media ID, the latest of each. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Named by a call of which no outcome is noted: it may have been carried out. */
  readonly called: ReadonlySet<string>;
}

/** Joins stored steps in their order; null where one is not what this version writes. */
export function joinSteps(chunks: readonly unknown[]): RunLogRead | null {
  const outcomes = new Map<string, Outcome>();
  const called = new Set<string>();
  for (const chunk of chunks) {
    const read = v.safeParse(steps, chunk);
    if (!read.success) return null;
    for (const step of read.output) joinStep(step, outcomes, called);
  }
  return { outcomes, called };
}

function joinStep(step: LogStep, outcomes: Map<string, Outcome>, called: Set<string>): void {
  if ("outcomes" in step) {
    for (const each of step.outcomes) {
      outcomes.set(each.mediaId, each);
      called.delete(each.mediaId);
    }
    return;
  }
  for (const mediaId of step.calling) {
    const earlier = outcomes.get(mediaId);
    // Gone is gone: IDs are never given out twice. Anything else is open again once the file is called again.
    if (earlier !== undefined && (isDeleted(earlier) || earlier.what === "already-gone")) continue;
    outcomes.delete(mediaId);
    called.add(mediaId);
  }
}

/** The lists of a plan as they were read; null where that failed. */
export type PlanLists = { readonly [Part in PlanPart]: Plan[Part] | null };

/** The plan of a run from its lists; null where one of them could not be read or is not all there. */
export function joinPlan(header: RunHeader, { doomed, kept, unread }: PlanLists): Plan | null {
  const { source, engine, serverVersion, planned } = header;
  if (doomed === null || kept === null || unread === null || doomed.length !== planned.files) return null;
  return { source, engine, serverVersion, planned, doomed, kept, unread };
}
