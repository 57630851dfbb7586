import * as v from "valibot";

import { isNotFound } from "../../src/api/errors";
import type { Client } from "../../src/api/http";
import { getRoom, listMemberPictures, listRooms, resolveRoomAlias } from "../../src/api/rooms";
import { uniqueWord } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { adminPaths, ask, expectRefusal, isSince } from "./ask";

async function listAll(api: Client, limit: number): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: Awaited<ReturnType<typeof listRooms>> = await listRooms(api, { from, limit });
    seen.push(...page.rooms.map(({ roomId }) => roomId));
    from = page.nextFrom;
  }
  return seen;
}

test("a room's details name its picture", async ({ homeserver, api, people }) => {
  const person = await people.create();
  const name = `Bücherei ${uniqueWord()}`;
  const avatar = await homeserver.upload(person, { bytes: 10 });
  const roomId = await homeserver.createRoom(person, { name, avatar });
  const avatarUrl = `mxc://${homeserver.serverName}/${avatar}`;
  const listed = { roomId, name, alias: null, members: 1, isEncrypted: false };
  expect(await getRoom(api, roomId)).toEqual({ ...listed, avatarUrl });
  const { rooms } = await listRooms(api, { from: 0, limit: 1000 });
  expect(rooms).toContainEqual(listed);
});

test("a room without a picture says so", async ({ homeserver, api, people }) => {
  const roomId = await homeserver.createRoom(await people.create(), { name: "Plain" });
  expect(await getRoom(api, roomId)).toMatchObject({ roomId, avatarUrl: null });
});

test("the state of a room names the pictures its members wear in it", async ({ homeserver, api, people }) => {
  const person = await people.create();
  const face = await homeserver.upload(person, { bytes: 10 });
  await homeserver.setAvatar(person, face);
  const roomId = await homeserver.createRoom(person, { name: "Worn" });
  const avatarUrl = `mxc://${homeserver.serverName}/${face}`;
  expect(await listMemberPictures(api, roomId)).toEqual([{ userId: person.userId, avatarUrl }]);
  const bare = await homeserver.createRoom(await people.create(), { name: "Bare" });
  expect(await listMemberPictures(api, bare)).toEqual([]);
});

test("pages visit every room once", async ({ homeserver, api, people }) => {
  const person = await people.create();
  const created: string[] = [];
  // Equal names: only the tie-break keeps the pages apart.
  for (let number = 0; number < 7; number += 1) created.push(await homeserver.createRoom(person, { name: "Alike" }));
  const seen = await listAll(api, 3);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(created));
});

test("the list has names of its own for what pages need, and no pictures", async ({ homeserver, people }) => {
  const person = await people.create();
  for (const name of ["One", "Two"]) await homeserver.createRoom(person, { name });
  const { json } = await ask(homeserver, adminPaths.rooms(), { search: { limit: 1 } });
  const schema = v.object({
    rooms: v.tuple([v.looseObject({ room_id: v.string() })]),
    offset: v.literal(0),
    total_rooms: v.pipe(v.number(), v.minValue(2)),
    next_batch: v.literal(1),
  });
  const page = v.parse(schema, json);
  expect(page.rooms[0]).not.toHaveProperty("avatar");
});

test("a room is found by a part of its name, by its alias without the server, and by its whole ID", async ({
  homeserver,
  api,
  people,
}) => {
  const word = uniqueWord();
  const alias = `alias-${uniqueWord()}`;
  const owner = await people.create();
  const wish = { name: `Über ${word} Berg`, alias, isEncrypted: true };
  const roomId = await homeserver.createRoom(owner, wish);
  await homeserver.createRoom(owner, { name: "Another" });
  const whole = `#${alias}:${homeserver.serverName}`;
  const room = { roomId, name: wish.name, alias: whole, members: 1, isEncrypted: true };
  for (const searchTerm of [word.toUpperCase(), `${word} b`, alias, roomId]) {
    const { rooms } = await listRooms(api, { from: 0, limit: 10, searchTerm });
    expect(rooms, searchTerm).toEqual([room]);
  }
  expect((await listRooms(api, { from: 0, limit: 10, searchTerm: whole })).rooms).toEqual([]);
  expect(await resolveRoomAlias(api, whole)).toBe(roomId);
});

test("an alias of no room is not found", async ({ homeserver, api }) => {
  const error = await resolveRoomAlias(api, `#never-made:${homeserver.serverName}`).catch((thrown: unknown) => thrown);
  expect(isNotFound(error)).toBe(true);
});

test("an alias of a server that does not answer is a 502 of Synapse's own", async ({ api }) => {
  const error = await resolveRoomAlias(api, "#lobby:nowhere.invalid").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "HttpError", status: 502, errcode: "M_UNKNOWN" });
});

test("an unknown room is not found", async ({ homeserver, api }) => {
  const roomId = `!neverMade:${homeserver.serverName}`;
  for (const read of [getRoom, listMemberPictures]) {
    const unknown = await read(api, roomId).catch((error: unknown) => error);
    expect(isNotFound(unknown)).toBe(true);
  }
});

test("the list refuses parameters that make no sense", async ({ homeserver }) => {
  // Older versions take a negative offset here.
  const negative = isSince(homeserver, "1.106") ? [{ from: -1 }, { limit: -1 }] : [];
  for (const search of [...negative, { order_by: "colour" }, { dir: "up" }]) {
    const answer = await ask(homeserver, adminPaths.rooms(), { search });
    await test.step(JSON.stringify(search), () => {
      expectRefusal(answer, 400, "M_INVALID_PARAM");
    });
  }
});
