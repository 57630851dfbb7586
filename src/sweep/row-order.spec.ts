import { expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import type { MediaInfo } from "../api/media-page";
import { inventoryOf } from "./planned-files";
import { rowsInOrder, sortKeysOf } from "./row-order";
import type { RowOrder } from "./row-order";

const file = (media_id: string, change: Partial<MediaInfo>, userId = "@ann:fake") =>
  mediaFileOf({ media_id, created_ts: 5, safe_from_quarantine: false, ...change }, userId);

const inventory = inventoryOf([
  file(
    "b",
    { media_length: null, last_access_ts: 5, upload_name: "file 10.png", media_type: "image/png" },
    "@Zoe:fake",
  ),
  file("a", { media_length: 7, created_ts: 9, media_type: "audio/ogg" }),
  file("c", { media_length: 9, created_ts: 1, last_access_ts: 3, upload_name: "file 9.png" }, "@bob:fake"),
]);

const idsBy = (order: RowOrder) =>
  Array.from(rowsInOrder(sortKeysOf(inventory, order)), (row) => inventory.mediaIds.at(row));

test("what has no size or was never opened counts as least", () => {
  expect(idsBy("size")).toEqual(["b", "a", "c"]);
  expect(idsBy("last-used")).toEqual(["a", "c", "b"]);
});

test("names are read with their numbers, and a file without one stands where its ID would", () => {
  expect(idsBy("name")).toEqual(["a", "c", "b"]);
});

test("owners and types are sorted as texts, times as numbers", () => {
  expect(idsBy("owner")).toEqual(["a", "c", "b"]);
  expect(idsBy("type")).toEqual(["c", "a", "b"]);
  expect(idsBy("uploaded")).toEqual(["c", "b", "a"]);
});

test("equal rows keep the order they were read in", () => {
  const same = inventoryOf(["x", "z", "y"].map((id) => file(id, { media_length: 1 })));
  expect([...rowsInOrder(sortKeysOf(same, "size"))]).toEqual([0, 1, 2]);
});
