import { Refusal, invalidParam, json, notFound } from "./answer";
import { type SortValue, comparator, like } from "./order";
import type { Direction, Params } from "./params";
import { type Route, route } from "./route";
import { type Server, has, keysSince } from "./server-state";
import type { Membership, Room, Store } from "./store";

const orders = [
  "alphabetical",
  "size",
  "name",
  "canonical_alias",
  "joined_members",
  "joined_local_members",
  "version",
  "creator",
  "encryption",
  "federatable",
  "public",
  "join_rules",
  "guest_access",
  "history_visibility",
  "state_events",
] as const;
type Order = (typeof orders)[number];

/** These begin with the largest. */
const descending: ReadonlySet<Order> = new Set([
  "size",
  "joined_members",
  "joined_local_members",
  "version",
  "state_events",
]);

/** Synapse's admin API documentation, "Rooms API"; creating one is the Client-Server API's. */
export const roomRoutes: readonly Route[] = [
  // "List Room API": pages by `next_batch`; holds no avatars.
  route({
    method: "GET",
    path: "/_synapse/admin/v1/rooms",
    access: "admin",
    run({ server, params }) {
      const from = params.integer("from") ?? 0;
      const limit = params.integer("limit") ?? 100;
      const order = params.choice("order_by", orders) ?? "name";
      const isWanted = filterOf(params, server);
      const rooms = Array.from(server.store.rooms.values(), (room) => listed(server.store, room)).filter(isWanted);
      rooms.sort(roomComparator(server, order, params.direction() ?? "f"));
      return json({
        offset: from,
        rooms: rooms.slice(from, from + limit).map((room) => sent(server, room)),
        total_rooms: rooms.length,
        ...(from + limit < rooms.length ? { next_batch: from + limit } : {}),
        ...(from > 0 ? { prev_batch: Math.max(0, from - limit) } : {}),
      });
    },
  }),
  // "Room Details API": the avatar is the column that the rule looks at.
  route({
    method: "GET",
    path: "/_synapse/admin/v1/rooms/{roomId}",
    access: "admin",
    run({ server, segment }) {
      return json(detailed(server, knownRoom(server.store, segment("roomId"))));
    },
  }),
  // "Room State API": of the whole state only what the app reads, the current memberships.
  route({
    method: "GET",
    path: "/_synapse/admin/v1/rooms/{roomId}/state",
    access: "admin",
    run({ server, segment }) {
      const { room_id } = knownRoom(server.store, segment("roomId"));
      return json({ state: Array.from(server.store.membersOf(room_id).values(), memberEvent) });
    },
  }),
  route({
    method: "POST",
    path: "/_matrix/client/v3/createRoom",
    access: "account",
    async run({ server, request, requester }) {
      const wish: unknown = await request.json();
      if (typeof wish !== "object" || wish === null) throw new Refusal(400, "M_BAD_JSON", "Content not a JSON object.");
      const room_id = createRoom(server.store, requester().name, wish);
      return json({ room_id });
    },
  }),
];

function knownRoom({ rooms }: Store, roomId: string): Room {
  const room = rooms.get(roomId);
  if (room === undefined) throw notFound("Room not found");
  return room;
}

const memberEvent = ({ user_id, membership, avatar_url }: Membership): object => ({
  type: "m.room.member",
  state_key: user_id,
  content: { membership, ...(avatar_url === null ? {} : { avatar_url }) },
});

type ListedRoom = ReturnType<typeof listed>;

function listed(store: Store, room: Room) {
  const { room_id, name, canonical_alias, creator, encryption, state_events } = room;
  const joined = [...store.membersOf(room_id).values()].filter(({ membership }) => membership === "join");
  const local = joined.filter(({ user_id }) => user_id.endsWith(`:${store.serverName}`));
  return {
    room_id,
    name,
    canonical_alias,
    joined_members: joined.length,
    joined_local_members: local.length,
    version: "12",
    creator,
    encryption,
    federatable: true,
    public: room.public,
    join_rules: room.public ? "public" : "invite",
    guest_access: "can_join",
    history_visibility: "shared",
    state_events,
  };
}

/** A room as the list sends it: before 1.77 with two flags as the database keeps them. */
function sent(server: Server, room: ListedRoom): object {
  const { federatable, public: isPublic } = room;
  const flag = (value: boolean) => (has(server, [1, 77]) ? value : server.store.rawFlag(value));
  const flags = { federatable: flag(federatable), public: flag(isPublic) };
  return { ...room, ...flags, ...keysSince(server, [1, 77], { room_type: null }) };
}

function detailed(server: Server, room: Room): object {
  const { avatar, topic } = room;
  const shown = listed(server.store, room);
  // One device for each local member; nobody here signs in twice.
  const devices = { joined_local_devices: shown.joined_local_members };
  const later = keysSince(server, [1, 77], { room_type: null, forgotten: false });
  const latest = keysSince(server, [1, 163], { tombstoned: false, replacement_room: null });
  return { ...shown, avatar, topic, ...devices, ...later, ...latest };
}

function filterOf(params: Params, { nulls }: Server): (room: ListedRoom) => boolean {
  const term = params.unicode("search_term");
  if (term === "") throw invalidParam("search_term cannot be an empty string");
  const isPublic = params.boolean("public_rooms");
  const isEmpty = params.boolean("empty_rooms");
  const inName = like(`%${term?.toLowerCase() ?? ""}%`, nulls);
  const inAlias = like(`#%${term?.toLowerCase() ?? ""}%:%`, nulls);
  const isFound = (room: ListedRoom) =>
    inName(room.name?.toLowerCase() ?? null) ||
    inAlias(room.canonical_alias?.toLowerCase() ?? null) ||
    room.room_id === term;
  return (room) =>
    (term === null || isFound(room)) &&
    (isPublic === null || room.public === isPublic) &&
    (isEmpty === null || (room.joined_members === 0) === isEmpty);
}

/** Ties go by room ID in the same direction, unlike in the other lists. */
function roomComparator({ nulls }: Server, order: Order, dir: Direction): (a: ListedRoom, b: ListedRoom) => number {
  const column = order === "alphabetical" ? "name" : order === "size" ? "joined_members" : order;
  const direction: Direction = descending.has(order) === (dir === "b") ? "f" : "b";
  const by = (key: (room: ListedRoom) => SortValue) => comparator<ListedRoom>({ key, direction, nulls });
  const byColumn = by((room) => room[column]);
  const byId = by((room) => room.room_id);
  return (a, b) => byColumn(a, b) || byId(a, b);
}

function createRoom(store: Store, creator: string, wish: object): string {
  const { room_id } = store.openRoom({
    creator,
    name: "name" in wish ? text(wish.name) : null,
    topic: "topic" in wish ? text(wish.topic) : null,
    public: "preset" in wish && wish.preset === "public_chat",
    avatar: stateIn(wish, "m.room.avatar", "url"),
    encryption: stateIn(wish, "m.room.encryption", "algorithm"),
    canonical_alias: "room_alias_name" in wish ? `#${String(wish.room_alias_name)}:${store.serverName}` : null,
  });
  return room_id;
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** A text in the content of the first event of that type that a new room is to have. */
function stateIn(wish: object, type: string, key: string): string | null {
  const initialState: unknown = "initial_state" in wish ? wish.initial_state : [];
  if (!Array.isArray(initialState)) return null;
  const events: readonly unknown[] = initialState;
  for (const event of events) {
    if (typeof event !== "object" || event === null || !("type" in event) || event.type !== type) continue;
    const content: unknown = "content" in event ? event.content : null;
    const value: unknown = typeof content === "object" && content !== null ? Reflect.get(content, key) : null;
    if (typeof value === "string") return value;
  }
  return null;
}
