import { mediaRow, newMediaId, uniqueWord } from "../fixtures/media-row";
import type { Homeserver, Person } from "../target/homeserver";
import { type Question, adminPaths, ask, isSince } from "./ask";
import { type Shape, shapeOf } from "./shape-of";

/** Status and shape of an answer, by a name of the request. */
export type Recording = Readonly<Record<string, { readonly status: number; readonly body: Shape }>>;

/**
 * Asks everything that the app asks, and some of it in vain, and returns the shapes of the answers. The server has to
 * be empty. Rows have every column once with a value and once without, so that a shape does not depend on chance.
 */
export async function recordShapes(homeserver: Homeserver): Promise<Recording> {
  const person = await homeserver.createUser(`shapes-${uniqueWord()}`, { displayname: "Shapes" });
  const roomIds = await putInPlace(homeserver, person);
  const recording: Record<string, { status: number; body: Shape }> = {};
  const record = async (name: string, path: string, question: Question = {}) => {
    const { status, json } = await ask(homeserver, path, question);
    recording[name] = { status, body: shapeOf(json) };
  };
  const { serverName } = homeserver;
  const media = adminPaths.userMedia(person.userId);
  await record("GET user media", media);
  await record("GET user media, a page", media, { search: { limit: 1 } });
  await record("GET statistics", adminPaths.statistics());
  await record("GET statistics, a page", adminPaths.statistics(), { search: { limit: 0 } });
  await record("GET users", adminPaths.users());
  await record("GET users, a page", adminPaths.users(), { search: { limit: 1 } });
  await record("GET user", adminPaths.user(person.userId));
  await record("GET rooms", adminPaths.rooms());
  await record("GET rooms, a page", adminPaths.rooms(), { search: { limit: 1 } });
  for (const [name, roomId] of Object.entries(roomIds)) await record(`GET room ${name}`, adminPaths.room(roomId));
  await record("GET server version", adminPaths.serverVersion());
  await record("GET whoami", "/_matrix/client/v3/account/whoami");
  await recordRefusals(record, homeserver, person);
  await recordDeletions(record, homeserver, media);
  await record("DELETE media, gone", adminPaths.media(serverName, "neverUploaded"), { method: "DELETE" });
  await record("POST logout", "/_matrix/client/v3/logout", { method: "POST", accessToken: person.accessToken });
  return recording;
}

/** One person with two rows, and two rooms, of which one has a picture. */
async function putInPlace(homeserver: Homeserver, person: Person): Promise<{ plain: string; pictured: string }> {
  const { userId } = person;
  const full = { upload_name: "a.png", last_access_ts: 1_700_000_000_000, quarantined_by: "system" };
  const none = { upload_name: null, media_type: null, media_length: null };
  const preview = { media_id: `2024-01-31_${newMediaId().slice(0, 16)}`, url_cache: "https://example.org/cover" };
  const rows = [full, none, preview].map((columns) => mediaRow({ user_id: userId, ...columns }));
  await homeserver.insertMedia(rows);
  const uploaded = await homeserver.upload(person, { bytes: 10 });
  await homeserver.setAvatar(person, uploaded);
  const plain = await homeserver.createRoom(person, { name: "Plain" });
  return { plain, pictured: await homeserver.createRoom(person, { name: "Pictured", avatar: uploaded }) };
}

type Recorder = (name: string, path: string, question?: Question) => Promise<void>;

async function recordRefusals(record: Recorder, homeserver: Homeserver, person: Person): Promise<void> {
  const media = adminPaths.userMedia(person.userId);
  await record("no token", media, { accessToken: null });
  await record("unknown token", media, { accessToken: "never-issued" });
  await record("no admin", media, { accessToken: person.accessToken });
  await record("wrong parameter", media, { search: { order_by: "size" } });
  await record("unknown user", adminPaths.userMedia(`@nobody-at-all:${homeserver.serverName}`));
  await record("unknown room", adminPaths.room(`!neverMade:${homeserver.serverName}`));
  await record("unknown path", "/_synapse/admin/v1/no_such_thing");
}

async function recordDeletions(record: Recorder, homeserver: Homeserver, userMedia: string): Promise<void> {
  const { serverName } = homeserver;
  const path = isSince(homeserver, "1.78") ? adminPaths.deleteByRule() : adminPaths.legacyDeleteByRule(serverName);
  await record("POST delete by rule", path, { method: "POST", search: { before_ts: Date.now() } });
  await record("POST delete by rule, nothing", path, { method: "POST", search: { before_ts: 30_000_000_000 } });
  await record("POST delete by rule, refused", path, { method: "POST" });
  await record("DELETE user media", userMedia, { method: "DELETE" });
}
