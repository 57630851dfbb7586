import { expect, test } from "vitest";
import { FakeSynapse, refusal } from "./fake-synapse";
import type { FakeOptions, FakeRequest } from "./fake-synapse";
import { readAvatarUses, readMemberPictures } from "./protect";

const account = (userId: string, avatarUrl: string | null) => ({
  userId,
  displayName: null,
  avatarUrl,
  isAdmin: false,
  isDeactivated: false,
});

const member = (state_key: string, content: unknown) => ({ type: "m.room.member", state_key, content });

/** Two rooms, one with a picture. */
function answer({ path }: FakeRequest): Response {
  if (path.endsWith("/v1/rooms")) {
    const rooms = ["!a", "!b"].map((room_id) => ({ room_id, name: null }));
    return Response.json({ rooms, total_rooms: 2 });
  }
  if (path.endsWith("/!a/state")) {
    const odd = [member("@odd:fake", null), member("@odder:fake", { avatar_url: 7 }), member("@bare:fake", {})];
    const topic = { type: "m.room.topic", state_key: "", content: { avatar_url: "mxc://fake/topic" } };
    return Response.json({ state: [member("@ann:fake", { avatar_url: "mxc://fake/worn" }), topic, ...odd] });
  }
  if (path.endsWith("/state")) return Response.json({ state: [member("@eve:other", { avatar_url: "mxc://other/x" })] });
  const avatar = path.endsWith("/!a") ? "mxc://fake/room" : null;
  return Response.json({ room_id: path.slice(path.lastIndexOf("/") + 1), name: "Lounge", avatar });
}

const start = (fault: NonNullable<FakeOptions["fault"]> = answer) => new FakeSynapse({ rows: [], fault });
const request = { serverName: "fake", accounts: [] };

test("finds profile pictures and room avatars of this server, each with its user or room", async () => {
  const accounts = [
    account("@ann:fake", "mxc://fake/face"),
    account("@bob:fake", "mxc://fake/face"),
    account("@cleo:fake", null),
    account("@dora:fake", "mxc://elsewhere/face2"),
    account("@eve:fake", "mxc://fake/face3?size=big"),
  ];
  expect([...(await readAvatarUses(start().deps, { ...request, accounts }))]).toEqual([
    ["face", { kind: "profile-picture", userId: "@ann:fake" }],
    ["room", { kind: "room-avatar", roomId: "!a", roomName: "Lounge" }],
  ]);
});

test("says how many rooms are read, and passes over one that is gone by then", async () => {
  const seen: string[] = [];
  const { deps } = start((asked) => (asked.path.endsWith("/!b") ? refusal(404, "M_NOT_FOUND") : answer(asked)));
  const uses = await readAvatarUses(deps, {
    ...request,
    onProgress: ({ roomsRead, roomsTotal }) => seen.push(`${String(roomsRead)} of ${String(roomsTotal)}`),
  });
  expect(seen).toEqual(["1 of 2", "2 of 2"]);
  expect([...uses.keys()]).toEqual(["room"]);
});

test("throws where a room cannot be read: half of what is in use would be taken for all", async () => {
  const { deps } = start((asked) => (asked.path.endsWith("/!b") ? refusal(403, "M_FORBIDDEN") : answer(asked)));
  await expect(readAvatarUses(deps, request)).rejects.toMatchObject({ status: 403 });
});

test("finds pictures that members wear in rooms, whatever else they wrote into their memberships", async () => {
  expect([...(await readMemberPictures(start().deps, request))]).toEqual([
    ["worn", { kind: "member-picture", userId: "@ann:fake" }],
  ]);
});

test("ends where it is stopped", async () => {
  const stopping = new AbortController();
  const { deps } = start((asked) => {
    if (asked.path.endsWith("/state")) stopping.abort(new DOMException("Stopped", "AbortError"));
    return answer(asked);
  });
  await expect(readMemberPictures(deps, { ...request, signal: stopping.signal })).rejects.toThrow("Stopped");
});
