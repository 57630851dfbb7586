import { expect, test } from "vitest";
import { plainFile } from "../../deletion/parts/plain-file";
import { createFormatter } from "../../lib/formatter";
import type { LookedUp } from "../../sweep/look-up-files";
import { roomFilesOf } from "./room-files";
import { foundText } from "./room-words";

const formatter = createFormatter({ locale: "en-GB", timeZone: "Europe/Berlin" });
const problem = { title: "No", advice: "", words: null };
const found = (mediaId: string, sizeBytes: number | null): LookedUp => ({
  what: "found",
  mediaId,
  file: plainFile(mediaId, { sizeBytes }),
});

const names = ["a", "b", "c", "d", "e"].map((mediaId) => ({ serverName: "h", mediaId }));
const known = new Map<string, LookedUp>([
  ["b", { what: "gone", mediaId: "b" }],
  ["c", found("c", null)],
  ["a", found("a", 1500)],
  ["d", { what: "failed", mediaId: "d", problem }],
]);

test("rows stand in the order of the names, each with what is known of it", () => {
  const files = roomFilesOf(names, known);
  expect(files.rows.map(({ mediaId, known: one }) => [mediaId, one?.what ?? null])).toEqual([
    ["a", "found"],
    ["b", "gone"],
    ["c", "found"],
    ["d", "failed"],
    ["e", null],
  ]);
  expect(files).toMatchObject({ bytes: 1500, gone: 1, failed: 1, waiting: 1 });
  expect(files.found.map(({ mediaId }) => mediaId)).toEqual(["a", "c"]);
});

test("the sum says what is missing in it", () => {
  expect(foundText(formatter, roomFilesOf(names, known))).toBe(
    "2 files · 1.5 kB, 1 gone already, 1 could not be looked up, 1 not looked up yet",
  );
  expect(foundText(formatter, roomFilesOf(names.slice(0, 1), known))).toBe("1 file · 1.5 kB");
});
