import { describeError } from "../api/describe-error";
import type { ErrorText } from "../api/describe-error";
import { isAbort } from "../api/errors";
import { getServerVersion } from "../api/server";
import type { MediaOwner } from "../api/statistics";
import type { LocalUser } from "../api/users";
import { createStore } from "../lib/store";
import type { ReadonlyStore, Store } from "../lib/store";
import { wantsOwner } from "../sweep/filter";
import type { Inventory } from "../sweep/inventory";
import { listOwner } from "../sweep/list-owner";
import type { ListDeps } from "../sweep/list-owner";
import { readPatiently } from "../sweep/patience";
import { isHandPicked } from "../sweep/plan";
import type { Source } from "../sweep/plan";
import type { RoomProgress } from "../sweep/list-rooms";
import { listAllUsers } from "../sweep/list-users";
import { readAvatarUses, readMemberPictures } from "../sweep/protect";
import type { AvatarUses } from "../sweep/protect";
import { scan } from "../sweep/scan";
import type { ScanRequest } from "../sweep/scan";
import { isComplete } from "./knowledge";
import type { Knowledge } from "./knowledge";

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
  readonly found: Found;
  readonly progress: ReadingProgress;
  readonly unread: readonly UnreadOwner[];
  /** User IDs of closed accounts; empty until read. */
  readonly deactivated: ReadonlySet<string>;
  /** Null until all profiles and rooms are read: before that no plan is possible. */
  readonly avatars: AvatarUses | null;
  readonly rooms: RoomProgress | null;
  readonly members: MembersState;
  /** Null until read. */
  readonly serverVersion: string | null;
}

/** Whether the rooms were looked through for pictures that members wear there. */
export type MembersState =
  | { readonly status: "not-asked" }
  | { readonly status: "reading"; readonly rooms: RoomProgress | null }
  | { readonly status: "done" }
  | { readonly status: "failed"; readonly problem: ErrorText };

/** Every file found so far, and maybe others that do not match the source. A new object whenever that changed. */
export interface Found {
  readonly inventory: Inventory;
  readonly revision: number;
}

/** How much of the lists is read; totals are null until known. */
export interface ReadingProgress {
  readonly startedMs: number;
  readonly ownersRead: number;
  readonly ownersTotal: number | null;
  readonly filesRead: number;
  /** What statistics count for those owners: at most so many will be read. */
  readonly filesTotal: number | null;
}

export interface ReviewDeps extends ListDeps {
  readonly serverName: string;
}

export interface Review extends ReadonlyStore<ReviewState> {
  /** Ends the reading; what was found stays. */
  stop(): void;
  /** Reads once more what could not be read of a rule or of several users; what was read stays. */
  readonly readUnread: () => void;
  /** Looks through every room for pictures that members wear there. Possible once the pictures in use are read. */
  readonly lookThroughRooms: () => void;
  /** Ends that. */
  readonly stopLooking: () => void;
}

/**
 * Reads everything a preview needs, as far as it is not known: the files of the source, the pictures in use, the
 * server's version. Files that the admin picked from a list are in the inventory already, as they were there.
 */
export function startReview(source: Source, knowledge: Knowledge, deps: ReviewDeps): Review {
  let stopping = new AbortController();
  const { serverVersion, avatars } = knowledge;
  const store = createStore(firstState(source, knowledge));
  const reading = new Reading(store, knowledge, deps);
  let looking = new AbortController();
  const isKnown = avatars !== null && serverVersion !== null && isSourceKnown(source, knowledge);
  if (isKnown) store.set({ ...store.get(), status: "done" });
  else void reading.readAll(stopping);
  return {
    get: store.get,
    subscribe: store.subscribe,
    stop: () => {
      stopping.abort();
      looking.abort();
    },
    readUnread: () => {
      if (store.get().status === "reading") return;
      stopping = new AbortController();
      void reading.readUnread(stopping);
    },
    lookThroughRooms: () => {
      if (store.get().members.status === "reading") return;
      looking = new AbortController();
      void reading.readMembers(looking.signal);
    },
    stopLooking: () => {
      looking.abort();
    },
  };
}

const firstState = (source: Source, knowledge: Knowledge): ReviewState => ({
  source,
  status: "reading",
  problem: null,
  found: { inventory: knowledge.inventory, revision: knowledge.inventory.revision },
  progress: nothingRead(),
  unread: [],
  deactivated: deactivatedOf(knowledge.accounts ?? []),
  avatars: knowledge.avatars,
  rooms: null,
  members: { status: knowledge.hasMembers ? "done" : "not-asked" },
  serverVersion: knowledge.serverVersion,
});

const nothingRead = (): ReadingProgress => ({
  startedMs: Date.now(),
  ownersRead: 0,
  ownersTotal: null,
  filesRead: 0,
  filesTotal: null,
});

const isSourceKnown = (source: Source, knowledge: Knowledge): boolean =>
  isHandPicked(source) || (source.kind === "rule" && isComplete(knowledge, source.rule, source.filter));

const deactivatedOf = (accounts: readonly LocalUser[]): ReadonlySet<string> =>
  new Set(accounts.filter(({ isDeactivated }) => isDeactivated).map(({ userId }) => userId));

/** The reading for one review: what it learns goes into its store and, for later reviews, into what is known. */
class Reading {
  readonly #store: Store<ReviewState>;
  readonly #knowledge: Knowledge;
  readonly #deps: ReviewDeps;

  constructor(store: Store<ReviewState>, knowledge: Knowledge, deps: ReviewDeps) {
    this.#store = store;
    this.#knowledge = knowledge;
    this.#deps = deps;
  }

  async readAll(stopping: AbortController): Promise<void> {
    const { signal } = stopping;
    try {
      const accounts = this.#readAccounts(signal);
      await Promise.all([
        this.#readVersion(signal),
        accounts.then((read) => this.#readAvatars(read, signal)),
        this.#readFiles(accounts, signal),
      ]);
      this.#update({ status: "done" });
    } catch (error) {
      if (signal.aborted || isAbort(error)) this.#update({ status: "stopped" });
      else this.#update({ status: "failed", problem: describeError(error) });
      // Where one part fails the others end too: a review that says it ended reads nothing more.
      stopping.abort();
    }
  }

  async readUnread(stopping: AbortController): Promise<void> {
    this.#update({ status: "reading", problem: null, unread: [], progress: nothingRead() });
    await this.readAll(stopping);
  }

  #update(change: Partial<ReviewState>): void {
    const { inventory } = this.#knowledge;
    const state = this.#store.get();
    const isSame = state.found.revision === inventory.revision;
    const found = isSame ? state.found : { inventory, revision: inventory.revision };
    this.#store.set({ ...state, ...change, found });
  }

  #advance(change: Partial<ReadingProgress>): void {
    this.#update({ progress: { ...this.#store.get().progress, ...change } });
  }

  async #readVersion(signal: AbortSignal): Promise<void> {
    if (this.#knowledge.serverVersion !== null) return;
    const read = () => getServerVersion(this.#deps.client, signal);
    this.#knowledge.serverVersion = await readPatiently(read, this.#deps.patience, signal);
    this.#update({ serverVersion: this.#knowledge.serverVersion });
  }

  async #readAccounts(signal: AbortSignal): Promise<readonly LocalUser[]> {
    this.#knowledge.accounts ??= await listAllUsers(this.#deps, signal);
    this.#update({ deactivated: deactivatedOf(this.#knowledge.accounts) });
    return this.#knowledge.accounts;
  }

  async #readAvatars(accounts: readonly LocalUser[], signal: AbortSignal): Promise<void> {
    if (this.#knowledge.avatars !== null) return;
    const onProgress = (rooms: RoomProgress) => {
      this.#update({ rooms });
    };
    const request = { serverName: this.#deps.serverName, accounts, signal, onProgress };
    this.#noteAvatars(await readAvatarUses(this.#deps, request));
  }

  #noteAvatars(avatars: AvatarUses): void {
    this.#knowledge.avatars = avatars;
    this.#knowledge.inventory.markUses(avatars);
    this.#update({ avatars });
  }

  async readMembers(signal: AbortSignal): Promise<void> {
    const { serverName } = this.#deps;
    const onProgress = (rooms: RoomProgress) => {
      this.#update({ members: { status: "reading", rooms } });
    };
    this.#update({ members: { status: "reading", rooms: null } });
    try {
      const pictures = await readMemberPictures(this.#deps, { serverName, signal, onProgress });
      // What is in use now is the stronger reason.
      this.#noteAvatars(new Map([...pictures, ...(this.#knowledge.avatars ?? [])]));
      this.#knowledge.hasMembers = true;
      this.#update({ members: { status: "done" } });
    } catch (error) {
      if (signal.aborted) this.#update({ members: { status: "not-asked" } });
      else this.#update({ members: { status: "failed", problem: describeError(error) } });
    }
  }

  async #readFiles(accounts: Promise<unknown>, signal: AbortSignal): Promise<void> {
    const { source } = this.#store.get();
    if (source.kind === "user") await this.#readUser(source.userId, signal);
    if (source.kind === "users") {
      const chosen = new Set(source.userIds);
      await this.#scan({ rule: null, isWanted: (userId) => chosen.has(userId), signal });
    }
    if (source.kind !== "rule") return;
    const { rule, filter } = source;
    if (filter.isOfDeactivated) await accounts;
    await this.#scan({ rule, isWanted: wantsOwner(filter, this.#store.get().deactivated), signal });
    if (this.#store.get().unread.length === 0) this.#knowledge.complete.push({ rule, filter });
  }

  async #scan(wanted: Pick<ScanRequest, "rule" | "isWanted" | "signal">): Promise<void> {
    const request = {
      ...wanted,
      inventory: this.#knowledge.inventory,
      onPage: (files: number) => {
        this.#advance({ filesRead: this.#store.get().progress.filesRead + files });
      },
    };
    for await (const event of scan(this.#deps, request)) {
      if (event.kind === "owners") {
        const filesTotal = event.owners.reduce((sum, owner) => sum + owner.files, 0);
        this.#advance({ ownersTotal: event.owners.length, filesTotal });
        continue;
      }
      if (event.kind === "unread") {
        const unread = { owner: event.owner, problem: describeError(event.error) };
        this.#update({ unread: [...this.#store.get().unread, unread] });
      }
      this.#advance({ ownersRead: this.#store.get().progress.ownersRead + 1 });
    }
  }

  /** A user's files come at once, so that no half of a list can be taken for all of it. */
  async #readUser(userId: string, signal: AbortSignal): Promise<void> {
    const files = await listOwner(this.#deps, { userId, orderBy: "created_ts", dir: "f", signal });
    this.#knowledge.inventory.append(userId, files);
    this.#advance({ filesRead: files.length });
  }
}
