import { createStore } from "../lib/store";
import type { ReadonlyStore } from "../lib/store";
import type { Plan } from "../sweep/plan";
import { conductRun } from "./conduct-run";
import type { RunContext, RunStart } from "./conduct-run";
import type { Journal } from "./journal";
import type { HeldLock } from "./held-lock";
import type { RunLock } from "./run-lock";
import type { RunState } from "./run-state";

/**
 * Whether a run was started. Not so where another tab has one on this homeserver; and an interrupted one may have been
 * ended by another tab meanwhile, or be gone from the journal.
 */
export type StartResult = "started" | "elsewhere" | "gone";

export interface RunManager extends ReadonlyStore<RunState> {
  /** Starts a plan. Throws where this tab has a run: there is only one at a time. */
  start(plan: Plan, context: RunContext): Promise<StartResult>;
  /** Goes on with an interrupted run of the journal. Throws as `start` does, and JournalError. */
  resume(id: string, context: RunContext): Promise<StartResult>;
  /** Ends one: finds out what became of the calls under way and deletes nothing. Throws as `resume` does. */
  close(id: string, context: RunContext): Promise<StartResult>;
  /** Starts nothing new and waits for what is under way. */
  stop(): void;
  /** Forgets a run that ended. */
  clear(): void;
}

export interface ManagerParts {
  readonly now: () => number;
  readonly lock: RunLock;
  /** Rejects with JournalError. */
  readonly journal: () => Promise<Journal>;
}

/** Holds the run of a session, so that it goes on while the admin looks at other screens. */
export const createRunManager = (parts: ManagerParts): RunManager => new Manager(parts);

class Manager implements RunManager {
  readonly #parts: ManagerParts;
  readonly #store = createStore<RunState>({ status: "none" });
  #stopping = new AbortController();
  #isStarting = false;

  constructor(parts: ManagerParts) {
    this.#parts = parts;
  }

  readonly get = this.#store.get;
  readonly subscribe = this.#store.subscribe;

  start(plan: Plan, context: RunContext): Promise<StartResult> {
    return this.#begin(context, async () => ({ plan, interrupted: null, isClosing: false }));
  }

  resume(id: string, context: RunContext): Promise<StartResult> {
    return this.#begin(context, () => this.#find(id, context, false));
  }

  close(id: string, context: RunContext): Promise<StartResult> {
    return this.#begin(context, () => this.#find(id, context, true));
  }

  stop(): void {
    const state = this.#store.get();
    if (state.status !== "running") return;
    this.#store.set({ ...state, isStopping: true });
    this.#stopping.abort();
  }

  clear(): void {
    if (this.#store.get().status === "ended") this.#store.set({ status: "none" });
  }

  /** One at a time: in this tab, and by the lock in this browser. */
  async #begin(context: RunContext, find: () => Promise<RunStart | null>): Promise<StartResult> {
    if (this.#isStarting || this.#store.get().status === "running") throw new Error("A clean-up is running already");
    this.#isStarting = true;
    let held: HeldLock | null = null;
    try {
      held = await this.#parts.lock.hold(context.account.homeserver);
      if (held === null) return "elsewhere";
      const start = await find();
      if (start === null) return "gone";
      this.#stopping = new AbortController();
      if (start.isClosing) this.#stopping.abort();
      void conductRun(this.#store, { ...this.#parts, ...context, ...start, held, stop: this.#stopping.signal });
      // From here on the run gives it back.
      held = null;
      return "started";
    } finally {
      held?.release();
      this.#isStarting = false;
    }
  }

  /** Under the lock, so that no other tab goes on with it at the same time. */
  async #find(id: string, { deps }: RunContext, isClosing: boolean): Promise<RunStart | null> {
    const stored = await (await this.#parts.journal()).read(id);
    if (stored?.kind !== "run" || stored.header.ended !== null || stored.header.scope !== deps.client.scope)
      return null;
    return { plan: stored.plan, interrupted: stored, isClosing };
  }
}
