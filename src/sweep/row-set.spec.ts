import * as fc from "fast-check";
import { expect, test } from "vitest";
import { RowSet } from "./row-set";

test("is the set of what was put in and not taken out since, whatever the order", () => {
  const anyChange = fc.record({ isIn: fc.boolean(), rows: fc.array(fc.nat(70)) });
  fc.assert(
    fc.property(fc.array(anyChange), (changes) => {
      let rows = RowSet.EMPTY;
      const expected = new Set<number>();
      for (const change of changes) {
        rows = change.isIn ? rows.with(change.rows) : rows.without(change.rows);
        for (const row of change.rows) {
          if (change.isIn) expected.add(row);
          else expected.delete(row);
        }
      }
      expect([...rows]).toEqual([...expected].toSorted((a, b) => a - b));
      expect(rows.size).toBe(expected.size);
      expect(rows.has(71)).toBe(false);
    }),
  );
});

test("a set that was handed on does not change", () => {
  const before = RowSet.EMPTY.with([1]);
  before.with([2]);
  before.without([1]);
  expect([...before]).toEqual([1]);
});
