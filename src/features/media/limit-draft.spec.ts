import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { NO_LIMITS, isFilledIn, limitErrors, limitTextsOf, readLimits } from "./limit-draft";
import type { LimitTexts, Limits } from "./limit-draft";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const none: Limits = { minBytes: null, maxBytes: null, from: null, until: null, usedBefore: null };
const inForce: Limits = { minBytes: 1, maxBytes: 2, from: "2025-01-01", until: "2025-02-01", usedBefore: "2025-03-01" };

test("empty fields limit nothing", () => {
  expect(limitTextsOf(none, formatter)).toEqual(NO_LIMITS);
  expect(readLimits(NO_LIMITS, inForce)).toEqual(none);
  expect(new Set(Object.values(limitErrors(NO_LIMITS)))).toEqual(new Set([null]));
});

test("what fields show of limits reads as the same limits", () => {
  const day = fc
    .date({ min: new Date("1970-01-02"), max: new Date("2999-12-30"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const range = <T extends string | number>(value: fc.Arbitrary<T>) =>
    fc.uniqueArray(value, { minLength: 2, maxLength: 2 }).map((ends) => ends.sort((a, b) => (a < b ? -1 : 1)));
  fc.assert(
    fc.property(range(fc.nat(Number.MAX_SAFE_INTEGER)), range(day), (sizes, days) => {
      const [minBytes = null, maxBytes = null] = sizes;
      const [from = null, until = null] = days;
      const limits: Limits = { minBytes, maxBytes, from, until, usedBefore: from };
      expect(readLimits(limitTextsOf(limits, formatter), none)).toEqual(limits);
    }),
  );
});

describe("what makes no sense is told beside its field, and the limits in force stay:", () => {
  test.each<[string, Partial<LimitTexts>, Partial<LimitTexts>]>([
    ["no size", { minBytes: "big", maxBytes: "3 B" }, { minBytes: expect.stringMatching(/such as 10 MB/) }],
    ["no size at the other end", { minBytes: "3 B", maxBytes: "big" }, { maxBytes: expect.stringMatching(/such as/) }],
    ["sizes turned round", { minBytes: "3 B", maxBytes: "2" }, { maxBytes: expect.stringMatching(/“Size from”/) }],
    ["no day", { from: "31 Feb 2025" }, { from: expect.stringMatching(/such as 24 Aug 2026/) }],
    ["days turned round", { from: "2 Feb 2025", until: "1 Feb 2025" }, { until: expect.stringMatching(/no earlier/) }],
    ["no day of use", { usedBefore: "soon" }, { usedBefore: expect.stringMatching(/such as/) }],
  ])("%s", (_what, change, expected) => {
    const texts = { ...limitTextsOf(inForce, formatter), ...change };
    expect(limitErrors(texts)).toEqual({
      minBytes: null,
      maxBytes: null,
      from: null,
      until: null,
      usedBefore: null,
      ...expected,
    });
    expect(readLimits(texts, inForce)).toEqual(inForce);
  });

  test("while the other fields count", () => {
    const texts = { ...NO_LIMITS, minBytes: "big", usedBefore: "1 Mar 2025" };
    expect(readLimits(texts, none)).toEqual({ ...none, usedBefore: "2025-03-01" });
  });
});

test("the same size or day at both ends is a range", () => {
  const texts = { minBytes: "5", maxBytes: "5 B", from: "1.2.2025", until: "2025-02-01", usedBefore: "" };
  expect(new Set(Object.values(limitErrors(texts)))).toEqual(new Set([null]));
});

test("a day counts as soon as it is one, a size when its field is left", () => {
  expect(isFilledIn("from", "1 Feb 2025")).toBe(true);
  expect(isFilledIn("until", "")).toBe(true);
  expect(isFilledIn("usedBefore", "1 Feb 20")).toBe(false);
  expect(isFilledIn("maxBytes", "5")).toBe(false);
});
