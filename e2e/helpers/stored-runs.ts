import type { Page } from "@playwright/test";

import type { Outcome } from "../../src/sweep/outcome";
import type { Tally } from "../../src/sweep/tally";

/** What this browser's journal says of a run's end. */
interface StoredEnd {
  readonly endedMs: number;
  readonly isStopped: boolean;
  readonly halted: { readonly title: string; readonly words: string | null } | null;
  readonly tallies: Readonly<Record<Outcome["what"], Tally>>;
}

/** A run as it lies in IndexedDB, before the app has decoded any of it. */
export interface StoredRun {
  readonly header: {
    readonly id: string;
    readonly engine: string;
    readonly startedMs: number;
    readonly planned: Tally;
    readonly before: Tally | null;
    readonly after: Tally | null;
    readonly ended: StoredEnd | null;
  };
  /** Media IDs of the plan's list, in its order. */
  readonly plannedIds: readonly string[];
  /** Media IDs that calls were noted for, in their order, each as often as it was. */
  readonly calledIds: readonly string[];
  /** Every outcome that was noted, in its order; a run that does well notes one for each file. */
  readonly outcomes: readonly Outcome[];
}

/** The runs of this browser, the oldest first. The page has to be of the app's origin. */
export async function readStoredRuns(page: Page): Promise<readonly StoredRun[]> {
  const { entries, files, chunks } = await page.evaluate(readStores);
  const runs = entries.filter(({ kind }) => kind === "run");
  return runs.map((header) => {
    const lists = files.filter(({ id, part }) => id === header.id && part === "doomed");
    const steps = chunks.filter(({ id }) => id === header.id).flatMap((chunk) => chunk.steps);
    return {
      header,
      plannedIds: lists.flatMap(({ items }) => items.map(({ mediaId }) => mediaId)),
      calledIds: steps.flatMap(({ calling = [] }) => calling),
      outcomes: steps.flatMap(({ outcomes = [] }) => outcomes),
    };
  });
}

interface Step {
  readonly calling?: readonly string[];
  readonly outcomes?: readonly Outcome[];
}

interface FilesChunk {
  readonly id: string;
  readonly part: string;
  readonly items: readonly { readonly mediaId: string }[];
}

interface StepsChunk {
  readonly id: string;
  readonly steps: readonly Step[];
}

/** Runs in the page. */
async function readStores() {
  const opening = indexedDB.open("mediasweep");
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener("success", () => {
      resolve(opening.result);
    });
    opening.addEventListener("error", () => {
      reject(opening.error ?? new Error("IndexedDB failed"));
    });
    // There is none yet, and an empty one would stand in the app's way.
    opening.addEventListener("upgradeneeded", () => {
      opening.transaction?.abort();
    });
  });
  const stores = db.transaction(["entries", "files", "outcomes"]);
  const all = <T>(store: string): Promise<readonly T[]> =>
    new Promise((resolve, reject) => {
      const request: IDBRequest<T[]> = stores.objectStore(store).getAll();
      request.addEventListener("success", () => {
        resolve(request.result);
      });
      request.addEventListener("error", () => {
        reject(request.error ?? new Error("IndexedDB failed"));
      });
    });
  const entries = await all<StoredRun["header"] & { readonly kind: string }>("entries");
  const files = await all<FilesChunk>("files");
  const chunks = await all<StepsChunk>("outcomes");
  db.close();
  return { entries, files, chunks };
}
