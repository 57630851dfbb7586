import { expect, test } from "vitest";
import { downloadMedia, fetchThumbnail } from "./content";
import { createClient } from "./http";

const name = { serverName: "h.example:8448", mediaId: "a/b" };

async function asked(call: (client: ReturnType<typeof createClient>) => Promise<unknown>) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    requests.push(new Request(input, init));
    return Promise.resolve(new Response("x"));
  };
  await call(createClient({ homeserver: "https://h.example", scope: "s", token: () => "secret", fetch }));
  const [request] = requests;
  return { url: request?.url, token: request?.headers.get("Authorization") };
}

const whole = (serverVersion: string, bypassesQuarantine = false) =>
  asked((client) => downloadMedia(client, name, { serverVersion, bypassesQuarantine }));

test("since 1.111 content is asked for with the token", async () => {
  expect(await whole("1.111.0")).toEqual({
    url: "https://h.example/_matrix/client/v1/media/download/h.example%3A8448/a%2Fb",
    token: "Bearer secret",
  });
});

test("before, without it", async () => {
  expect(await whole("1.110.1")).toEqual({
    url: "https://h.example/_matrix/media/r0/download/h.example%3A8448/a%2Fb",
    token: null,
  });
});

test("quarantine is bypassed only where that was asked for", async () => {
  expect((await whole("1.163.2", true)).url).toMatch(/a%2Fb\?admin_unsafely_bypass_quarantine=true$/);
});

test("a thumbnail is asked for by size", async () => {
  const { url } = await asked((client) =>
    fetchThumbnail(client, name, { serverVersion: "1.163.2", widthPx: 96, heightPx: 64, method: "crop" }),
  );
  expect(url).toBe(
    "https://h.example/_matrix/client/v1/media/thumbnail/h.example%3A8448/a%2Fb?width=96&height=64&method=crop",
  );
});
