import type { Outcome, RunEvent } from "./outcome";
import type { Plan } from "./plan";
import { runList } from "./run-list";
import type { RunDeps } from "./run-list";
import { runRule } from "./run-rule";
import { runWholeUser } from "./run-user";

/**
 * Runs a plan with its engine and reports what becomes of each file; in the end every reviewed file has exactly one
 * outcome. Stop means that nothing new is started: calls under way are waited for, because Synapse finishes them
 * anyway. Never throws for a file.
 */
export async function* run(plan: Plan, deps: RunDeps, stop: AbortSignal): AsyncGenerator<RunEvent> {
  const open = new Set(plan.doomed.map((file) => file.mediaId));
  for await (const event of runEngine(plan, deps, stop)) {
    if (event.kind === "outcomes") for (const { mediaId } of event.outcomes) open.delete(mediaId);
    yield event;
  }
  if (open.size === 0) return;
  yield { kind: "outcomes", outcomes: [...open].map((mediaId): Outcome => ({ what: "not-attempted", mediaId })) };
}

function runEngine(plan: Plan, deps: RunDeps, stop: AbortSignal): AsyncGenerator<RunEvent> {
  const { source, engine, doomed } = plan;
  if (engine === "synapse-rule" && source.kind === "rule") return runRule(plan, source.rule, { deps, stop });
  if (engine === "whole-user" && source.kind === "user") {
    return runWholeUser({ userId: source.userId, reviewed: doomed }, deps, stop);
  }
  return runList(doomed, deps, stop);
}
