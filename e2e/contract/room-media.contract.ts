import { deleteMedia } from "../../src/api/media";
import { listRoomMedia } from "../../src/api/room-media";
import { expect, test } from "../fixtures/test";
import type { Homeserver, Person } from "../target/homeserver";
import { adminPaths, ask } from "./ask";

/** An image in a room as clients send it, with its thumbnail where that is given. */
const image = (url: string, thumbnail_url?: string) => ({
  type: "m.room.message",
  content: {
    msgtype: "m.image",
    body: "picture",
    url,
    ...(thumbnail_url === undefined ? {} : { info: { thumbnail_url } }),
  },
});

async function uploadThree(homeserver: Homeserver, owner: Person) {
  const upload = () => homeserver.upload(owner, { bytes: 10 });
  const names = [await upload(), await upload(), await upload()] as const;
  const mxc = (mediaId: string) => `mxc://${homeserver.serverName}/${mediaId}`;
  return { names, mxc };
}

test("a room's media are those of its events, thumbnails and its picture included, each once", async ({
  homeserver,
  api,
  people,
}) => {
  const ann = await people.create();
  const { names, mxc } = await uploadThree(homeserver, ann);
  const [sent, thumbnail, avatar] = names;
  const roomId = await homeserver.createRoom(ann, { name: "Pictures", avatar });
  for (let times = 0; times < 2; times += 1) {
    await homeserver.sendEvent(ann, roomId, image(mxc(sent), mxc(thumbnail)));
  }
  await homeserver.sendEvent(ann, roomId, image("mxc://elsewhere.example/theirs"));
  await homeserver.sendEvent(ann, roomId, image("https://example.org/no-media"));
  await homeserver.sendEvent(ann, roomId, { type: "m.room.message", content: { msgtype: "m.text", body: "hello" } });

  const { local, remote } = await listRoomMedia(api, roomId);
  expect(local.map(({ mediaId }) => mediaId).toSorted()).toEqual(names.toSorted());
  expect(remote).toEqual([{ serverName: "elsewhere.example", mediaId: "theirs" }]);
  const { json } = await ask(homeserver, adminPaths.roomMedia(roomId));
  expect(json, "Synapse itself repeats what is sent again").toMatchObject({ local: { length: 5 } });
});

test("a file that was deleted is named all the same", async ({ homeserver, api, people }) => {
  const ann = await people.create();
  const { names, mxc } = await uploadThree(homeserver, ann);
  const roomId = await homeserver.createRoom(ann, { name: "Holes" });
  await homeserver.sendEvent(ann, roomId, image(mxc(names[0])));
  const name = { serverName: homeserver.serverName, mediaId: names[0] };
  await deleteMedia(api, name);
  expect(await listRoomMedia(api, roomId)).toEqual({ local: [name], remote: [] });
});

test("of an encrypted room only what is readable is named, and pictures of members never", async ({
  homeserver,
  api,
  people,
}) => {
  const ann = await people.create();
  const { names } = await uploadThree(homeserver, ann);
  const [avatar, face] = names;
  await homeserver.setAvatar(ann, face);
  const roomId = await homeserver.createRoom(ann, { name: "Sealed", avatar, isEncrypted: true });
  const content = { algorithm: "m.megolm.v1.aes-sha2", ciphertext: "AwgA", session_id: "s" };
  await homeserver.sendEvent(ann, roomId, { type: "m.room.encrypted", content });
  const { local } = await listRoomMedia(api, roomId);
  expect(local.map(({ mediaId }) => mediaId)).toEqual([avatar]);
});

test("an unknown room has two empty lists", async ({ homeserver, api }) => {
  expect(await listRoomMedia(api, `!neverMade:${homeserver.serverName}`)).toEqual({ local: [], remote: [] });
});
