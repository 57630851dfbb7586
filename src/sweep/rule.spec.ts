import { expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import type { MediaInfo } from "../api/media-page";
import { matchesRule } from "./rule";

const rule = { beforeMs: 1000, largerThanBytes: 0, keepAvatars: true };
const matches = (change: Partial<MediaInfo>, by = rule) =>
  matchesRule(
    by,
    mediaFileOf({ media_id: "a", created_ts: 1, media_length: 1, safe_from_quarantine: false, ...change }, "@ann:fake"),
  );

test("the date is compared strictly, with the last use, or the upload where there was none", () => {
  expect(matches({ last_access_ts: 999 })).toBe(true);
  expect(matches({ last_access_ts: 1000 })).toBe(false);
  expect(matches({ last_access_ts: null, created_ts: 999 })).toBe(true);
  expect(matches({ last_access_ts: null, created_ts: 1000 })).toBe(false);
});

test("a last use of 0 means that there was none", () => {
  expect(matches({ last_access_ts: 0, created_ts: 1000 })).toBe(false);
});

test("the size is compared strictly, so empty and unfinished files never match", () => {
  expect(matches({ media_length: 5 }, { ...rule, largerThanBytes: 5 })).toBe(false);
  expect(matches({ media_length: 6 }, { ...rule, largerThanBytes: 5 })).toBe(true);
  expect(matches({ media_length: 0 })).toBe(false);
  expect(matches({ media_length: null })).toBe(false);
});
