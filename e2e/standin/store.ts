import { MediaTable } from "./media-table";
import type { NullOrder } from "./order";

/** A row of `users`. Times in ms since 1970. */
export interface Account {
  readonly name: string;
  user_type: string | null;
  is_guest: boolean;
  admin: boolean;
  deactivated: boolean;
  shadow_banned: boolean;
  creation_ts: number;
  erased: boolean;
  last_seen_ts: number | null;
  locked: boolean;
  appservice_id: string | null;
}

/** A row of `profiles`; may exist without an account, and is gone for erased ones. */
export interface Profile {
  displayname: string | null;
  avatar_url: string | null;
}

/** One membership event ever stored; a room's last one of a user is the current one. */
export interface Membership {
  readonly room_id: string;
  readonly user_id: string;
  readonly membership: "join" | "leave" | "invite";
  readonly avatar_url: string | null;
}

/** What the room list and its details are made of. */
export interface Room {
  readonly room_id: string;
  name: string | null;
  canonical_alias: string | null;
  avatar: string | null;
  topic: string | null;
  readonly creator: string;
  encryption: string | null;
  public: boolean;
  state_events: number;
}

/** A cached file of another server. Times in ms since 1970. */
export interface RemoteMedia {
  readonly origin: string;
  readonly media_id: string;
  readonly media_type: string | null;
  readonly media_length: number | null;
  readonly upload_name: string | null;
  readonly created_ts: number;
  last_access_ts: number | null;
  quarantined_by: string | null;
}

/** A row of `quarantined_media_changes`; its number is its place in the list, from 1 on. */
export interface QuarantineChange {
  readonly origin: string;
  readonly media_id: string;
  readonly quarantined: boolean;
}

/** An event that refers to media, as far as it can be read: in its content's `url`, and the thumbnail's in `info`. */
export interface MediaEvent {
  readonly room_id: string;
  /** mxc URIs. */
  readonly urls: readonly string[];
}

export const ADMIN_TOKEN = "standin-admin-token";
export const USER_TOKEN = "standin-user-token";

/** Everything the stand-in knows; statistics are derived from it and never stored. */
export class Store {
  readonly serverName: string;
  readonly media: MediaTable;
  readonly accounts = new Map<string, Account>();
  readonly profiles = new Map<string, Profile>();
  readonly rooms = new Map<string, Room>();
  /** In the order in which they happened; never shortened, as in `room_memberships`. */
  readonly memberships: Membership[] = [];
  readonly remoteMedia: RemoteMedia[] = [];
  readonly quarantineChanges: QuarantineChange[] = [];
  /** In the order in which they were sent; a room's avatar is one more. */
  readonly mediaEvents: MediaEvent[] = [];
  /** Bytes of what was really uploaded, by media ID; everything else is made up when asked for. */
  readonly contents = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #nulls: NullOrder;
  readonly #tokens = new Map<string, string>();
  #issued = 0;

  constructor(serverName: string, nulls: NullOrder) {
    this.serverName = serverName;
    this.media = new MediaTable(nulls);
    this.#nulls = nulls;
  }

  /** A flag the way the database keeps it: SQLite has no booleans, and Synapse passes some columns on unchanged. */
  rawFlag(flag: boolean | number): boolean | number {
    return this.#nulls === "sqlite" ? Number(flag) : Boolean(flag);
  }

  userId(localpart: string): string {
    return `@${localpart}:${this.serverName}`;
  }

  mxc(mediaId: string): string {
    return `mxc://${this.serverName}/${mediaId}`;
  }

  /** The user ID behind a token, or null where the token is unknown. */
  ownerOfToken(token: string): string | null {
    return this.#tokens.get(token) ?? null;
  }

  /** Gives an account a token, a new one unless told which. */
  issueToken(userId: string, token: string = `standin-token-${String((this.#issued += 1))}`): string {
    this.#tokens.set(token, userId);
    return token;
  }

  /** From now on the token is unknown, as after a logout elsewhere. */
  revoke(token: string): void {
    this.#tokens.delete(token);
  }

  addAccount(localpart: string, details: Partial<Account & Profile> = {}): Account {
    const { displayname = null, avatar_url = null, ...columns } = details;
    // Synapse keeps whole seconds.
    const creation_ts = Math.floor((details.creation_ts ?? 0) / 1000) * 1000;
    const account = { ...plainAccount, ...columns, creation_ts, name: this.userId(localpart) };
    this.accounts.set(account.name, account);
    // Erasing an account removes its row in `profiles`.
    if (!account.erased) this.profiles.set(account.name, { displayname, avatar_url });
    return account;
  }

  addRoom(localpart: string, details: Partial<Room> & Pick<Room, "creator">): Room {
    const room = { ...plainRoom, ...details, room_id: `!${localpart}:${this.serverName}` };
    this.rooms.set(room.room_id, room);
    return room;
  }

  /** A new room, under an ID like Synapse's, that its creator has joined with the picture they wear. */
  openRoom(details: Partial<Room> & Pick<Room, "creator">): Room {
    const room = this.addRoom(crypto.randomUUID().replaceAll("-", "").slice(0, 18), details);
    const avatar_url = this.profiles.get(details.creator)?.avatar_url ?? null;
    this.memberships.push({ room_id: room.room_id, user_id: details.creator, membership: "join", avatar_url });
    return room;
  }

  /** Latest membership of each user in a room. */
  membersOf(roomId: string): Map<string, Membership> {
    const members = new Map<string, Membership>();
    for (const membership of this.memberships) {
      if (membership.room_id === roomId) members.set(membership.user_id, membership);
    }
    return members;
  }

  /** Changes the picture in the profile and, as Synapse does, in every room the user is in; the old rows stay. */
  setAvatar(userId: string, avatarUrl: string | null): void {
    const profile = this.profiles.get(userId);
    this.profiles.set(userId, { displayname: profile?.displayname ?? null, avatar_url: avatarUrl });
    const current = new Map<string, Membership>();
    for (const row of this.memberships) if (row.user_id === userId) current.set(row.room_id, row);
    for (const row of current.values()) {
      if (row.membership === "join") this.memberships.push({ ...row, avatar_url: avatarUrl });
    }
  }

  /** Every mxc URI that keeps a file from the rule: pictures of profiles and rooms, and all ever worn in any room. */
  wornAvatars(): Set<string> {
    const worn = new Set<string>();
    const note = (url: string | null) => url !== null && worn.add(url);
    for (const { avatar_url } of this.profiles.values()) note(avatar_url);
    for (const { avatar_url } of this.memberships) note(avatar_url);
    for (const { avatar } of this.rooms.values()) note(avatar);
    return worn;
  }
}

const plainAccount = {
  user_type: null,
  is_guest: false,
  admin: false,
  deactivated: false,
  shadow_banned: false,
  creation_ts: 0,
  erased: false,
  last_seen_ts: null,
  locked: false,
  appservice_id: null,
};

const plainRoom = {
  name: null,
  canonical_alias: null,
  avatar: null,
  topic: null,
  encryption: null,
  public: false,
  state_events: 8,
};
