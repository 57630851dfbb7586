import { findMedia } from "../../src/api/media-info";
import { quarantineMedia } from "../../src/api/moderation";
import { newMediaId, remoteRow } from "../fixtures/media-row";
import { expect, test } from "../fixtures/test";
import { isSince } from "./ask";

test.beforeEach(({ homeserver }) => {
  test.skip(!isSince(homeserver, "1.140"), "Synapse tells of a single file since 1.140.");
});

test("an upload is told with its owner and all that the list tells", async ({ homeserver, api, people }) => {
  const ann = await people.create();
  const mediaId = await homeserver.upload(ann, { bytes: 12, name: "cat.png", type: "image/png" });
  const found = await findMedia(api, { serverName: homeserver.serverName, mediaId });
  expect(found).toMatchObject({
    origin: "local",
    file: {
      mediaId,
      userId: ann.userId,
      name: "cat.png",
      type: "image/png",
      sizeBytes: 12,
      quarantinedBy: null,
      isProtected: false,
      isUrlPreview: false,
      lastAccessMs: null,
    },
  });
});

test("a file of a URL preview is told as one", async ({ homeserver, api, people }) => {
  const media_id = `2024-01-31_${newMediaId().slice(0, 16)}`;
  await people.withRows([{ media_id, url_cache: "https://example.org/cover" }]);
  const found = await findMedia(api, { serverName: homeserver.serverName, mediaId: media_id });
  expect(found).toMatchObject({ origin: "local", file: { isUrlPreview: true } });
});

test("the copy of another server's file is told without an owner, and quarantined like any", async ({
  homeserver,
  api,
}) => {
  test.skip(!homeserver.abilities.rows, "The database of this server is out of reach.");
  const name = { serverName: "elsewhere.example", mediaId: newMediaId() };
  await homeserver.insertRemoteMedia([remoteRow({ media_origin: name.serverName, media_id: name.mediaId })]);
  expect(await findMedia(api, name)).toEqual({
    origin: "remote",
    file: {
      serverName: name.serverName,
      mediaId: name.mediaId,
      name: "theirs.png",
      type: "image/png",
      sizeBytes: 1000,
      createdMs: expect.any(Number),
      lastAccessMs: expect.any(Number),
      quarantinedBy: null,
      isAuthenticated: false,
      sha256: null,
    },
  });
  await quarantineMedia(api, name);
  expect(await findMedia(api, name)).toMatchObject({ file: { quarantinedBy: homeserver.admin.userId } });
});

test("what is not there is null: never uploaded, of another server and not cached", async ({ homeserver, api }) => {
  for (const serverName of [homeserver.serverName, "elsewhere.example"]) {
    expect(await findMedia(api, { serverName, mediaId: "neverUploaded" })).toBeNull();
  }
});
