import { expect, test } from "vitest";
import type { MediaFile } from "../../api/media-page";
import { plainFile } from "./plain-file";
import { nextSort, sortByFile } from "./sort-files";

const files = [
  plainFile("b", { sizeBytes: null, lastAccessMs: 5 }),
  plainFile("a", { sizeBytes: 7, name: null }),
  plainFile("c", { sizeBytes: 9, name: "10.png" }),
];
const same = (file: MediaFile) => file;
const idsOf = (rows: readonly MediaFile[]) => rows.map(({ mediaId }) => mediaId);

test("what has no size or was never opened counts as least", () => {
  expect(idsOf(sortByFile(files, same, { key: "size", dir: "descending" }))).toEqual(["c", "a", "b"]);
  expect(idsOf(sortByFile(files, same, { key: "last-used", dir: "descending" }))[0]).toBe("b");
});

test("a file without a name stands where its ID would", () => {
  expect(idsOf(sortByFile(files, same, { key: "name", dir: "ascending" }))).toEqual(["c", "a", "b"]);
});

test("a header turns its order round, and starts with the largest size", () => {
  const byName = nextSort({ key: "size", dir: "descending" }, "name");
  expect(byName).toEqual({ key: "name", dir: "ascending" });
  expect(nextSort(byName, "name").dir).toBe("descending");
  expect(nextSort(byName, "size").dir).toBe("descending");
  expect(nextSort(byName, "reason")).toBe(byName);
});
