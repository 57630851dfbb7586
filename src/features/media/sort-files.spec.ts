import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaOrders } from "../../api/media";
import { mediaFileOf } from "../../api/media-page";
import type { MediaInfo } from "../../api/media-page";
import { sortFiles } from "./sort-files";
import type { FileOrder } from "./sort-files";

const file = (media_id: string, change: Partial<MediaInfo> = {}) =>
  mediaFileOf({ media_id, created_ts: 5, safe_from_quarantine: false, ...change }, "@ann:x");

const idsBy = (rows: readonly ReturnType<typeof file>[], order: FileOrder) =>
  sortFiles(rows, order)
    .map(({ mediaId }) => mediaId)
    .join("");

describe("a list sorted here", () => {
  test("has files without the value at its end in both directions, by their IDs", () => {
    const rows = [file("d"), file("b", { media_length: 0 }), file("c"), file("a", { media_length: 9 })];
    expect(idsBy(rows, { sort: "media_length", dir: "ascending" })).toBe("bacd");
    expect(idsBy(rows, { sort: "media_length", dir: "descending" })).toBe("abcd");
  });

  test("takes a file that was never opened as used at its upload", () => {
    const rows = [file("a", { last_access_ts: 4, created_ts: 1 }), file("b"), file("c", { last_access_ts: 6 })];
    expect(idsBy(rows, { sort: "last_access_ts", dir: "ascending" })).toBe("abc");
    expect(idsBy(rows, { sort: "last_access_ts", dir: "descending" })).toBe("cba");
  });

  test("reads names with their numbers, and keeps equal ones in the order of their IDs", () => {
    const named = (id: string, upload_name: string | null) => file(id, { upload_name });
    const rows = [named("d", "f10"), named("c", "f9"), named("b", "f9"), named("a", null)];
    expect(idsBy(rows, { sort: "upload_name", dir: "ascending" })).toBe("bcda");
    expect(idsBy(rows, { sort: "upload_name", dir: "descending" })).toBe("dbca");
  });

  test("has protected files last, as Synapse has false before true", () => {
    const rows = [file("a", { safe_from_quarantine: true }), file("b"), file("c", { quarantined_by: "@mod:x" })];
    expect(idsBy(rows, { sort: "safe_from_quarantine", dir: "ascending" })).toBe("bca");
    expect(idsBy(rows, { sort: "quarantined_by", dir: "descending" })).toBe("cab");
  });

  test("holds the same files whatever the order, and leaves the list it was given", () => {
    const anyRows = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), bytes: fc.option(fc.nat(3)), name: fc.option(fc.string()) }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...mediaOrders), (wishes, sort) => {
        const rows = wishes.map(({ id, bytes, name }) => file(id, { media_length: bytes, upload_name: name }));
        const before = [...rows];
        const sorted = sortFiles(rows, { sort, dir: "descending" });
        expect(new Set(sorted)).toEqual(new Set(rows));
        expect(sorted).toHaveLength(rows.length);
        expect(rows).toEqual(before);
      }),
    );
  });
});
