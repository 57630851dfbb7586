import { downloadMedia, fetchThumbnail } from "../../api/content";
import { HttpError, isNotFound } from "../../api/errors";
import type { Client, Content } from "../../api/http";
import { repeatWhenRefused } from "../../sweep/patience";
import type { Patience } from "../../sweep/patience";
import type { LookFile } from "./look-file";
import type { LookMemory } from "./looked-at";
import type { Shown, Wish } from "./looks";
import { UnsafeTypeError } from "./look-errors";
import { hasThumbnail, kindOf, safeTypeOf } from "./shown-types";

export interface FetchDeps {
  readonly client: Client;
  readonly patience: Patience;
  readonly memory: LookMemory;
  readonly serverVersion: string;
  readonly nowMs: () => number;
}

/** In pixels, of the sizes that Synapse makes of every picture. */
const thumbnails = {
  small: { widthPx: 96, heightPx: 96, method: "crop" },
  middle: { widthPx: 800, heightPx: 600, method: "scale" },
} as const;

/**
 * Fetches what is shown of a file, and remembers when it was last used before. Throws what the calls throw, and
 * UnsafeTypeError where the answer is of a type that is not shown, whatever the list said.
 */
export async function fetchShown(wish: Wish, deps: FetchDeps, signal: AbortSignal): Promise<Shown> {
  const { blob, type } = await contentOf(wish, deps, signal);
  const [kind, safeType] = [kindOf(type), safeTypeOf(type)];
  if (kind === null || safeType === null || kind !== kindOf(wish.file.type)) throw new UnsafeTypeError(type);
  return { kind, blob: blob.slice(0, blob.size, safeType) };
}

async function contentOf(wish: Wish, deps: FetchDeps, signal: AbortSignal): Promise<Content> {
  const { file, size, isAlone } = wish;
  // A quarantined file has no thumbnail for anybody.
  if (size === "full" || !hasThumbnail(file.type) || file.quarantinedBy !== null) return fetchWhole(file, deps, signal);
  const { client, patience, memory, serverVersion, nowMs } = deps;
  memory.note(file, nowMs());
  try {
    const thumbnail = { ...thumbnails[size], serverVersion, signal };
    return await repeatWhenRefused(() => fetchThumbnail(client, file, thumbnail), patience, signal);
  } catch (error) {
    // Versions before 1.64 answer 404, as they do for a file that is gone, which fetching the whole of it tells.
    const isWithout = error instanceof HttpError && (error.status === 400 || isNotFound(error));
    if (!isWithout || !isAlone) throw error;
    return fetchWhole(file, deps, signal);
  }
}

/**
 * Fetches a whole file, a quarantined one past its quarantine, and remembers when it was last used before. Throws what
 * the call throws.
 */
export async function fetchWhole(file: LookFile, deps: FetchDeps, signal: AbortSignal): Promise<Content> {
  const { client, patience, memory, serverVersion, nowMs } = deps;
  const takeBack = memory.note(file, nowMs());
  const download = { serverVersion, signal, bypassesQuarantine: file.quarantinedBy !== null };
  try {
    return await repeatWhenRefused(() => downloadMedia(client, file, download), patience, signal);
  } catch (error) {
    // Synapse counts a download when it hands something out, and only then.
    if (error instanceof HttpError && error.errcode !== null) takeBack();
    throw error;
  }
}
