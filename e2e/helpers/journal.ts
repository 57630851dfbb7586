import type { Page } from "@playwright/test";

import { NO_FILTER } from "../../src/sweep/filter";
import { tallyOf } from "../../src/sweep/receipt";
import type { Homeserver } from "../target/homeserver";

/** What this browser keeps of runs and actions, as it lies in IndexedDB. */
export interface StoredRecords {
  readonly entries: readonly object[];
  /** Lists of plans. */
  readonly files?: readonly object[];
  /** Steps of logs. */
  readonly outcomes?: readonly object[];
}

type RecordCounts = Readonly<Record<keyof StoredRecords, number>>;

/** Puts records in place, as runs would have left them. The page has to be of the app's origin, but not the app. */
export async function writeJournal(page: Page, records: StoredRecords): Promise<void> {
  await page.evaluate(putRecords, records);
}

/** How many records of each kind there are. */
export const countJournal = (page: Page): Promise<RecordCounts> => page.evaluate(putRecords, { entries: [] });

/** What every entry of the homeserver's admin says of itself. */
export const entryFacts = ({ baseUrl, serverName, admin: { userId } }: Homeserver) => ({
  scope: `${baseUrl} ${userId}`,
  homeserver: baseUrl,
  serverName,
  admin: userId,
});

/** A file of 1 MB in the list of a plan. */
export const plannedFile = (mediaId: string, change: object = {}) => ({
  mediaId,
  userId: "@ann:example.org",
  name: `${mediaId}.png`,
  type: "image/png",
  sizeBytes: 1_000_000,
  createdMs: Date.UTC(2024, 0, 1),
  lastAccessMs: null,
  quarantinedBy: null,
  isProtected: false,
  isUrlPreview: false,
  isAuthenticated: null,
  ...change,
});

/** The end of a run that deleted so many files of 1 MB each. */
export const runEnd = (deleted: number, change: object = {}, tallies: object = {}) => ({
  endedMs: Date.UTC(2025, 2, 14, 8, 31),
  isStopped: false,
  halted: null,
  freedBytes: deleted * 1_000_000,
  tallies: { ...tallyOf([]), deleted: { files: deleted, bytes: deleted * 1_000_000 }, ...tallies },
  ...change,
});

/** A run by date and size of that many files of 1 MB, at 14 March 2025, 09:30 in Berlin. */
export const runHeader = (homeserver: Homeserver, id: string, change: object = {}) => ({
  ...entryFacts(homeserver),
  kind: "run",
  id,
  startedMs: Date.UTC(2025, 2, 14, 8, 30),
  source: {
    kind: "rule",
    rule: { beforeMs: Date.UTC(2025, 0, 1), largerThanBytes: 500_000, keepAvatars: true },
    filter: NO_FILTER,
  },
  engine: "exact-list",
  serverVersion: "1.163.2",
  planned: { files: 3, bytes: 3_000_000 },
  before: { files: 12_345, bytes: 3_100_000_000 },
  after: { files: 12_343, bytes: 3_098_000_000 },
  ended: runEnd(2),
  ...change,
});

/** A list of the plan of that run. */
export const planList = (id: string, part: "doomed" | "kept", items: readonly object[]) => ({
  id,
  part,
  index: 0,
  items,
});

/** Steps in the log of that run. */
export const logSteps = (id: string, steps: readonly object[]) => ({ id, seq: 0, steps });

/** Runs in the page. */
async function putRecords({ entries, files = [], outcomes = [] }: StoredRecords): Promise<RecordCounts> {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- In the page there is nothing outside of this function.
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => {
        resolve(request.result);
      });
      request.addEventListener("error", () => {
        reject(request.error ?? new Error("IndexedDB failed"));
      });
    });
  const opening = indexedDB.open("mediasweep", 1);
  opening.addEventListener("upgradeneeded", () => {
    const made = opening.result;
    made.createObjectStore("entries", { keyPath: "id" }).createIndex("by-scope", ["scope", "startedMs"]);
    made.createObjectStore("files", { keyPath: ["id", "part", "index"] });
    made.createObjectStore("outcomes", { keyPath: ["id", "seq"] });
  });
  const db = await done(opening);
  const transaction = db.transaction(["entries", "files", "outcomes"], "readwrite");
  const put = async (name: string, records: readonly object[]): Promise<number> => {
    const store = transaction.objectStore(name);
    for (const record of records) store.put(record);
    return done(store.count());
  };
  const counts = await Promise.all([put("entries", entries), put("files", files), put("outcomes", outcomes)]);
  db.close();
  return { entries: counts[0], files: counts[1], outcomes: counts[2] };
}
