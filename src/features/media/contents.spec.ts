import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mediaFileOf } from "../../api/media-page";
import type { MediaInfo } from "../../api/media-page";
import { contentsOf } from "./contents";

const file = (change: Partial<MediaInfo>) =>
  mediaFileOf({ media_id: "a", created_ts: 1, media_length: 10, safe_from_quarantine: false, ...change }, "@ann:x");
const at = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime();

test("files are counted by type group, the largest first", () => {
  const files = [
    file({ media_type: "text/plain", media_length: 3 }),
    file({ media_type: "image/png", media_length: 5 }),
    file({ media_type: "IMAGE/jpeg", media_length: 6 }),
    file({ media_type: null, media_length: null }),
    file({ media_type: "font/woff2", media_length: 0 }),
    file({ media_type: "font/woff", media_length: 0 }),
  ];
  expect(contentsOf(files)).toMatchObject({
    all: { files: 6, bytes: 14 },
    unsized: 1,
    types: [
      { key: "image", files: 2, bytes: 11 },
      { key: "text", files: 1, bytes: 3 },
      { key: "font", files: 2, bytes: 0 },
      { key: "unknown", files: 1, bytes: 0 },
    ],
  });
});

test("files are counted by the month of their upload here, the latest first, those of no date last", () => {
  const files = [
    file({ created_ts: at(2024, 12, 31) }),
    file({ created_ts: at(2025, 1, 1), media_length: 7 }),
    file({ created_ts: 9e15 }),
    file({ created_ts: at(2025, 1, 31), media_length: null }),
  ];
  expect(contentsOf(files).months).toEqual([
    { key: "2025-01", files: 2, bytes: 7 },
    { key: "2024-12", files: 1, bytes: 10 },
    { key: null, files: 1, bytes: 10 },
  ]);
});

test("each way of counting counts every file once", () => {
  const anyFile = fc.record({
    media_type: fc.constantFrom(null, "", "image/png", "video/mp4", "x"),
    media_length: fc.option(fc.nat(9)),
    created_ts: fc.integer({ min: 0, max: 2e12 }),
  });
  fc.assert(
    fc.property(fc.array(anyFile), (rows) => {
      const { all, types, months } = contentsOf(rows.map(file));
      for (const portions of [types, months]) {
        const sum = (key: "files" | "bytes") => portions.reduce((total, portion) => total + portion[key], 0);
        expect({ files: sum("files"), bytes: sum("bytes") }).toEqual(all);
        expect(new Set(portions.map(({ key }) => key)).size).toBe(portions.length);
      }
    }),
  );
});
