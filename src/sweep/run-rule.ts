import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { deleteMediaByRule } from "../api/media";
import type { ListedFile } from "./inventory";
import { isAnswerLost, settle, stillListed } from "./lost";
import type { Outcome, RunEvent } from "./outcome";
import { repeatWhenRefused } from "./patience";
import type { Plan } from "./plan";
import type { Rule } from "./rule";
import { ruleCall } from "./rule-call";
import type { RunDeps } from "./run-list";
import { cutSteps } from "./steps";
import type { Step } from "./steps";

/** From this size on, steps cost next to nothing beside one call, and a call stays near a second. */
const FILES_PER_STEP = 250;

type Call =
  | { readonly kind: "answered"; readonly deletedIds: readonly string[] }
  /** Synapse may have carried it out, or still be at it. */
  | { readonly kind: "lost"; readonly problem: ErrorText }
  | { readonly kind: "refused"; readonly problem: ErrorText }
  /** Stopped while it waited to be repeated: nothing was carried out. */
  | { readonly kind: "stopped" };

/**
 * Runs Synapse's own rule over the reviewed files, in steps, so that there is progress, a stop between two steps, and
 * no call longer than a proxy waits. A lost answer is never repeated blindly: the lists are read until they stand
 * still. Files left at the end are reported by what the lists say of them. Never throws for a file.
 */
export async function* runRule(
  plan: Plan,
  rule: Rule,
  context: { deps: RunDeps; stop: AbortSignal },
): AsyncGenerator<RunEvent> {
  const { deps, stop } = context;
  const book = new RuleBook(plan);
  const steps = [...cutSteps(plan.doomed, rule, deps.filesPerStep ?? FILES_PER_STEP)];
  let hasRepeatedLast = false;
  for (let index = 0; index < steps.length && !stop.aborted; index += 1) {
    const step = steps[index];
    if (step === undefined) break;
    const call = await callStep({ step, rule, plan }, deps, stop);
    if (call.kind === "stopped") break;
    if (call.kind === "refused") {
      yield { kind: "halted", problem: call.problem };
      break;
    }
    if (call.kind === "answered") {
      yield { kind: "outcomes", outcomes: book.answered(step, call.deletedIds) };
      continue;
    }
    yield { kind: "settling" };
    const isReadable = yield* recordLost(book, { step, problem: call.problem }, deps);
    if (!isReadable) break;
    // Each step takes what an earlier one left; only the last has none after it. The lists stand still, so a repeat is safe.
    if (index === steps.length - 1 && book.open.size > 0 && !hasRepeatedLast) {
      hasRepeatedLast = true;
      index -= 1;
    }
  }
  if (book.open.size > 0) yield { kind: "outcomes", outcomes: await reconcile(book, deps) };
}

async function callStep(
  { step, rule, plan }: { step: Step; rule: Rule; plan: Plan },
  deps: RunDeps,
  stop: AbortSignal,
): Promise<Call> {
  const server = { serverName: deps.serverName, serverVersion: plan.serverVersion };
  const parameters = ruleCall({ ...rule, beforeMs: step.beforeMs }, server);
  try {
    const answer = await repeatWhenRefused(() => deleteMediaByRule(deps.client, parameters), deps.patience, stop);
    return { kind: "answered", deletedIds: answer.deletedIds };
  } catch (error) {
    if (isAnswerLost(error)) return { kind: "lost", problem: describeError(error) };
    return stop.aborted ? { kind: "stopped" } : { kind: "refused", problem: describeError(error) };
  }
}

/** Returns false where the lists cannot be read: then nothing more may be started. */
async function* recordLost(
  book: RuleBook,
  { step, problem }: { step: Step; problem: ErrorText },
  deps: RunDeps,
): AsyncGenerator<RunEvent, boolean> {
  book.started(step);
  for (const mediaId of book.open.keys()) book.lost.set(mediaId, problem);
  try {
    const listed = await settle(deps, [...book.open.values()]);
    yield { kind: "outcomes", outcomes: book.gone(listed) };
    return true;
  } catch (error) {
    yield { kind: "halted", problem: describeError(error) };
    return false;
  }
}

async function reconcile(book: RuleBook, deps: RunDeps): Promise<readonly Outcome[]> {
  try {
    const listed = await stillListed(deps, [...book.open.values()]);
    return [...book.gone(listed), ...book.left()];
  } catch (error) {
    return book.unreadable(describeError(error));
  }
}

/** Which reviewed files a step has run over without a word about them yet, and why. */
class RuleBook {
  readonly open = new Map<string, ListedFile>();
  /** Of the open ones, those whose last call's answer was lost. */
  readonly lost = new Map<string, ErrorText>();
  readonly #planned: ReadonlySet<string>;
  readonly #keptBytes: ReadonlyMap<string, number | null>;

  constructor(plan: Plan) {
    this.#planned = new Set(plan.doomed.map((file) => file.mediaId));
    this.#keptBytes = new Map(plan.kept.map(({ file }) => [file.mediaId, file.sizeBytes]));
  }

  started(step: Step): void {
    for (const file of step.planned) this.open.set(file.mediaId, file);
  }

  /** An answered step also settles what earlier lost ones left open: its date is later, so it ran over those too. */
  answered(step: Step, deletedIds: readonly string[]): readonly Outcome[] {
    this.started(step);
    this.lost.clear();
    return deletedIds.map((mediaId): Outcome => {
      this.open.delete(mediaId);
      if (this.#planned.has(mediaId)) return { what: "deleted", mediaId, knownBy: "answer" };
      return { what: "deleted-unplanned", mediaId, sizeBytes: this.#keptBytes.get(mediaId) ?? null };
    });
  }

  /** Closes the open files that the lists no longer name. */
  gone(listed: ReadonlySet<string>): readonly Outcome[] {
    const gone = [...this.open.keys()].filter((mediaId) => !listed.has(mediaId));
    return gone.map((mediaId): Outcome => {
      this.open.delete(mediaId);
      return this.lost.delete(mediaId)
        ? { what: "deleted", mediaId, knownBy: "listing" }
        : { what: "already-gone", mediaId };
    });
  }

  /** The open files that the lists still name, at the end. */
  left(): readonly Outcome[] {
    return [...this.open.keys()].map((mediaId): Outcome => {
      const problem = this.lost.get(mediaId);
      return problem === undefined ? { what: "kept-by-server", mediaId } : { what: "failed", mediaId, problem };
    });
  }

  unreadable(problem: ErrorText): readonly Outcome[] {
    return [...this.open.keys()].map((mediaId): Outcome => ({ what: "unknown", mediaId, problem }));
  }
}
