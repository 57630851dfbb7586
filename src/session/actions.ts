import { createStore } from "../lib/store";
import type { ReadonlyStore } from "../lib/store";
import { act, namesOf } from "../sweep/action";
import type { ActDeps, Action, Counts } from "../sweep/action";
import { actionOfStart, addCounts } from "./action-state";
import type { ActionState, RunningAction } from "./action-state";
import type { Journal } from "./journal";
import { newEntryId } from "./journal-entry";
import type { ActionHeader, Missed } from "./journal-entry";
import { JournalError } from "./journal-error";
import type { Account } from "./sign-in";

export interface ActionContext {
  readonly deps: ActDeps;
  readonly account: Account;
}

export interface Actions extends ReadonlyStore<ActionState> {
  /** Starts an action. Resolves when it ended, however it did. Throws where this tab has one: there is one at a time. */
  start(action: Action, context: ActionContext): Promise<void>;
  /** Starts nothing new; what is under way is waited for where that takes a moment only. */
  stop(): void;
  /** Puts an action that ended away. */
  clear(): void;
}

export interface ActionsParts {
  readonly now: () => number;
  /** Rejects with JournalError. */
  readonly journal: () => Promise<Journal>;
}

/**
 * Carries out what is done to media besides clean-ups, so that it goes on while the admin looks at other screens. Each
 * is in the journal before its first call and again after its last; where that cannot be, it goes on and says so.
 */
export const createActions = (parts: ActionsParts): Actions => new ActionKeeper(parts);

class ActionKeeper implements Actions {
  readonly #parts: ActionsParts;
  readonly #store = createStore<ActionState>({ status: "none" });
  #stopping = new AbortController();

  constructor(parts: ActionsParts) {
    this.#parts = parts;
  }

  readonly get = this.#store.get;
  readonly subscribe = this.#store.subscribe;

  async start(action: Action, { deps, account }: ActionContext): Promise<void> {
    if (this.#store.get().status === "running") throw new Error("Another action is under way");
    this.#stopping = new AbortController();
    const header = headerOf(action, { deps, account }, this.#parts.now());
    this.#store.set(actionOfStart(header.id, action));
    await this.#note(header);
    let counts: Counts = {};
    const missed: Missed[] = [];
    for await (const result of act(action, deps, this.#stopping.signal)) {
      if (result.what === "done") counts = addCounts(counts, result.counts);
      else missed.push(result);
      const done = result.what === "done" ? 1 : 0;
      this.#change((state) => ({ ...state, done: state.done + done, missed: missed.length }));
    }
    // A clock that was set back meanwhile must not end it before it began.
    const end = { endedMs: Math.max(this.#parts.now(), header.startedMs), counts, missed };
    await this.#note({ ...header, ended: end });
    this.#change((running) => ({ ...running, status: "ended", end }));
  }

  stop(): void {
    this.#change((state) => ({ ...state, isStopping: true }));
    this.#stopping.abort();
  }

  clear(): void {
    if (this.#store.get().status === "ended") this.#store.set({ status: "none" });
  }

  #change(to: (state: RunningAction) => ActionState): void {
    const state = this.#store.get();
    if (state.status === "running") this.#store.set(to(state));
  }

  async #note(header: ActionHeader): Promise<void> {
    try {
      await (await this.#parts.journal()).note(header);
    } catch (error) {
      const unrecorded = error instanceof JournalError ? error.why : "lost";
      this.#change((state) => ({ ...state, unrecorded }));
    }
  }
}

const headerOf = (action: Action, { deps, account }: ActionContext, startedMs: number): ActionHeader => ({
  kind: "action",
  id: newEntryId(startedMs),
  scope: deps.client.scope,
  homeserver: account.homeserver,
  serverName: account.serverName,
  admin: account.userId,
  startedMs,
  action: action.kind,
  on: namesOf(action),
  ended: null,
});
