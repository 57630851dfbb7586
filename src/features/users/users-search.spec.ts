import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownerOrders, usersSearch } from "./users-search";
import type { UsersSearch } from "./users-search";

const day = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anySearch: fc.Arbitrary<UsersSearch> = fc.record({
  text: fc.string({ unit: "grapheme" }),
  sort: fc.constantFrom(...ownerOrders),
  dir: fc.constantFrom("ascending", "descending"),
  from: fc.option(day),
  until: fc.option(day),
});

const parse = (text: string) => usersSearch.parse(new URLSearchParams(text));

describe("the link of the screen", () => {
  test("brings back what was put into it, also as text", () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        expect(usersSearch.parse(usersSearch.format(search))).toEqual(search);
        expect(parse(usersSearch.format(search).toString())).toEqual(search);
      }),
    );
  });

  test("is empty for the largest first, unfiltered", () => {
    expect(usersSearch.format(parse("")).toString()).toBe("");
    expect(parse("")).toEqual({ text: "", sort: "size", dir: "descending", from: null, until: null });
  });

  test("takes nonsense for the default", () => {
    expect(parse("sort=colour&dir=up&from=2025-02-31&until=yesterday")).toEqual(parse(""));
    expect(parse("from=1%20Mar%202025").from).toBeNull();
  });
});
