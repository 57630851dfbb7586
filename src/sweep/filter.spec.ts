import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import type { MediaInfo } from "../api/media-page";
import { NO_FILTER, isFiltering, rowTestOf, typeGroupOf, wantsOwner } from "./filter";
import type { Filter } from "./filter";
import { inventoryOf } from "./planned-files";

const NOON = 1_700_000_000_000;
const file = (media_id: string, change: Partial<MediaInfo> = {}, userId = "@ann:fake") =>
  mediaFileOf({ media_id, created_ts: NOON, media_length: 10, safe_from_quarantine: false, ...change }, userId);

const inventory = inventoryOf([
  file("plain", { media_type: "Image/PNG", upload_name: "Holiday.png" }),
  file("early", { created_ts: NOON - 1, media_type: "video/mp4" }),
  file("opened", { last_access_ts: NOON + 5, authenticated: false }),
  file("large", { media_length: 11, authenticated: true }),
  file("2026-01-01_preview", { url_cache: "https://example.org" }, "@bob:fake"),
  file("closed", {}, "@closed:fake"),
]);

function rowsOf(change: Partial<Filter>): readonly string[] {
  const isSelected = rowTestOf({ ...NO_FILTER, ...change }, inventory, new Set(["@closed:fake"]));
  const rows = Array.from({ length: inventory.rows }, (_, row) => row);
  return rows.filter((row) => isSelected?.(row) ?? true).map((row) => inventory.mediaIds.at(row));
}

const all = rowsOf({});

describe("each condition selects by itself:", () => {
  test.each<[string, Partial<Filter>, readonly string[]]>([
    ["uploaded at that moment or later", { uploadedFromMs: NOON }, all.filter((id) => id !== "early")],
    ["uploaded before that moment", { uploadedBeforeMs: NOON }, ["early"]],
    ["last used at that moment or later", { usedFromMs: NOON + 5 }, ["opened"]],
    ["as large as that or smaller", { atMostBytes: 10 }, all.filter((id) => id !== "large")],
    ["of a kind, in any case", { typeGroup: "image" }, ["plain"]],
    ["of no kind", { typeGroup: "unknown" }, ["opened", "large", "2026-01-01_preview", "closed"]],
    ["named so, in any case", { nameContains: "holi" }, ["plain"]],
    ["of chosen owners", { userIds: ["@bob:fake", "@closed:fake"] }, ["2026-01-01_preview", "closed"]],
    ["of closed accounts", { isOfDeactivated: true }, ["closed"]],
    ["never opened", { isNeverOpened: true }, all.filter((id) => id !== "opened")],
    ["to be fetched without a token", { isUnauthenticated: true }, ["opened"]],
    ["no URL previews", { isWithoutUrlPreviews: true }, all.filter((id) => id !== "2026-01-01_preview")],
  ])("%s", (_, filter, ids) => {
    expect(rowsOf(filter)).toEqual(ids);
    expect(isFiltering({ ...NO_FILTER, ...filter })).toBe(true);
  });
});

test("several conditions all have to hold, and none at all selects everything", () => {
  expect(rowsOf({ isNeverOpened: true, atMostBytes: 10, isWithoutUrlPreviews: true, usedFromMs: NOON })).toEqual([
    "plain",
    "closed",
  ]);
  expect(all).toHaveLength(6);
  expect(isFiltering(NO_FILTER)).toBe(false);
});

test("owners that no condition wants need not be read", () => {
  const wantedBy = (change: Partial<Filter>) =>
    ["@ann:fake", "@bob:fake", "@closed:fake"].filter(
      wantsOwner({ ...NO_FILTER, ...change }, new Set(["@closed:fake"])),
    );
  expect(wantedBy({})).toEqual(["@ann:fake", "@bob:fake", "@closed:fake"]);
  expect(wantedBy({ userIds: ["@bob:fake", "@closed:fake"] })).toEqual(["@bob:fake", "@closed:fake"]);
  expect(wantedBy({ isOfDeactivated: true })).toEqual(["@closed:fake"]);
  expect(wantedBy({ userIds: ["@bob:fake"], isOfDeactivated: true })).toEqual([]);
});

test("a type without a name is unknown", () => {
  expect([null, "", "/png", "TEXT/plain"].map(typeGroupOf)).toEqual(["unknown", "unknown", "unknown", "text"]);
});
