import { isFiltering } from "./filter";
import type { Outcome, RunEvent } from "./outcome";
import type { Plan } from "./plan";
import { Reach } from "./reach";
import { NO_PAST } from "./run-context";
import type { Past, RunContext } from "./run-context";
import type { RunDeps } from "./run-deps";
import { runList } from "./run-list";
import { runRule } from "./run-rule";
import { runWholeUser } from "./run-user";
import { tellWhenAsked } from "./tell-when-asked";

export interface RunBounds {
  readonly stop: AbortSignal;
  /** For a run that goes on: its outcomes so far and this run's together are those of the whole. */
  readonly past?: Past;
}

/**
 * Runs a plan with its engine and reports what becomes of each file; in the end every reviewed file has exactly one
 * outcome. Stop means that nothing new is started: calls under way are waited for, because Synapse finishes them
 * anyway. Never throws for a file.
 *
 * An interrupted run goes on with what its journal holds as the past. Stopped from the start it deletes nothing, and
 * only finds out what became of the calls that were under way.
 */
export async function* run(plan: Plan, told: RunDeps, { stop, past = NO_PAST }: RunBounds): AsyncGenerator<RunEvent> {
  const deps = tellWhenAsked(told);
  const reach = new Reach(deps, stop);
  const lists = { ...deps, repeatRead: async <T>(read: () => Promise<T>) => reach.read(read) };
  const rest = {
    ...plan,
    doomed: plan.doomed.filter(({ mediaId }) => !past.done.has(mediaId)),
    kept: plan.kept.filter(({ file }) => !past.done.has(file.mediaId)),
  };
  const open = new Set(rest.doomed.map(({ mediaId }) => mediaId));
  for await (const event of runEngine(rest, { deps, lists, reach, stop, past })) {
    if (event.kind === "outcomes") for (const { mediaId } of event.outcomes) open.delete(mediaId);
    yield event;
  }
  if (open.size === 0) return;
  yield { kind: "outcomes", outcomes: [...open].map((mediaId): Outcome => ({ what: "not-attempted", mediaId })) };
}

function runEngine(plan: Plan, context: RunContext): AsyncGenerator<RunEvent> {
  const { source, engine, doomed } = plan;
  // Synapse knows date and size alone: what narrows a rule further would be passed over.
  const isSynapses = source.kind === "rule" && !isFiltering(source.filter);
  if (engine === "synapse-rule" && isSynapses) return runRule(plan, source.rule, context);
  if (engine === "whole-user" && source.kind === "user") {
    return runWholeUser({ userId: source.userId, reviewed: doomed }, context);
  }
  return runList(doomed, context);
}
