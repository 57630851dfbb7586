import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LAST_STOP, SIZE_STOPS, positionOf, sizeAt } from "./size-scale";

test("goes from any size over 1 kB to 10 GB, ever larger", () => {
  expect([sizeAt(0), sizeAt(1), sizeAt(LAST_STOP)]).toEqual([0, 1000, 10_000_000_000]);
  expect(SIZE_STOPS).toEqual(SIZE_STOPS.toSorted((a, b) => a - b));
});

test("every stop is at its own position", () => {
  expect(SIZE_STOPS.map(positionOf)).toEqual(SIZE_STOPS.map((_, position) => position));
});

test("a typed size stands at the nearest stop, and never at any size unless it is", () => {
  expect(sizeAt(positionOf(10_485_760))).toBe(10_000_000);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (bytes) => {
      expect(positionOf(bytes)).toBeGreaterThan(0);
    }),
  );
});
