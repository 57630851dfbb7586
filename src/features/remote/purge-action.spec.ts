import { expect, test } from "vitest";
import { createClient } from "../../api/http";
import { purgeAction } from "./purge-action";

test("a purge is one call that may take its time, recorded by its date in UTC", async () => {
  const asked: string[] = [];
  const client = createClient({
    homeserver: "http://h",
    scope: "h",
    token: () => "t",
    fetch: async (input, init) => {
      asked.push(`${init?.method ?? ""} ${input instanceof Request ? input.url : String(input)}`);
      return Promise.resolve(Response.json({ deleted: 123 }));
    },
  });
  const { kind, style, targets } = purgeAction(Date.UTC(2026, 7, 24));
  expect([kind, style, targets.map(({ on }) => on)]).toEqual([
    "purge-remote-media",
    "long",
    ["2026-08-24T00:00:00.000Z"],
  ]);
  expect(await targets[0]?.call(client, new AbortController().signal)).toEqual({ purged: 123 });
  expect(asked).toEqual(["POST http://h/_synapse/admin/v1/purge_media_cache?before_ts=1787529600000"]);
});
