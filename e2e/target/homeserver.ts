import type { DatabaseKind } from "./database";

/** A local account with a token of its own, as the specs use it. */
export interface Person {
  readonly userId: string;
  readonly accessToken: string;
}

/** One upload: the bytes, or how many random ones; random so that no two share a hash (quarantine follows the hash). */
export interface Upload {
  readonly bytes: number | Uint8Array;
  readonly name?: string;
  readonly type?: string;
}

/**
 * One row of Synapse's table `local_media_repository`, in wire names; times in ms, lengths in bytes.
 * Used to put rows in place that no client could upload: old ones, huge ones, URL previews.
 */
export interface MediaRow {
  readonly media_id: string;
  readonly user_id: string;
  readonly created_ts: number;
  readonly last_access_ts: number | null;
  readonly media_type: string | null;
  readonly media_length: number | null;
  readonly upload_name: string | null;
  readonly quarantined_by: string | null;
  readonly safe_from_quarantine: boolean;
  readonly url_cache: string | null;
}

/**
 * One row of Synapse's table `remote_media_cache`: the copy of another server's file. Times in ms, lengths in bytes.
 */
export interface RemoteMediaRow {
  readonly media_origin: string;
  readonly media_id: string;
  readonly created_ts: number;
  readonly last_access_ts: number | null;
  readonly media_type: string | null;
  readonly media_length: number | null;
  readonly upload_name: string | null;
  readonly quarantined_by: string | null;
}

/** A room as a spec wants it. */
export interface RoomWish {
  readonly name: string;
  /** The media ID of its picture. */
  readonly avatar?: string;
  /** The part of its alias before the colon. */
  readonly alias?: string;
  readonly isEncrypted?: boolean;
}

/**
 * What a spec may ask of a homeserver besides the API under test. The stand-in and a real Synapse both offer it, so
 * that one spec runs on both; what a server cannot do is a flag, and a spec that needs it skips with that reason.
 */
export interface Homeserver {
  readonly kind: "standin" | "synapse";
  /** As the server itself reports it, for instance "1.163.2". */
  readonly version: string;
  /** Null where it cannot be known, of a server that is not ours. */
  readonly database: DatabaseKind | null;
  readonly baseUrl: string;
  readonly serverName: string;
  readonly admin: Person;
  readonly abilities: {
    /** The database can be written: `insertMedia`, `insertRemoteMedia`, `readMedia`, `clearMedia`. */
    readonly rows: boolean;
    /** Failures can be ordered up through sentinel IDs (stand-in only). */
    readonly faults: boolean;
    /** Media IDs can be reserved without content: `reserve`. */
    readonly reserve: boolean;
  };
  createUser(localpart: string, options?: { displayname?: string; admin?: boolean }): Promise<Person>;
  /** Returns the media ID. */
  upload(owner: Person, upload: Upload): Promise<string>;
  /** Reserves a media ID without content (`POST /_matrix/media/v1/create`) and returns it. */
  reserve(owner: Person): Promise<string>;
  setAvatar(owner: Person, mediaId: string): Promise<void>;
  /** Closes the account, whose profile stays, or locks it (since Synapse 1.93). */
  disable(person: Person, how: "deactivated" | "locked"): Promise<void>;
  /** Returns the room ID. */
  createRoom(owner: Person, room: RoomWish): Promise<string>;
  /** Sends an event to a room that the sender is in. */
  sendEvent(
    sender: Person,
    roomId: string,
    event: { readonly type: string; readonly content: Readonly<Record<string, unknown>> },
  ): Promise<void>;
  /** Has somebody invited to a room, join it in the picture they wear, and leave it again. */
  visitRoom(visitor: Person, room: { readonly owner: Person; readonly roomId: string }): Promise<void>;
  /** Inserts rows or overwrites those of the same media ID; no file is put on disk. */
  insertMedia(rows: readonly MediaRow[]): Promise<void>;
  /** Inserts rows of copies of other servers' files; no file is put on disk. */
  insertRemoteMedia(rows: readonly RemoteMediaRow[]): Promise<void>;
  /** All rows of the table of local media, in no order. */
  readMedia(): Promise<MediaRow[]>;
  /** Empties both tables. */
  clearMedia(): Promise<void>;
  /** The server's own log so far, attached to a failing test. */
  log(): string;
  stop(): Promise<void>;
}
