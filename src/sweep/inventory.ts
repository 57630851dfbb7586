import type { MediaFile } from "../api/media-page";
import { NumberColumn, RepeatedTextColumn, TextColumn } from "./columns";
import { isAmong } from "./coverage";
import type { Coverage } from "./coverage";
import type { AvatarUse, AvatarUses } from "./protect";

/** A file as an inventory holds it: all that previews, runs and receipts tell of it. */
export type ListedFile = Omit<MediaFile, "sha256" | "urlPreviewOf">;

/** What holds of a row, one bit each. */
export const rowFlags = {
  isProtected: 1,
  isQuarantined: 2,
  isUrlPreview: 4,
  isProfilePicture: 8,
  isRoomAvatar: 16,
  isMemberPicture: 32,
  isImage: 64,
  /** It has no size: reserved, never filled. */
  isUnfinished: 128,
  /** It can be fetched with a token only. */
  isAuthenticated: 256,
  /** It can be fetched without a token. */
  isUnauthenticated: 512,
  /** The owner's list was read again since: the row is not part of the inventory. */
  isSuperseded: 1024,
} as const;

const USE_FLAGS: Readonly<Record<AvatarUse["kind"], number>> = {
  "profile-picture": rowFlags.isProfilePicture,
  "room-avatar": rowFlags.isRoomAvatar,
  "member-picture": rowFlags.isMemberPicture,
};
const flagOfUse = (use: AvatarUse | undefined): number => (use === undefined ? 0 : USE_FLAGS[use.kind]);
const ANY_USE = rowFlags.isProfilePicture | rowFlags.isRoomAvatar | rowFlags.isMemberPicture;

/** What an inventory held of an owner before their list was read again. */
export interface Earlier {
  readonly rows: readonly number[];
  readonly coverages: readonly Coverage[];
}

/**
 * The files of a scan by columns: about 85 bytes for each, so that a million fit into a browser's tab, and one pass
 * answers a question about all of them in milliseconds. Rows are added and never change their place, so a row's number
 * names a file for good. Numbers that are null in a file are NaN here.
 */
export class Inventory {
  readonly sizeBytes = new NumberColumn((length) => new Float64Array(length));
  readonly createdMs = new NumberColumn((length) => new Float64Array(length));
  readonly lastAccessMs = new NumberColumn((length) => new Float64Array(length));
  readonly flags = new NumberColumn((length) => new Uint16Array(length));
  readonly owners = new RepeatedTextColumn();
  readonly types = new RepeatedTextColumn();
  readonly mediaIds = new TextColumn();
  readonly names = new TextColumn();
  readonly #numbers = [
    this.sizeBytes,
    this.createdMs,
    this.lastAccessMs,
    this.flags,
    this.owners.codes,
    this.types.codes,
  ];
  /** Who quarantined a row; few are. */
  readonly #quarantinedBy = new Map<number, string>();
  /** First and last row but one of each page, by the owner's number. */
  readonly #pages = new Map<number, (readonly [number, number])[]>();
  readonly #coverages = new Map<string, readonly Coverage[]>();
  #uses: AvatarUses = new Map();
  #rows = 0;
  #revision = 0;

  /** Another number whenever something in here has changed. */
  get revision(): number {
    return this.#revision;
  }

  /** How many rows there are, superseded ones included. */
  get rows(): number {
    return this.#rows;
  }

  /** Adds files of one owner. */
  append(userId: string, files: readonly MediaFile[]): void {
    const start = this.#rows;
    const end = start + files.length;
    for (const column of this.#numbers) column.reserve(end);
    const owner = this.owners.codeOf(userId);
    this.owners.codes.values.fill(owner, start, end);
    this.mediaIds.append(files.map((file) => file.mediaId));
    this.names.append(files.map((file) => file.name ?? ""));
    this.#write(start, files);
    this.#rows = end;
    this.#revision += 1;
    const pages = this.#pages.get(owner);
    if (pages === undefined) this.#pages.set(owner, [[start, end]]);
    else pages.push([start, end]);
  }

  /** Takes the files of an owner out, because they are about to be read again; `cover` takes what this returns. */
  drop(userId: string): Earlier {
    const earlier = { rows: this.#rowsOfOwner(userId), coverages: this.coveragesOf(userId) };
    this.#coverages.delete(userId);
    for (const row of earlier.rows) this.#setFlags(row, this.#flagsAt(row) | rowFlags.isSuperseded);
    if (earlier.rows.length > 0) this.#revision += 1;
    return earlier;
  }

  /**
   * Notes that an owner's list was read so far. What was known before stays known: of its rows those come back that
   * this reading was not to bring and did not.
   */
  cover(userId: string, coverage: Coverage, earlier?: Earlier): void {
    this.#coverages.set(userId, [...(earlier?.coverages ?? []), coverage]);
    if (earlier === undefined || earlier.rows.length === 0) return;
    const read = new Set(this.#rowsOfOwner(userId).map((row) => this.mediaIds.at(row)));
    for (const row of earlier.rows) {
      const isDue = isAmong(coverage, this.sizeBytes.values[row] ?? NaN, this.createdMs.values[row] ?? NaN);
      if (!isDue && !read.has(this.mediaIds.at(row))) this.#setFlags(row, this.#flagsAt(row) & ~rowFlags.isSuperseded);
    }
    this.#revision += 1;
  }

  /** How far an owner's list is known: all of these hold. */
  coveragesOf(userId: string): readonly Coverage[] {
    return this.#coverages.get(userId) ?? [];
  }

  /** Marks the files that are in use as pictures, also those added later; replaces what was marked before. */
  markUses(uses: AvatarUses): void {
    this.#uses = uses;
    this.#revision += 1;
    this.mediaIds.forEach((mediaId, row) => {
      const use = uses.get(mediaId);
      this.#setFlags(row, (this.#flagsAt(row) & ~ANY_USE) | flagOfUse(use));
    });
  }

  /** Gives back the room kept for further rows. */
  trim(): void {
    for (const column of this.#numbers) column.trim(this.#rows);
    this.mediaIds.trim();
    this.names.trim();
  }

  /** The rows of these files, superseded ones left out. */
  rowsOf(mediaIds: ReadonlySet<string>): readonly number[] {
    const rows: number[] = [];
    if (mediaIds.size === 0) return rows;
    this.mediaIds.forEach((mediaId, row) => {
      if (mediaIds.has(mediaId) && !this.#isSuperseded(row)) rows.push(row);
    });
    return rows;
  }

  useAt(row: number): AvatarUse | null {
    return (this.#flagsAt(row) & ANY_USE) === 0 ? null : (this.#uses.get(this.mediaIds.at(row)) ?? null);
  }

  quarantinedByAt(row: number): string | null {
    return this.#quarantinedBy.get(row) ?? null;
  }

  /** When a row counts as last used, in ms: one that was never fetched counts from its upload. */
  usedMsAt(row: number): number {
    const accessedMs = this.lastAccessMs.values[row] ?? NaN;
    return Number.isNaN(accessedMs) ? (this.createdMs.values[row] ?? NaN) : accessedMs;
  }

  /** The file of a row, made anew with each call. */
  fileAt(row: number): ListedFile {
    const flags = this.#flagsAt(row);
    return {
      mediaId: this.mediaIds.at(row),
      userId: this.owners.at(row),
      name: this.names.at(row) || null,
      type: this.types.at(row) || null,
      sizeBytes: numberOrNull(this.sizeBytes.values[row]),
      createdMs: this.createdMs.values[row] ?? 0,
      lastAccessMs: numberOrNull(this.lastAccessMs.values[row]),
      quarantinedBy: this.quarantinedByAt(row),
      isProtected: (flags & rowFlags.isProtected) !== 0,
      isUrlPreview: (flags & rowFlags.isUrlPreview) !== 0,
      isAuthenticated: authenticationOf(flags),
    };
  }

  #write(start: number, files: readonly MediaFile[]): void {
    const [sizes, created, accessed] = [this.sizeBytes.values, this.createdMs.values, this.lastAccessMs.values];
    const [types, flags] = [this.types.codes.values, this.flags.values];
    let row = start;
    for (const file of files) {
      sizes[row] = file.sizeBytes ?? NaN;
      created[row] = file.createdMs;
      accessed[row] = file.lastAccessMs ?? NaN;
      types[row] = this.types.codeOf(file.type ?? "");
      flags[row] = flagsOf(file) | flagOfUse(this.#uses.get(file.mediaId));
      if (file.quarantinedBy !== null) this.#quarantinedBy.set(row, file.quarantinedBy);
      row += 1;
    }
  }

  /** The rows of an owner, superseded ones left out. */
  #rowsOfOwner(userId: string): readonly number[] {
    const owner = this.owners.knownCodeOf(userId);
    const pages = owner === null ? [] : (this.#pages.get(owner) ?? []);
    const rows: number[] = [];
    for (const [start, end] of pages) {
      for (let row = start; row < end; row += 1) if (!this.#isSuperseded(row)) rows.push(row);
    }
    return rows;
  }

  #isSuperseded(row: number): boolean {
    return (this.#flagsAt(row) & rowFlags.isSuperseded) !== 0;
  }

  #flagsAt(row: number): number {
    return this.flags.values[row] ?? 0;
  }

  #setFlags(row: number, flags: number): void {
    this.flags.values[row] = flags;
  }
}

const numberOrNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

function flagsOf(file: MediaFile): number {
  return (
    (file.isProtected ? rowFlags.isProtected : 0) |
    (file.quarantinedBy === null ? 0 : rowFlags.isQuarantined) |
    (file.isUrlPreview ? rowFlags.isUrlPreview : 0) |
    (file.type?.startsWith("image/") === true ? rowFlags.isImage : 0) |
    (file.sizeBytes === null ? rowFlags.isUnfinished : 0) |
    (file.isAuthenticated === true ? rowFlags.isAuthenticated : 0) |
    (file.isAuthenticated === false ? rowFlags.isUnauthenticated : 0)
  );
}

function authenticationOf(flags: number): boolean | null {
  if ((flags & rowFlags.isAuthenticated) !== 0) return true;
  return (flags & rowFlags.isUnauthenticated) === 0 ? null : false;
}
