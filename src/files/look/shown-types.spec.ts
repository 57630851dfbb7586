import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { hasThumbnail, kindOf, safeTypeOf } from "./shown-types";

describe("what may run scripts is never shown", () => {
  test.each([
    "image/svg+xml",
    "text/html",
    "application/xhtml+xml",
    "application/xml",
    "application/pdf",
    "text/plain",
    "application/octet-stream",
    "image/png+svg",
    "image/",
    "",
    null,
  ])("%s", (type) => {
    expect([kindOf(type), safeTypeOf(type), hasThumbnail(type)]).toEqual([null, null, false]);
  });
});

test("pictures, video and audio are told apart, however the type is written", () => {
  expect(kindOf("image/avif")).toBe("picture");
  expect(kindOf("Image/PNG; charset=binary")).toBe("picture");
  expect(kindOf("video/mp4")).toBe("video");
  expect(kindOf("audio/x-wav")).toBe("audio");
  expect(safeTypeOf("image/JPG")).toBe("image/jpeg");
});

test("whatever type a file claims, the browser is told one of raster pictures, audio or video, or nothing", () => {
  const [kind, rest] = [fc.constantFrom("image", "text", "video", "application"), fc.string()];
  fc.assert(
    fc.property(kind, rest, (first, second) => {
      const told = safeTypeOf(`${first}/${second}`);
      expect(told === null || /^(image\/(a?png|jpeg|gif|webp|avif|bmp)|(video|audio)\/\w+)$/.test(told)).toBe(true);
    }),
  );
});
