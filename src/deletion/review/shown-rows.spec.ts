import { expect, test } from "vitest";
import { previewFiles } from "../../sweep/planned-files";
import { rowsInOrder, sortKeysOf } from "../../sweep/row-order";
import { plainFile } from "../parts/plain-file";
import { fileRows, keptRows } from "./file-rows";
import { NOT_NARROWED, countMatching, shownRows } from "./shown-rows";
import type { Narrowing } from "./shown-rows";

const preview = previewFiles([
  plainFile("small", { sizeBytes: 1 }),
  plainFile("large", { sizeBytes: 3, userId: "@bob:example.org", type: "Video/MP4" }),
  plainFile("safe", { sizeBytes: 2, isProtected: true }),
  plainFile("untyped", { sizeBytes: 2, type: null }),
  plainFile("empty", { sizeBytes: 0 }),
]);
const ordered = {
  sort: { key: "size", dir: "descending" },
  rows: rowsInOrder(sortKeysOf(preview.inventory, "size")),
} as const;

const idsIn = (rows: Uint32Array) => Array.from(rows, (row) => preview.inventory.mediaIds.at(row));
const doomedIds = (narrowing: Narrowing) => idsIn(shownRows(preview, ordered, narrowing).doomed.rows);

test("what goes and what stays stand apart, in order, with their sums", () => {
  const { doomed, kept } = shownRows(preview, ordered, NOT_NARROWED);
  expect(idsIn(doomed.rows)).toEqual(["large", "untyped", "small"]);
  expect(doomed.tally).toEqual({ files: 3, bytes: 6 });
  expect(idsIn(kept.rows)).toEqual(["safe"]);
  expect(keptRows(preview, kept.rows).at(0)).toMatchObject({
    file: { mediaId: "safe" },
    reason: { kind: "protected" },
  });
  expect(fileRows(preview, doomed.rows).at(3)).toBeUndefined();
});

test("shows the files of one owner, of one kind, or of both", () => {
  expect(doomedIds({ userId: "@ann:example.org", typeGroup: null })).toEqual(["untyped", "small"]);
  expect(doomedIds({ userId: null, typeGroup: "video" })).toEqual(["large"]);
  expect(doomedIds({ userId: "@ann:example.org", typeGroup: "video" })).toEqual([]);
  expect(doomedIds({ userId: "@nobody:example.org", typeGroup: null })).toEqual([]);
});

test("rows that came after the order was made stand at the end", () => {
  const early = { ...ordered, rows: Uint32Array.of(0, 1) };
  expect(idsIn(shownRows(preview, early, NOT_NARROWED).doomed.rows)).toEqual(["large", "small", "untyped"]);
});

test("offers what occurs among the files that match, most frequent first", () => {
  expect(countMatching(preview)).toEqual({
    owners: [
      ["@ann:example.org", 3],
      ["@bob:example.org", 1],
    ],
    typeGroups: [
      ["image", 2],
      ["video", 1],
      ["unknown", 1],
    ],
  });
});
