import { expect, test } from "vitest";
import type { MediaFile } from "../../api/media-page";
import { NOT_NARROWED, countBy, narrow, typeClassOf } from "./narrow-files";
import { plainFile } from "../parts/plain-file";

const files = [
  plainFile("a"),
  plainFile("b", { userId: "@bob:example.org", type: "Video/MP4" }),
  plainFile("c", { type: null }),
];
const same = (file: MediaFile) => file;

test("shows the files of one owner, of one kind, or of both", () => {
  expect(narrow(files, same, NOT_NARROWED)).toBe(files);
  expect(narrow(files, same, { userId: "@ann:example.org", type: null })).toHaveLength(2);
  expect(narrow(files, same, { userId: "@ann:example.org", type: "image" })).toEqual([files[0]]);
});

test("offers what occurs, most frequent first", () => {
  expect(countBy(files, (file) => file.userId)).toEqual([
    ["@ann:example.org", 2],
    ["@bob:example.org", 1],
  ]);
  expect(countBy(files, typeClassOf).map(([type]) => type)).toEqual(["image", "video", "unknown"]);
});
