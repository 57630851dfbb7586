import { expect, test } from "vitest";
import { FakeSynapse } from "./fake-synapse";
import type { FakeOptions } from "./fake-synapse";
import { listOwner, readOwner } from "./list-owner";
import { rows } from "./play-run";

const request = { userId: "@ann:fake", orderBy: "created_ts", dir: "f" } as const;

test("a list that moved is what the last reading found", async () => {
  const fault: FakeOptions["fault"] = ({ nth }, fake) => {
    if (nth === 2) fake.rows.shift();
    return null;
  };
  const { deps } = new FakeSynapse({ rows: rows(5), pageSize: 3, fault });
  const files = await listOwner(deps, request);
  expect(files.map(({ mediaId }) => mediaId)).toEqual(["f1", "f2", "f3", "f4"]);
});

test.each([
  ["f1", "left"],
  ["f4", "whole"],
  ["none", "whole"],
])("a list may be left behind the page with %s, and is %s then", async (mediaId, expected) => {
  const { deps, requests } = new FakeSynapse({ rows: rows(5), pageSize: 3 });
  const ends: string[] = [];
  const isPast = (file: { readonly mediaId: string }) => file.mediaId === mediaId;
  for await (const event of readOwner(deps, { ...request, isPast })) {
    if (event.kind === "end") ends.push(event.isWhole ? "whole" : "left");
  }
  expect(ends).toEqual([expected]);
  expect(requests).toHaveLength(expected === "left" ? 1 : 2);
});

test("how far the reading is can be followed", async () => {
  const { deps } = new FakeSynapse({ rows: rows(5), pageSize: 3 });
  const seen: unknown[] = [];
  await listOwner(deps, { ...request, onPage: (read) => seen.push(read) });
  expect(seen).toEqual([
    { filesRead: 3, filesTotal: 5 },
    { filesRead: 5, filesTotal: 5 },
  ]);
});
