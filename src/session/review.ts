import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { isAbort } from "../api/errors";
import type { MediaFile } from "../api/media-page";
import { getServerVersion } from "../api/server";
import type { MediaOwner } from "../api/statistics";
import { createStore } from "../lib/store";
import type { ReadonlyStore, Store } from "../lib/store";
import { listOwner } from "../sweep/list-owner";
import type { ListDeps } from "../sweep/list-owner";
import { readPatiently } from "../sweep/patience";
import type { Source } from "../sweep/plan";
import { readAvatarUses } from "../sweep/protect";
import type { AvatarProgress, AvatarUses } from "../sweep/protect";
import { scan } from "../sweep/scan";

/** An owner whose list could not be read, with what statistics count for them. */
export interface UnreadOwner {
  readonly owner: MediaOwner;
  readonly problem: ErrorText;
}

/** How far the reading for a review got. What was found stays, however it ends. */
export interface ReviewState {
  readonly source: Source;
  readonly status: "reading" | "done" | "stopped" | "failed";
  /** Why it failed. */
  readonly problem: ErrorText | null;
  /** Every file found so far that matches the source. */
  readonly files: readonly MediaFile[];
  readonly owners: { readonly read: number; readonly total: number | null };
  readonly unread: readonly UnreadOwner[];
  /** Null until all profiles and rooms are read: before that no plan is possible. */
  readonly avatars: AvatarUses | null;
  readonly rooms: AvatarProgress | null;
  /** Null until read. */
  readonly serverVersion: string | null;
}

export interface ReviewDeps extends ListDeps {
  readonly serverName: string;
}

export interface Review extends ReadonlyStore<ReviewState> {
  /** Ends the reading; what was found stays. */
  stop(): void;
}

/**
 * Reads everything a preview needs: the files of the source, the pictures in use, the server's version. For files the
 * admin picked from a list, those very files, with the access times they had there.
 */
export function startReview(source: Source, picked: readonly MediaFile[], deps: ReviewDeps): Review {
  const stopping = new AbortController();
  const store = createStore<ReviewState>({
    source,
    status: "reading",
    problem: null,
    files: picked,
    owners: { read: 0, total: null },
    unread: [],
    avatars: null,
    rooms: null,
    serverVersion: null,
  });
  void read(store, deps, stopping);
  return {
    get: store.get,
    subscribe: store.subscribe,
    stop: () => {
      stopping.abort();
    },
  };
}

type Update = (change: Partial<ReviewState>) => void;

async function read(store: Store<ReviewState>, deps: ReviewDeps, stopping: AbortController): Promise<void> {
  const { signal } = stopping;
  const update: Update = (change) => {
    store.set({ ...store.get(), ...change });
  };
  try {
    const parts = [
      readVersion(deps, update, signal),
      readAvatars(deps, update, signal),
      readFiles(store, deps, signal),
    ];
    await Promise.all(parts);
    update({ status: "done" });
  } catch (error) {
    if (signal.aborted || isAbort(error)) update({ status: "stopped" });
    else update({ status: "failed", problem: describeError(error) });
    // Where one part fails the others end too: a review that says it ended reads nothing more.
    stopping.abort();
  }
}

async function readVersion(deps: ReviewDeps, update: Update, signal: AbortSignal): Promise<void> {
  const readOnce = () => getServerVersion(deps.client, signal);
  update({ serverVersion: await readPatiently(readOnce, deps.patience, signal) });
}

async function readAvatars(deps: ReviewDeps, update: Update, signal: AbortSignal): Promise<void> {
  const onProgress = (rooms: AvatarProgress) => {
    update({ rooms });
  };
  update({ avatars: await readAvatarUses(deps, { serverName: deps.serverName, signal, onProgress }) });
}

async function readFiles(store: Store<ReviewState>, deps: ReviewDeps, signal: AbortSignal): Promise<void> {
  const { source } = store.get();
  if (source.kind === "picked") return;
  if (source.kind === "user") {
    const files = await listOwner(deps, { userId: source.userId, orderBy: "created_ts", dir: "f", signal });
    store.set({ ...store.get(), files });
    return;
  }
  for await (const event of scan(deps, source.rule, signal)) {
    const state = store.get();
    const { read: done, total } = state.owners;
    if (event.kind === "owners") store.set({ ...state, owners: { read: 0, total: event.owners.length } });
    else if (event.kind === "read") {
      store.set({ ...state, files: [...state.files, ...event.files], owners: { read: done + 1, total } });
    } else {
      const unread = [...state.unread, { owner: event.owner, problem: describeError(event.error) }];
      store.set({ ...state, unread, owners: { read: done + 1, total } });
    }
  }
}
