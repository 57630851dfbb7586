import * as fc from "fast-check";
import { expect, test } from "vitest";
import { InFlight } from "./in-flight";

/** How many are under way after each of these batches. */
const after = (...batches: readonly (readonly number[])[]): readonly number[] => {
  const inFlight = new InFlight();
  return batches.map((batch) => {
    inFlight.learn(batch);
    return inFlight.now;
  });
};

test("four at first, one less for each batch that takes more than twice as long as the best", () => {
  expect(new InFlight().now).toBe(4);
  expect(after([10], [20], [21], [21], [21], [21])).toEqual([4, 4, 3, 2, 1, 1]);
});

test("one more for each batch that is near the best again, and never more than four", () => {
  expect(after([10], [30], [30], [13], [12], [12], [12])).toEqual([4, 3, 2, 2, 3, 4, 4]);
});

test("the middle answer of a batch counts, not a slow one among many", () => {
  expect(after([10, 11, 12], [11, 9000, 10])).toEqual([4, 4]);
  expect(after([10], [])).toEqual([4, 4]);
});

test("what fewer at once made quick is no measure", () => {
  expect(after([10], [30], [3], [10], [10])).toEqual([4, 3, 4, 4, 4]);
});

test("whatever the batches, between one and four are under way", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(100), { maxLength: 5 }), { maxLength: 30 }), (batches) => {
      for (const now of after(...batches)) expect([1, 2, 3, 4]).toContain(now);
    }),
  );
});
