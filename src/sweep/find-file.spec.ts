import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyRows } from "./arbitrary";
import { FakeSynapse, refusal } from "./fake-synapse";
import type { FakeOptions, FakeRow } from "./fake-synapse";
import { findFile } from "./find-file";
import type { FindEvent, FindRequest } from "./find-file";

const row = (media_id: string, user_id: string): FakeRow => ({
  media_id,
  user_id,
  created_ts: 1_700_000_000_000,
  media_length: 10,
  safe_from_quarantine: false,
});

async function search(options: FakeOptions, request: Pick<FindRequest, "mediaId"> & Partial<FindRequest>) {
  const synapse = new FakeSynapse(options);
  const events: FindEvent[] = [];
  const { signal } = new AbortController();
  for await (const event of findFile(synapse.deps, { userIds: null, signal, ...request })) events.push(event);
  return { synapse, events };
}

test("a file is found where it is, whoever owns it, and nothing where it is not", async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, fc.nat(), fc.integer({ min: 2, max: 7 }), async (rows, pick, pageSize) => {
      const wanted = rows[pick % (rows.length + 1)];
      const { events } = await search({ rows, pageSize }, { mediaId: wanted?.media_id ?? "not there" });
      const found = events.flatMap((event) => (event.kind === "found" ? [event.file.userId] : []));
      expect(found).toEqual(wanted === undefined ? [] : [wanted.user_id]);
      expect(events[0]).toEqual({ kind: "owners", total: new Set(rows.map(({ user_id }) => user_id)).size });
    }),
  );
});

test("only the lists that were asked for are read, and no statistics", async () => {
  const rows = [row("a", "@ann:fake"), row("b", "@bob:fake")];
  const { synapse, events } = await search({ rows }, { mediaId: "a", userIds: ["@bob:fake"] });
  expect(events).toEqual([{ kind: "owners", total: 1 }, { kind: "read" }]);
  expect(synapse.requests.map(({ path }) => decodeURIComponent(path))).toEqual([
    "/_synapse/admin/v1/users/@bob:fake/media",
  ]);
});

test("who cannot be read is named, and the search goes on", async () => {
  const rows = [row("a", "@ann:fake"), row("b", "@bob:fake")];
  const fault: FakeOptions["fault"] = ({ path }) => (path.includes("ann") ? refusal(404, "M_NOT_FOUND") : null);
  const { events } = await search({ rows, fault }, { mediaId: "b" });
  expect(events.map(({ kind }) => kind).toSorted()).toEqual(["found", "owners", "unread"]);
  expect(events.find(({ kind }) => kind === "unread")).toMatchObject({ userId: "@ann:fake" });
});

test("once aborted it reads no further list", async () => {
  const rows = Array.from({ length: 20 }, (_, index) => row(`m${String(index)}`, `@u${String(index)}:fake`));
  const synapse = new FakeSynapse({ rows });
  const stop = new AbortController();
  const searching = async () => {
    for await (const event of findFile(synapse.deps, { mediaId: "none", userIds: null, signal: stop.signal })) {
      if (event.kind === "read") stop.abort();
    }
  };
  await expect(searching()).rejects.toThrow("aborted");
  expect(synapse.requestsTo("GET", /\/media$/).length).toBeLessThan(12);
});
