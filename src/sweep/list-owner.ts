import { listUserMedia } from "../api/media";
import type { Direction, MediaOrder } from "../api/media";
import type { MediaFile } from "../api/media-page";
import type { Client } from "../api/http";
import { pages } from "./pages";
import { readPatiently } from "./patience";
import type { Patience } from "./patience";

/** What reading an owner's list needs. */
export interface ListDeps {
  readonly client: Client;
  readonly patience: Patience;
  /** Rows a page; large, because each page makes Synapse count and sort the owner's rows again. */
  readonly pageSize?: number;
}

export interface ListRequest {
  readonly userId: string;
  readonly orderBy: MediaOrder;
  readonly dir: Direction;
  /** The list ends before the first file for which this holds. */
  readonly isPast?: (file: MediaFile) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The list of an owner kept changing while it was read, so what was read cannot be called whole. */
export class ListChangedError extends Error {
  override readonly name = "ListChangedError";
}

export const PAGE_SIZE = 10_000;
const ATTEMPTS = 3;

/**
 * Reads an owner's whole list, or its start up to `isPast`. Pages are rows by offset, so rows that come or go in
 * between shift the rest: a changed `total` starts the reading again, and ListChangedError is thrown when that
 * happens three times. Throws what `listUserMedia` throws, after retries.
 */
export async function listOwner(deps: ListDeps, request: ListRequest): Promise<readonly MediaFile[]> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const files = await readOnce(deps, request);
    if (files !== null) return files;
  }
  throw new ListChangedError(`The list of ${request.userId} changed while it was read, ${String(ATTEMPTS)} times`);
}

/** Null where the list changed between two pages. */
async function readOnce(deps: ListDeps, request: ListRequest): Promise<readonly MediaFile[] | null> {
  const { userId, orderBy, dir, isPast, signal } = request;
  const files: MediaFile[] = [];
  const limit = deps.pageSize ?? PAGE_SIZE;
  let total: number | null = null;
  const readPage = (from: number) =>
    readPatiently(
      () => listUserMedia(deps.client, userId, { orderBy, dir, from, limit, signal }),
      deps.patience,
      signal,
    );
  for await (const page of pages(readPage)) {
    if (total !== null && page.total !== total) return null;
    total = page.total;
    const end = isPast === undefined ? -1 : page.files.findIndex(isPast);
    files.push(...(end === -1 ? page.files : page.files.slice(0, end)));
    if (end !== -1) break;
  }
  return new Set(files.map((file) => file.mediaId)).size === files.length ? files : null;
}
