import type { Client } from "../api/http";
import type { MediaFile } from "../api/media-page";
import { calmStore } from "../lib/calm-store";
import type { Patience } from "../sweep/patience";
import { isHandPicked } from "../sweep/plan";
import type { Source } from "../sweep/plan";
import type { RunDeps } from "../sweep/run-deps";
import { createActions } from "./actions";
import { openJournal } from "./journal";
import type { Journal } from "./journal";
import { nothingKnown } from "./knowledge";
import type { Knowledge } from "./knowledge";
import { startReview } from "./review";
import type { Review } from "./review";
import { createRunLock } from "./run-lock";
import { createRunManager } from "./run-manager";
import type { RunState } from "./run-state";
import { createSession } from "./session";
import type { Account } from "./sign-in";

/** Browsers that refuse storage throw on the mere mention of it. */
function storageOrNull(open: () => Storage): Storage | null {
  try {
    return open();
  } catch {
    return null;
  }
}

/** The session of this page. */
export const session = createSession({
  tab: storageOrNull(() => sessionStorage),
  device: storageOrNull(() => localStorage),
});

const patience: Patience = {
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const abort = () => {
        clearTimeout(timer);
        reject(new DOMException("Stopped", "AbortError"));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", abort);
        resolve();
      }, ms);
      if (signal?.aborted === true) abort();
      else signal?.addEventListener("abort", abort, { once: true });
    }),
  untilRenewed: (signal) => {
    session.refuse();
    return session.untilRenewed(signal);
  },
  isOnline: () => navigator.onLine,
  untilOnline,
  nowMs: () => performance.now(),
};

/** Keeps the runs of this browser's tabs apart. */
export const runLock = createRunLock({
  locks: "locks" in navigator ? navigator.locks : null,
  storage: storageOrNull(() => localStorage),
  nowMs: () => Date.now(),
  wait: (ms, signal) => patience.wait(ms, signal),
  page: window,
});

let opening: Promise<Journal> | null = null;
const journalListeners = new Set<() => void>();

/** This device's journal, opened when it is first asked for. Rejects with JournalError; asked again it is tried again. */
export function deviceJournal(): Promise<Journal> {
  opening ??= openJournal().then(
    (journal) => {
      journal.changes.subscribe(() => {
        for (const tell of journalListeners) tell();
      });
      return journal;
    },
    (error: unknown) => {
      opening = null;
      throw error;
    },
  );
  return opening;
}

/** Calls the listener when entries began, ended or went, in whichever tab, as soon as the journal is open. */
export function onJournalChange(listener: () => void): void {
  journalListeners.add(listener);
}

/** The clean-up of this session. */
export const runs = createRunManager({ now: () => Date.now(), lock: runLock, journal: deviceJournal });

/** The same for screens: a run reports up to hundreds of files a second. That it began or ended shows at once. */
export const calmRuns = calmStore(runs, {
  everyMs: 500,
  isUrgent: (before, now) => before.status !== now.status || isStopping(before) !== isStopping(now),
});

/** What this session does to media besides clean-ups. */
export const actions = createActions({ now: () => Date.now(), journal: deviceJournal });

/** The same for screens, as often as `calmRuns`. */
export const calmActions = calmStore(actions, {
  everyMs: 250,
  isUrgent: (before, now) => before.status !== now.status || before.status === "none",
});

const isStopping = (state: RunState): boolean => state.status === "running" && state.isStopping;

async function untilOnline(signal?: AbortSignal): Promise<void> {
  const ended = new AbortController();
  const waiting = new Promise<void>((resolve, reject) => {
    const settle = () => {
      if (signal?.aborted === true) reject(new DOMException("Stopped", "AbortError"));
      else if (navigator.onLine) resolve();
    };
    addEventListener("online", settle, { signal: ended.signal });
    signal?.addEventListener("abort", settle, { signal: ended.signal });
    settle();
  });
  return waiting.finally(() => {
    ended.abort();
  });
}

/** The account and client in use. Throws where nobody is signed in: screens behind the sign-in only. */
export function currentSession(): { readonly account: Account; readonly client: Client } {
  const state = session.get();
  if (state.status !== "signed-in") throw new Error("Nobody is signed in");
  return state;
}

/** What scans and runs work with. Throws where nobody is signed in. */
export function currentDeps(): RunDeps {
  const { account, client } = currentSession();
  return { client, patience, serverName: account.serverName };
}

type Latest = { readonly key: string; readonly review: Review } | null;
/** The review of a screen, and that of a dialog: looking into the one loses nothing of the other. */
const latest: Record<"screen" | "dialog", Latest> = { screen: null, dialog: null };
/** What the reviews of rules share. */
let known: { readonly scope: string; readonly knowledge: Knowledge } | null = null;

/**
 * The review of that source: the latest one where it is of the same source and account, so that coming back to a
 * preview reads nothing again; else a new one, and the one before is stopped. A rule is read as far as the rules before
 * it left something to read. `again` reads everything in any case.
 */
export function openReview(
  source: Source,
  { picked = [], again = false }: { picked?: readonly MediaFile[]; again?: boolean } = {},
): Review {
  const deps = currentDeps();
  const key = JSON.stringify([deps.client.scope, source, picked.map((file) => file.mediaId)]);
  const place = isHandPicked(source) ? "dialog" : "screen";
  const before = latest[place];
  if (before !== null && before.key === key && !again) return before.review;
  before?.review.stop();
  const knowledge = source.kind === "rule" ? sharedKnowledge(deps.client.scope, again) : nothingKnown();
  if (isHandPicked(source)) {
    for (const userId of new Set(picked.map((file) => file.userId))) {
      knowledge.inventory.append(
        userId,
        picked.filter((file) => file.userId === userId),
      );
    }
  }
  const review = startReview(source, knowledge, deps);
  latest[place] = { key, review };
  return review;
}

function sharedKnowledge(scope: string, again: boolean): Knowledge {
  if (known === null || known.scope !== scope || again) known = { scope, knowledge: nothingKnown() };
  return known.knowledge;
}

/** Forgets what was read for the review of files picked by hand, whose dialog was closed. */
export function forgetPickedReview(): void {
  latest.dialog?.review.stop();
  latest.dialog = null;
}

/** Forgets what was read for reviews: after a run its files are gone. */
export function forgetReview(): void {
  latest.screen?.review.stop();
  forgetPickedReview();
  expireReview();
}

/** The next review reads everything again. One on the screen stays as it was read. */
export function expireReview(): void {
  latest.screen = null;
  latest.dialog = null;
  known = null;
}
