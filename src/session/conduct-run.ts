import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import type { Store } from "../lib/store";
import type { ListedFile } from "../sweep/inventory";
import type { Outcome, RunEvent, Waiting } from "../sweep/outcome";
import type { Plan } from "../sweep/plan";
import { buildReceipt, filesOf, freedBytes, tallyOf } from "../sweep/receipt";
import type { Receipt } from "../sweep/receipt";
import { run } from "../sweep/run";
import type { RunDeps } from "../sweep/run-deps";
import type { Tally } from "../sweep/tally";
import { totalsOf } from "../sweep/totals";
import type { Journal } from "./journal";
import type { StoredEntry } from "./journal-reader";
import { heldClient } from "./held-client";
import type { HeldLock } from "./held-lock";
import { openRecord } from "./run-record";
import type { RunRecord } from "./run-record";
import { advance, runningWith } from "./run-state";
import type { Pause, RunState, Running } from "./run-state";
import type { Account } from "./sign-in";

/** With what a run is made, and as whom. */
export interface RunContext {
  readonly deps: RunDeps;
  readonly account: Account;
}

export interface RunStart {
  readonly plan: Plan;
  /** What the journal holds of a run that goes on; null for a new one. */
  readonly interrupted: Extract<StoredEntry, { kind: "run" }> | null;
  /** It only finds out what became of the calls under way. */
  readonly isClosing: boolean;
}

export interface Conduct extends RunContext, RunStart {
  readonly held: HeldLock;
  readonly stop: AbortSignal;
  readonly now: () => number;
  /** Rejects with JournalError. */
  readonly journal: () => Promise<Journal>;
}

/** This tab slept for so long that another one went on with the run. */
const TAKEN_OVER: ErrorText = {
  title: "Another tab has gone on with this run",
  advice: "Look there, or into the history, for what became of the rest.",
  words: null,
};

/**
 * Carries a run out: writes down what calls may take before they are made and what became of it afterwards, keeps the
 * store true, and builds the receipt however the run ends. Never throws.
 */
export async function conductRun(store: Store<RunState>, conduct: Conduct): Promise<void> {
  const { plan, interrupted, isClosing, deps, held, stop, now } = conduct;
  const startedMs = interrupted?.header.startedMs ?? now();
  const takenMs = stopwatch(deps.patience);
  const files = filesOf(plan);
  const outcomes = knownOf(interrupted);
  const change = (to: (state: Running) => Running) => {
    const state = store.get();
    if (state.status === "running") store.set(to(state));
  };
  const { isAcrossTabs } = held;
  store.set({ ...runningWith(plan, files, outcomes.values()), isStopping: isClosing, isAcrossTabs });
  const before = interrupted === null ? await totalsOf(deps, stop) : interrupted.header.before;
  const record = await openRecord({
    open: () => openLog(conduct, startedMs, before),
    discard: interrupted === null ? async (id) => (await conduct.journal()).remove(id) : null,
    onTrouble: (unrecorded) => {
      change((state) => ({ ...state, unrecorded }));
    },
  });
  const halted = await follow(conduct, { record, outcomes, files, change });
  const isOurs = halted !== TAKEN_OVER;
  const after = isOurs ? await totalsOf(deps, new AbortController().signal) : null;
  const { homeserver, serverName, userId } = conduct.account;
  // A clock that was set back meanwhile must not end a run before it began.
  const endedMs = Math.max(now(), startedMs + takenMs());
  // Closing is done by a stop from the start.
  const ending = { endedMs, isStopped: stop.aborted && !isClosing, isClosed: isClosing, halted };
  const facts = { homeserver, serverName, admin: userId, startedMs, before, after, ...ending };
  const receipt = buildReceipt(plan, outcomes.values(), facts);
  if (isOurs) await record.end({ ...ending, ...sumsOf(receipt) }, after);
  held.release();
  const state = store.get();
  store.set({ status: "ended", plan, receipt, unrecorded: state.status === "running" ? state.unrecorded : null });
}

/**
 * What became of files before a run goes on. Those whose turn never came are still to be done: it was stopped then or
 * ended by itself, and its tab was gone before the end was written.
 */
const knownOf = (interrupted: RunStart["interrupted"]): Map<string, Outcome> =>
  new Map([...(interrupted?.outcomes ?? [])].filter(([, { what }]) => what !== "not-attempted"));

/** Tells how long ago it was made, in ms; sleep of the device may be left out. */
function stopwatch(patience: RunDeps["patience"]): () => number {
  const startMs = patience.nowMs();
  return () => patience.nowMs() - startMs;
}

async function openLog({ plan, interrupted, ...conduct }: Conduct, startedMs: number, before: Tally | null) {
  const journal = await conduct.journal();
  if (interrupted !== null) return journal.resume(interrupted.header.id);
  const { homeserver, serverName, userId } = conduct.account;
  const scope = conduct.deps.client.scope;
  return journal.begin({ scope, homeserver, serverName, admin: userId, startedMs, before }, plan);
}

const sumsOf = ({ entries }: Receipt) => ({ tallies: tallyOf(entries), freedBytes: freedBytes(entries) });

/** Where a run's events go. */
interface Books {
  readonly record: RunRecord;
  readonly outcomes: Map<string, Outcome>;
  readonly files: ReadonlyMap<string, ListedFile>;
  readonly change: (to: (state: Running) => Running) => void;
}

/** Returns why the run ended before its end; null where it did not. */
async function follow({ plan, interrupted, deps, held, stop }: Conduct, books: Books): Promise<ErrorText | null> {
  const { outcomes, change, record } = books;
  const past = { done: new Set(outcomes.keys()), called: interrupted?.called ?? new Set<string>() };
  let halted: ErrorText | null = null;
  let isSettling = false;
  let waiting: Waiting | null = null;
  const pause = (): Pause | null => {
    // That an answer was lost says more than that the lists have to be asked for again in a moment.
    if (isSettling && (waiting === null || waiting.why === "asked")) return { kind: "settling" };
    return waiting === null ? null : { kind: "waiting", ...waiting };
  };
  const onWaiting = (now: Waiting | null) => {
    waiting = now;
    change((state) => ({ ...state, pause: pause() }));
  };
  try {
    const client = heldClient(deps.client, held);
    const bounds = { stop: AbortSignal.any([stop, held.lost]), past };
    for await (const event of run(plan, { ...deps, client, onWaiting }, bounds)) {
      isSettling = event.kind === "settling";
      if (event.kind === "halted") halted = event.problem;
      if (event.kind === "calling") held.touch();
      if (held.lost.aborted) return leaveTo(plan, outcomes);
      if (event.kind === "calling") await record.calling(event.mediaIds);
      note(event, books, pause());
    }
  } catch (error) {
    halted = describeError(error);
  }
  // Before the end is written: another tab may have written one.
  held.touch();
  return held.lost.aborted ? leaveTo(plan, outcomes) : halted;
}

function note(event: RunEvent, { record, outcomes, files, change }: Books, pause: Pause | null): void {
  if (event.kind === "outcomes") {
    for (const outcome of event.outcomes) outcomes.set(outcome.mediaId, outcome);
    record.outcomes(event.outcomes);
  }
  change((state) => ({ ...advance(state, event, files), pause }));
}

/** What this tab can say of files that another tab has taken on. */
function leaveTo(plan: Plan, outcomes: Map<string, Outcome>): ErrorText {
  for (const { mediaId } of plan.doomed) {
    if (!outcomes.has(mediaId)) outcomes.set(mediaId, { what: "unknown", mediaId, problem: TAKEN_OVER });
  }
  return TAKEN_OVER;
}
