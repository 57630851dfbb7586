import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gapOf, rangeTo } from "./shift-range";
import type { Gap } from "./shift-range";

/** Takes a row out of the list, with Shift or without, and says what is left and where the gap is. */
function toggle(list: string, row: string, gap: Gap | null): readonly [left: string, gap: Gap] {
  const keyAt = (position: number) => list.at(position);
  const range = rangeTo(list.indexOf(row), gap, keyAt);
  return [list.slice(0, range.first) + list.slice(range.end), gapOf(range, keyAt)];
}

describe("with Shift go the rows from where one left last", () => {
  test.each([
    { first: "d", next: "g", left: "abch", why: "downwards" },
    { first: "d", next: "b", left: "aefgh", why: "upwards" },
    { first: "d", next: "e", left: "abcfgh", why: "the next one" },
    { first: "d", next: "c", left: "abefgh", why: "the one before" },
    { first: "a", next: "h", left: "", why: "from the first to the last" },
    { first: "h", next: "a", left: "", why: "from the last to the first" },
  ])("$why: $first, then $next", ({ first, next, left }) => {
    const [list, gap] = toggle("abcdefgh", first, null);
    expect(toggle(list, next, gap)[0]).toBe(left);
  });

  test("and a range leaves a gap like a single row", () => {
    const [afterOne, gap] = toggle("abcdefghij", "c", null);
    const [afterRange, nextGap] = toggle(afterOne, "e", gap);
    expect(afterRange).toBe("abfghij");
    expect(toggle(afterRange, "g", nextGap)[0]).toBe("abhij");
    expect(toggle(afterRange, "b", nextGap)[0]).toBe("afghij");
  });
});

describe("only the row itself goes", () => {
  test("where nothing left before", () => {
    expect(toggle("abcd", "c", null)[0]).toBe("abd");
  });

  test.each([
    { now: "hgfecba", why: "sorted the other way round" },
    { now: "abcdefgh", why: "the row was put back" },
    { now: "abcfgh", why: "the row below left by other means" },
    { now: "xabcefgh", why: "another row came in above" },
    { now: "gh", why: "narrowed" },
  ])("where the list is another by now: $why", ({ now }) => {
    const [, gap] = toggle("abcdefgh", "d", null);
    expect(toggle(now, "g", gap)[0]).toBe(now.replace("g", ""));
  });
});

test("what leaves is one piece of the list, with the row itself at an end", () => {
  const lists = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(lists, fc.nat(), fc.nat(), (keys, one, other) => {
      const first = one % keys.length;
      const left = keys.toSpliced(first, 1);
      const position = other % left.length;
      const gap = gapOf({ first, end: first + 1 }, (index) => keys.at(index));
      const range = rangeTo(position, gap, (index) => left.at(index));
      expect([range.first, range.end - 1]).toContain(position);
      expect(range.first === first || range.end === first).toBe(true);
      expect(range.end - range.first).toBeGreaterThan(0);
    }),
  );
});
