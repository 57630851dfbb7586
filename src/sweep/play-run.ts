import { mediaFileOf } from "../api/media-page";
import { FakeSynapse } from "./fake-synapse";
import type { FakeOptions, FakeRow } from "./fake-synapse";
import type { Outcome, RunEvent } from "./outcome";
import type { Plan } from "./plan";
import { planFiles, sourceOf } from "./planned-files";
import type { SpecOptions } from "./planned-files";
import { run } from "./run";
import type { RunBounds } from "./run";
import type { RunDeps } from "./run-deps";

/** Takes every file of `rows`. */
export const rule = { beforeMs: 1_700_000_000_000, largerThanBytes: 0, keepAvatars: true };
export const list = { engine: "exact-list" } as const;
export const wholeUser = { engine: "whole-user", source: { kind: "user", userId: "@ann:fake" } } as const;

/** A proxy's error page. */
export const html502 = () => new Response("<html>Bad Gateway</html>", { status: 502 });

/** So many files of one user, each a moment later than the one before. */
export const rows = (count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    media_id: `f${String(index)}`,
    user_id: "@ann:fake",
    created_ts: 1_600_000_000_000 + index,
    media_length: 10,
    safe_from_quarantine: false,
  }));

/** The plan for these files, of Synapse's rule unless told otherwise. */
export function planOf(all: readonly FakeRow[], change: SpecOptions = {}): Plan {
  const files = all.map((row) => mediaFileOf(row, row.user_id));
  return planFiles(files, { source: sourceOf(rule), keep: new Set(), ...change });
}

export interface Played {
  readonly synapse: FakeSynapse;
  readonly events: readonly RunEvent[];
  readonly outcomes: readonly Outcome[];
  /** Media IDs, sorted. */
  readonly byKind: Readonly<Partial<Record<Outcome["what"], readonly string[]>>>;
}

export const outcomesOf = (events: readonly RunEvent[]): readonly Outcome[] =>
  events.flatMap((event) => (event.kind === "outcomes" ? event.outcomes : []));

/** Runs a plan on a fake to its end; in steps of two files, unless other dependencies are given. */
export async function play(
  plan: Plan,
  options: FakeOptions,
  { deps, ...bounds }: Partial<RunBounds> & { readonly deps?: Partial<RunDeps> } = {},
): Promise<Played> {
  const synapse = new FakeSynapse(options);
  const events: RunEvent[] = [];
  const all = { ...synapse.deps, ...(deps ?? { filesPerStep: 2 }) };
  for await (const event of run(plan, all, { stop: new AbortController().signal, ...bounds })) events.push(event);
  const outcomes = outcomesOf(events);
  const byKind: Partial<Record<Outcome["what"], string[]>> = {};
  for (const { what, mediaId } of outcomes) byKind[what] = [...(byKind[what] ?? []), mediaId].sort();
  return { synapse, events, outcomes, byKind };
}
