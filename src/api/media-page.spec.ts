import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { decodeMediaPage, isMediaInfo, mediaFileOf, mediaInfo } from "./media-page";

/** Anything a field may hold, right or wrong. */
const anyValue = fc.oneof(
  fc.constantFrom(null, undefined, true, false, 0, 1, NaN, "", "text"),
  fc.integer(),
  fc.string(),
  fc.constant([]),
);
const keys = Object.keys(mediaInfo.entries);
const right = { media_id: "a", created_ts: 1, safe_from_quarantine: false };

test("the guard by hand takes exactly what the schema takes", () => {
  const anyRow = fc.oneof(
    anyValue,
    fc.record(Object.fromEntries(keys.map((key) => [key, anyValue])), { requiredKeys: [] }),
    fc
      .record(Object.fromEntries(keys.map((key) => [key, anyValue])), { requiredKeys: [] })
      .map((row) => ({ ...row, ...right })),
    fc.constantFrom(...keys).chain((key) => anyValue.map((value) => ({ ...right, [key]: value }))),
  );
  fc.assert(
    fc.property(anyRow, (row) => {
      expect(isMediaInfo(row)).toBe(v.safeParse(mediaInfo, row).success);
    }),
    { numRuns: 2000 },
  );
});

test("a wrong row is an error that names its place", () => {
  const page = { media: [right, { ...right, created_ts: "yesterday" }], total: 2 };
  expect(() => decodeMediaPage(page, "@ann:h")).toThrow(expect.objectContaining({ at: "media.1.created_ts" }));
});

describe("a row in the app's own terms", () => {
  test("what a version does not send is unknown, and a dated ID tells a URL preview", () => {
    const old = mediaFileOf({ ...right, media_id: "2024-05-01_AbCdEfGhIjKlMnOp" }, "@ann:h");
    expect(old).toMatchObject({ isUrlPreview: true, urlPreviewOf: null, isAuthenticated: null, sha256: null });
    expect(
      mediaFileOf({ ...right, media_id: "2024-05-01_AbCdEfGhIjKlMnOp", url_cache: null }, "@ann:h").isUrlPreview,
    ).toBe(false);
  });

  test("0 and 1 of SQLite are flags", () => {
    const file = mediaFileOf({ ...right, safe_from_quarantine: 1, authenticated: 0 }, "@ann:h");
    expect(file).toMatchObject({ isProtected: true, isAuthenticated: false });
  });

  test("Tuwunel's 0 and empty text are what null is elsewhere", () => {
    const file = mediaFileOf({ ...right, last_access_ts: 0, upload_name: "", media_type: "" }, "@ann:h");
    expect(file).toMatchObject({ lastAccessMs: null, name: null, type: null });
  });
});
