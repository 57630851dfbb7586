import { listUserMedia } from "../api/media";
import type { Direction, MediaOrder } from "../api/media";
import type { MediaFile } from "../api/media-page";
import { ListChangedError } from "../api/errors";
import type { Client } from "../api/http";
import { ListMovedError, steadyPages } from "./pages";
import type { Page } from "./pages";
import { readPatiently } from "./patience";
import type { Patience } from "./patience";

/** What reading an owner's list needs. */
export interface ListDeps {
  readonly client: Client;
  readonly patience: Patience;
  /** Rows a page at most, at least 2; large, because each page makes Synapse count and sort the owner's rows again. */
  readonly pageSize?: number;
  /**
   * How a page is asked for until it comes. A scan's way unless given: a few times, so that an owner who cannot be read
   * is named. A run gives its own, which waits for a homeserver that is gone.
   */
  readonly repeatRead?: <T>(read: () => Promise<T>) => Promise<T>;
}

export interface ListRequest {
  readonly userId: string;
  readonly orderBy: MediaOrder;
  readonly dir: Direction;
  /** The list may be left after the page on which this first holds. */
  readonly isPast?: (file: MediaFile) => boolean;
  /** Rows of the first page where the list may well end there; each further one has twice as many. */
  readonly firstRows?: number;
  /** A page was read: how far the reading is, of how many files in all. Goes back where the list is read again. */
  readonly onPage?: (read: { readonly filesRead: number; readonly filesTotal: number }) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What the reading of an owner's list reports. */
export type OwnerEvent =
  | { readonly kind: "files"; readonly files: readonly MediaFile[] }
  /** The list changed, and everything reported so far is read again. */
  | { readonly kind: "again" }
  /** Last: whether the list was read to its end, rather than left early. */
  | { readonly kind: "end"; readonly isWhole: boolean };

export const PAGE_SIZE = 10_000;
const ATTEMPTS = 3;

/**
 * Reads an owner's list page by page, and again from the start where it moves meanwhile. Throws ListChangedError when
 * that happens three times, and what `listUserMedia` throws, after retries.
 */
export async function* readOwner(deps: ListDeps, request: ListRequest): AsyncGenerator<OwnerEvent> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const ended = yield* readOnce(deps, request);
    if (ended !== "changed") {
      yield { kind: "end", isWhole: ended === "whole" };
      return;
    }
    yield { kind: "again" };
  }
  throw new ListChangedError(`The list of ${request.userId} changed while it was read, ${String(ATTEMPTS)} times`);
}

/** The same as one list. */
export async function listOwner(deps: ListDeps, request: ListRequest): Promise<readonly MediaFile[]> {
  let files: MediaFile[] = [];
  for await (const event of readOwner(deps, request)) {
    if (event.kind === "again") files = [];
    if (event.kind === "files") files = files.concat(event.files);
  }
  return files;
}

type Ended = "whole" | "left" | "changed";

async function* readOnce(deps: ListDeps, request: ListRequest): AsyncGenerator<OwnerEvent, Ended> {
  const { isPast } = request;
  const most = deps.pageSize ?? PAGE_SIZE;
  let limit = Math.min(most, Math.max(request.firstRows ?? most, 2));
  const read = (from: number) => {
    const page = readPage(deps, request, { from, limit });
    limit = Math.min(most, limit * 2);
    return page;
  };
  try {
    for await (const { rows, isLast } of steadyPages(read, idOf)) {
      yield { kind: "files", files: rows };
      if (!isLast && isPast !== undefined && rows.some(isPast)) return "left";
    }
    return "whole";
  } catch (error) {
    if (error instanceof ListMovedError) return "changed";
    throw error;
  }
}

async function readPage(
  deps: ListDeps,
  { userId, orderBy, dir, onPage, signal }: ListRequest,
  place: { readonly from: number; readonly limit: number },
): Promise<Page<MediaFile>> {
  const read = () => listUserMedia(deps.client, userId, { orderBy, dir, ...place, signal });
  const repeatRead = deps.repeatRead ?? (async (page) => readPatiently(page, deps.patience, signal));
  const { files, total, nextFrom } = await repeatRead(read);
  onPage?.({ filesRead: place.from + files.length, filesTotal: total });
  return { rows: files, total, nextFrom };
}

const idOf = ({ mediaId }: MediaFile): string => mediaId;
