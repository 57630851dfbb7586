import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import type { ListedFile } from "../sweep/inventory";
import { createStore } from "../lib/store";
import type { ReadonlyStore, Store } from "../lib/store";
import type { Outcome, RunEvent, Waiting } from "../sweep/outcome";
import type { Plan } from "../sweep/plan";
import { buildReceipt, filesOf, isDeleted, sizeOf } from "../sweep/receipt";
import type { Receipt } from "../sweep/receipt";
import { run } from "../sweep/run";
import type { RunDeps } from "../sweep/run-context";
import { NO_FILES } from "../sweep/tally";
import type { Tally } from "../sweep/tally";
import type { Account } from "./sign-in";

/** The one clean-up of this session, running or ended. */
export type RunState =
  | { readonly status: "none" }
  | {
      readonly status: "running";
      readonly plan: Plan;
      readonly isStopping: boolean;
      /** Why nothing is deleted just now; null while the run goes on. */
      readonly pause: Pause | null;
      /** Reviewed files of which it is known what became of them. */
      readonly filesDone: number;
      readonly deleted: Tally;
      readonly failed: number;
    }
  | { readonly status: "ended"; readonly plan: Plan; readonly receipt: Receipt };

/** Why a run deletes nothing for a while. A refused token is the session's to tell. */
export type Pause =
  /** An answer was lost, and the lists are being read until they stand still. */
  | { readonly kind: "settling" }
  /** It waits by itself until the homeserver can be reached, or it is stopped. */
  | ({ readonly kind: "waiting" } & Waiting);

export interface RunManager extends ReadonlyStore<RunState> {
  /** Starts a plan. Throws where one is running: there is only one at a time. */
  start(plan: Plan, context: { deps: RunDeps; account: Account }): void;
  /** Starts nothing new and waits for what is under way. */
  stop(): void;
  /** Forgets a run that ended. */
  clear(): void;
}

type Running = Extract<RunState, { status: "running" }>;

/** Holds the run of a session, so that it goes on while the admin looks at other screens. */
export function createRunManager(now: () => number): RunManager {
  const store = createStore<RunState>({ status: "none" });
  let stopping = new AbortController();

  return {
    get: store.get,
    subscribe: store.subscribe,
    start: (plan, context) => {
      if (store.get().status === "running") throw new Error("A clean-up is running already");
      stopping = new AbortController();
      store.set({ ...FRESH, plan });
      void follow(store, { plan, ...context, stop: stopping.signal, now });
    },
    stop: () => {
      const state = store.get();
      if (state.status !== "running") return;
      store.set({ ...state, isStopping: true });
      stopping.abort();
    },
    clear: () => {
      if (store.get().status === "ended") store.set({ status: "none" });
    },
  };
}

interface Followed {
  readonly plan: Plan;
  readonly deps: RunDeps;
  readonly account: Account;
  readonly stop: AbortSignal;
  readonly now: () => number;
}

/** Gathers a run's events into the store, and its receipt at the end, however it ends. */
async function follow(store: Store<RunState>, { plan, deps, account, stop, now }: Followed): Promise<void> {
  const startedMs = now();
  const files = filesOf(plan);
  const outcomes = new Map<string, Outcome>();
  let halted: ErrorText | null = null;
  let isSettling = false;
  const onWaiting = (waiting: Waiting | null) => {
    const state = store.get();
    const settling = isSettling ? ({ kind: "settling" } as const) : null;
    const pause = waiting === null ? settling : ({ kind: "waiting", ...waiting } as const);
    if (state.status === "running") store.set({ ...state, pause });
  };
  try {
    for await (const event of run(plan, { ...deps, onWaiting }, { stop })) {
      isSettling = event.kind === "settling";
      if (event.kind === "halted") halted = event.problem;
      for (const outcome of outcomesIn(event)) outcomes.set(outcome.mediaId, outcome);
      const state = store.get();
      if (state.status === "running") store.set(advance(state, event, files));
    }
  } catch (error) {
    halted = describeError(error);
  }
  const { homeserver, serverName, userId } = account;
  const facts = {
    homeserver,
    serverName,
    admin: userId,
    startedMs,
    endedMs: now(),
    before: null,
    after: null,
    isStopped: stop.aborted,
    halted,
  };
  store.set({ status: "ended", plan, receipt: buildReceipt(plan, outcomes.values(), facts) });
}

const FRESH = {
  status: "running",
  isStopping: false,
  pause: null,
  filesDone: 0,
  deleted: NO_FILES,
  failed: 0,
} as const;

const outcomesIn = (event: RunEvent): readonly Outcome[] => (event.kind === "outcomes" ? event.outcomes : []);

function advance(state: Running, event: RunEvent, files: ReadonlyMap<string, ListedFile>): Running {
  const entries = outcomesIn(event).map((outcome) => ({ outcome, file: files.get(outcome.mediaId) ?? null }));
  const count = (isCounted: (outcome: Outcome) => boolean) =>
    entries.filter(({ outcome }) => isCounted(outcome)).length;
  const deletedBytes = entries
    .filter(({ outcome }) => isDeleted(outcome))
    .reduce((sum, entry) => sum + sizeOf(entry), 0);
  return {
    ...state,
    pause: event.kind === "settling" ? { kind: "settling" } : null,
    filesDone: state.filesDone + count(({ what }) => what !== "deleted-unplanned"),
    deleted: { files: state.deleted.files + count(isDeleted), bytes: state.deleted.bytes + deletedBytes },
    failed: state.failed + count(({ what }) => what === "failed"),
  };
}
