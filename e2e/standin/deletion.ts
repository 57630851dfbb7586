import { json } from "./answer";
import { sleep } from "./clock";
import type { Work } from "./route";
import { isStuck } from "./sentinels";

/** How long other requests may have to wait for a deletion, in ms. */
const SLICE_MS = 8;

/**
 * Deletes those files one after another, letting other requests in between, and answers what was deleted. A file that
 * is gone already counts as deleted, one that cannot be unlinked is left out; nobody's giving up stops it.
 * Source: Synapse's admin API documentation, "Delete local media".
 */
export async function deleteFiles(call: Work, mediaIds: readonly string[]): Promise<Response> {
  // The store of this moment: a reset while this goes on must not lose files of the next scenario.
  const { media, contents } = call.server.store;
  const deleted: string[] = [];
  const paced = pace(call.filesPerSecond);
  for (const mediaId of mediaIds) {
    const wait = paced();
    if (wait !== null) await wait;
    const record = media.get(mediaId);
    if (record !== undefined && isStuck(record)) continue;
    media.delete(mediaId);
    contents.delete(mediaId);
    deleted.push(mediaId);
  }
  return json({ deleted_media: deleted, total: deleted.length });
}

/** Called before each file: null to go on at once, else a promise to wait for. */
function pace(filesPerSecond: number | null): () => Promise<void> | null {
  const startMs = performance.now();
  let files = 0;
  let sliceEndMs = startMs + SLICE_MS;
  return () => {
    files += 1;
    const nowMs = performance.now();
    const dueMs = filesPerSecond === null ? 0 : startMs + (files * 1000) / filesPerSecond;
    if (dueMs - nowMs < SLICE_MS && nowMs < sliceEndMs) return null;
    const waitMs = Math.max(0, dueMs - nowMs);
    sliceEndMs = nowMs + waitMs + SLICE_MS;
    return sleep(waitMs);
  };
}
