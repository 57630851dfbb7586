import { downloadMedia, fetchThumbnail } from "../../src/api/content";
import { HttpError } from "../../src/api/errors";
import { expect, test } from "../fixtures/test";
import { pictureOf } from "../standin/bytes";
import type { Homeserver, Person } from "../target/homeserver";
import { isSince } from "./ask";

/** Synapse writes access times down once a minute. */
const FLUSH = { timeout: 100_000, intervals: [1000] };

const whole = (homeserver: Homeserver) => ({ serverVersion: homeserver.version, bypassesQuarantine: false });
const small = (homeserver: Homeserver) =>
  ({ serverVersion: homeserver.version, widthPx: 96, heightPx: 96, method: "crop" }) as const;

const refusalOf = async (call: Promise<unknown>): Promise<{ status: number; errcode: string | null }> => {
  const error = await call.catch((thrown: unknown) => thrown);
  if (!(error instanceof HttpError)) throw new Error("Not refused", { cause: error });
  return { status: error.status, errcode: error.errcode };
};

/** When each of these files was last used, null where never. */
async function usedOf(homeserver: Homeserver, ids: readonly string[]): Promise<readonly (number | null)[]> {
  const rows = await homeserver.readMedia();
  return ids.map((id) => rows.find(({ media_id }) => media_id === id)?.last_access_ts ?? null);
}

const isUsed = (ms: number | null): boolean => ms !== null;

const upload = (homeserver: Homeserver, owner: Person, [name, type]: readonly [string, string]) =>
  homeserver.upload(owner, {
    bytes: type === "image/png" ? pictureOf(`${name} ${owner.userId}`) : 300,
    name,
    type,
  });

async function quarantine({ baseUrl, serverName, admin }: Homeserver, mediaId: string): Promise<void> {
  const response = await fetch(`${baseUrl}/_synapse/admin/v1/media/quarantine/${serverName}/${mediaId}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${admin.accessToken}` },
  });
  expect(response.status).toBe(200);
}

const named = ({ serverName }: Homeserver, mediaId: string) => ({ serverName, mediaId });

test.describe("content", () => {
  test("is handed out as it came, with its type", async ({ homeserver, api, people }) => {
    const ann = await people.create();
    const bytes = pictureOf(ann.userId);
    const id = await homeserver.upload(ann, { bytes, name: "cat.png", type: "image/png" });
    const { blob, type } = await downloadMedia(api, named(homeserver, id), whole(homeserver));
    expect(type).toBe("image/png");
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
    const thumbnail = await fetchThumbnail(api, named(homeserver, id), small(homeserver));
    expect(thumbnail.type).toMatch(/^image\/(png|jpeg)$/);
    expect(thumbnail.blob.size).toBeGreaterThan(0);
  });

  test("is refused where there is none to hand out", async ({ homeserver, api, people }) => {
    const ann = await people.create();
    const text = await upload(homeserver, ann, ["notes.txt", "text/plain"]);
    const bad = await upload(homeserver, ann, ["bad.png", "image/png"]);
    await quarantine(homeserver, bad);
    const thumbnail = (id: string) => refusalOf(fetchThumbnail(api, named(homeserver, id), small(homeserver)));
    const download = (id: string) => refusalOf(downloadMedia(api, named(homeserver, id), whole(homeserver)));
    expect(await thumbnail(text), "no thumbnail").toMatchObject({ status: isSince(homeserver, "1.64") ? 400 : 404 });
    expect(await thumbnail(bad), "quarantined").toEqual({ status: 404, errcode: "M_NOT_FOUND" });
    expect(await download(bad), "quarantined").toEqual({ status: 404, errcode: "M_NOT_FOUND" });
    expect(await thumbnail("neverUploaded"), "unknown").toEqual({ status: 404, errcode: "M_NOT_FOUND" });
    expect(await download("neverUploaded"), "unknown").toEqual({ status: 404, errcode: "M_NOT_FOUND" });
  });

  test("of a quarantined file goes to an admin who insists", async ({ homeserver, api, people }) => {
    test.skip(!isSince(homeserver, "1.145"), "Before 1.145 nobody gets it.");
    const ann = await people.create();
    const bad = await upload(homeserver, ann, ["bad.png", "image/png"]);
    await quarantine(homeserver, bad);
    const insisting = { ...whole(homeserver), bypassesQuarantine: true };
    const { type } = await downloadMedia(api, named(homeserver, bad), insisting);
    expect(type).toBe("image/png");
  });

  test("that was fetched counts as used within a minute, and so do refused thumbnails", async ({
    homeserver,
    api,
    people,
  }) => {
    test.skip(!homeserver.abilities.rows, "Needs to see when files were last used.");
    test.setTimeout(150_000);
    const ann = await people.create();
    const names = ["whole.png", "small.png", "none.txt", "bad.png", "refused.png", "never.png"];
    const ids: string[] = [];
    for (const name of names) {
      ids.push(await upload(homeserver, ann, [name, name.endsWith("txt") ? "text/plain" : "image/png"]));
    }
    const [first = "", second = "", third = "", fourth = "", fifth = ""] = ids;
    await quarantine(homeserver, fourth);
    await quarantine(homeserver, fifth);
    await refusalOf(downloadMedia(api, named(homeserver, fifth), whole(homeserver)));
    await fetchThumbnail(api, named(homeserver, second), small(homeserver));
    await refusalOf(fetchThumbnail(api, named(homeserver, third), small(homeserver)));
    await refusalOf(fetchThumbnail(api, named(homeserver, fourth), small(homeserver)));
    await downloadMedia(api, named(homeserver, first), whole(homeserver));
    // The last one fetched: when it is written down, all before it are.
    await expect.poll(async () => isUsed((await usedOf(homeserver, [first]))[0] ?? null), FLUSH).toBe(true);
    expect((await usedOf(homeserver, ids)).map(isUsed)).toEqual([true, true, true, true, false, false]);
  });
});
