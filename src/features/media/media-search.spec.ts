import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaOrders } from "../../api/media";
import { mediaSearch, pageOf, pageSizes } from "./media-search";
import type { MediaSearch } from "./media-search";

const anySearch: fc.Arbitrary<MediaSearch> = fc.record({
  sort: fc.constantFrom(...mediaOrders),
  dir: fc.constantFrom("ascending", "descending"),
  rows: fc.constantFrom(...pageSizes),
  page: fc.integer({ min: 1, max: 1_000_000_000 }),
});

const parse = (text: string) => mediaSearch.parse(new URLSearchParams(text));

describe("the link of a user's list", () => {
  test("brings back what was put into it", () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        expect(mediaSearch.parse(mediaSearch.format(search))).toEqual(search);
      }),
    );
  });

  test("is empty for the newest hundred", () => {
    expect(mediaSearch.format(parse("")).toString()).toBe("");
    expect(pageOf(parse(""))).toEqual({ orderBy: "created_ts", dir: "b", from: 0, limit: 100 });
  });

  test("takes nonsense for the default, and never asks for a page before the first or of no rows", () => {
    expect(parse("sort=colour&dir=f&rows=0&page=-3")).toEqual(parse(""));
    expect(parse("rows=99999&page=0").page).toBe(1);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const page = pageOf(parse(`page=${text}&rows=${text}`));
        expect(page.from).toBeGreaterThanOrEqual(0);
        expect(page.limit).toBeGreaterThanOrEqual(25);
      }),
    );
  });

  test("asks for the right rows", () => {
    expect(pageOf(parse("page=3&rows=25&sort=media_length&dir=ascending"))).toEqual({
      orderBy: "media_length",
      dir: "f",
      from: 50,
      limit: 25,
    });
  });
});
