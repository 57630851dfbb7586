import type { MediaInfo } from "../../src/api/media-page";
import type { Direction } from "./params";
import { type NullOrder, comparator } from "./order";

/**
 * A row of `local_media_repository`, kept in the very form and key order in which the list sends it.
 * Times in ms since 1970, lengths in bytes. Source: Synapse's admin API documentation, "List media uploaded by a user".
 */
export interface MediaRecord extends MediaInfo {
  readonly media_id: string;
  media_type: string | null;
  media_length: number | null;
  upload_name: string | null;
  created_ts: number;
  url_cache: string | null;
  last_access_ts: number | null;
  quarantined_by: string | null;
  safe_from_quarantine: boolean;
  readonly user_id: string | null;
  authenticated: boolean | number;
  sha256: string | null;
}

export const mediaOrders = [
  "media_id",
  "upload_name",
  "created_ts",
  "last_access_ts",
  "media_length",
  "media_type",
  "quarantined_by",
  "safe_from_quarantine",
] as const;
export type MediaOrder = (typeof mediaOrders)[number];

/** What one owner has: number of files, and their bytes or null where no file has a length. */
export interface Totals {
  readonly files: number;
  readonly bytes: number | null;
}

interface Shelf {
  readonly rows: Set<MediaRecord>;
  readonly sorted: Map<string, readonly MediaRecord[]>;
  totals: Totals | null;
}

/** All local media, with a shelf per owner whose orders and totals are computed once and dropped on each change. */
export class MediaTable {
  readonly #byId = new Map<string, MediaRecord>();
  readonly #shelves = new Map<string | null, Shelf>();
  readonly #nulls: NullOrder;

  constructor(nulls: NullOrder) {
    this.#nulls = nulls;
  }

  get size(): number {
    return this.#byId.size;
  }

  get(mediaId: string): MediaRecord | undefined {
    return this.#byId.get(mediaId);
  }

  all(): Iterable<MediaRecord> {
    return this.#byId.values();
  }

  /** Inserts the row, or replaces the one of the same media ID. */
  put(record: MediaRecord): void {
    this.delete(record.media_id);
    this.#byId.set(record.media_id, record);
    const shelf = this.#shelves.get(record.user_id);
    if (shelf === undefined) {
      this.#shelves.set(record.user_id, { rows: new Set([record]), sorted: new Map(), totals: null });
    } else {
      shelf.rows.add(record);
      forget(shelf);
    }
  }

  /** Overwrites some columns of a row. */
  change(record: MediaRecord, columns: Partial<MediaRecord>): void {
    Object.assign(record, columns);
    const shelf = this.#shelves.get(record.user_id);
    if (shelf !== undefined) forget(shelf);
  }

  delete(mediaId: string): boolean {
    const record = this.#byId.get(mediaId);
    if (record === undefined) return false;
    this.#byId.delete(mediaId);
    const shelf = this.#shelves.get(record.user_id);
    shelf?.rows.delete(record);
    if (shelf?.rows.size === 0) this.#shelves.delete(record.user_id);
    else if (shelf !== undefined) forget(shelf);
    return true;
  }

  clear(): void {
    this.#byId.clear();
    this.#shelves.clear();
  }

  /** Every owner that a row names, with or without an account. */
  owners(): Iterable<string | null> {
    return this.#shelves.keys();
  }

  rowsOf(owner: string | null): Iterable<MediaRecord> {
    return this.#shelves.get(owner)?.rows ?? [];
  }

  totalsOf(owner: string | null): Totals {
    const shelf = this.#shelves.get(owner);
    if (shelf === undefined) return { files: 0, bytes: null };
    shelf.totals ??= totalsOf(shelf.rows);
    return shelf.totals;
  }

  /** All rows of an owner in that order; ties by media ID, ascending in both directions. */
  sortedRowsOf(owner: string, order: MediaOrder, direction: Direction): readonly MediaRecord[] {
    const shelf = this.#shelves.get(owner);
    if (shelf === undefined) return [];
    const name = `${order} ${direction}`;
    const known = shelf.sorted.get(name);
    if (known !== undefined) return known;
    const compare = comparator<MediaRecord>({
      key: (row) => row[order],
      tie: (row) => row.media_id,
      direction,
      nulls: this.#nulls,
    });
    const sorted = [...shelf.rows].sort(compare);
    shelf.sorted.set(name, sorted);
    return sorted;
  }
}

/** Number of the rows and bytes of those that have a length; null bytes where none has. */
export function totalsOf(rows: Iterable<MediaRecord>): Totals {
  let files = 0;
  let bytes: number | null = null;
  for (const { media_length } of rows) {
    files += 1;
    if (media_length !== null) bytes = (bytes ?? 0) + media_length;
  }
  return { files, bytes };
}

function forget(shelf: Shelf): void {
  shelf.sorted.clear();
  shelf.totals = null;
}
