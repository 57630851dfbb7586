import { expect, test } from "vitest";
import type { Source } from "../sweep/plan";
import { tallyOf } from "../sweep/receipt";
import { decodeEntry } from "./journal-entry";

const stored = (source: unknown) => ({
  id: "run-1",
  scope: "https://hs.example @ann:example.org",
  homeserver: "https://hs.example",
  serverName: "example.org",
  admin: "@ann:example.org",
  startedMs: 1_700_000_000_000,
  kind: "run",
  source,
  engine: "exact-list",
  serverVersion: "1.163.2",
  planned: { files: 1, bytes: 2 },
  before: null,
  after: null,
  ended: { endedMs: 1_700_000_000_001, isStopped: false, halted: null, tallies: tallyOf([]), freedBytes: 0 },
});

test.each<Source>([
  { kind: "user", userId: "@ann:example.org" },
  { kind: "users", userIds: ["@ann:example.org", "@bob:example.org"] },
  { kind: "picked", userId: "@ann:example.org" },
  { kind: "room", roomId: "!abc:example.org", name: null },
])("a stored run of %j is read as it was written", (source) => {
  expect(decodeEntry("run-1", stored(source))).toEqual(stored(source));
});

test("how a run ended is read as it was written, and of an earlier version without what it did not tell", () => {
  const entry = stored({ kind: "user", userId: "@ann:example.org" });
  const closed = { ...entry, ended: { ...entry.ended, isClosed: true } };
  expect(decodeEntry("run-1", closed)).toEqual(closed);
  expect(decodeEntry("run-1", entry)).toEqual(entry);
});

test("a source of another version is unreadable, not an error", () => {
  expect(decodeEntry("run-1", stored({ kind: "space", roomId: "!a" }))).toEqual({
    kind: "unreadable",
    id: "run-1",
    startedMs: 1_700_000_000_000,
  });
});
