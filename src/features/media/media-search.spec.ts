import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaOrders } from "../../api/media";
import { typeGroups } from "../../deletion/parts/type-groups";
import { fileStates, openedChoices } from "./media-filter";
import { mediaSearch, needsWholeList, pageOf, pageSizes } from "./media-search";
import type { MediaSearch } from "./media-search";

const day = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const bytes = fc.nat(Number.MAX_SAFE_INTEGER);

const anySearch: fc.Arbitrary<MediaSearch> = fc.record({
  name: fc.string({ unit: "grapheme" }),
  type: fc.option(fc.constantFrom(...typeGroups.map(({ value }) => value))),
  state: fc.option(fc.constantFrom(...fileStates)),
  minBytes: fc.option(bytes),
  maxBytes: fc.option(bytes),
  from: fc.option(day),
  until: fc.option(day),
  usedBefore: fc.option(day),
  opened: fc.option(fc.constantFrom(...openedChoices)),
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
        expect(parse(mediaSearch.format(search).toString())).toEqual(search);
      }),
    );
  });

  test("is empty for the newest hundred", () => {
    expect(mediaSearch.format(parse("")).toString()).toBe("");
    expect(pageOf(parse(""))).toEqual({ orderBy: "created_ts", dir: "b", from: 0, limit: 100 });
  });

  test("takes nonsense for the default, and never asks for a page before the first or of no rows", () => {
    expect(parse("sort=colour&dir=f&rows=0&page=-3")).toEqual(parse(""));
    const odd = "type=cats&state=odd&minBytes=-1&maxBytes=1.5&from=2025-02-31&until=soon&usedBefore=1&opened=maybe";
    expect(parse(odd)).toEqual(parse(""));
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

  test("needs the whole list for a filter, and where there are no pages", () => {
    expect(["", "rows=1000&page=3&sort=media_id", "type=cats"].map((text) => needsWholeList(parse(text)))).toEqual([
      false,
      false,
      false,
    ]);
    const whole = ["rows=all", "name=a", "minBytes=0", "from=2025-01-01", "opened=never", "state=nothing"];
    expect(whole.filter((text) => !needsWholeList(parse(text)))).toEqual([]);
  });
});
