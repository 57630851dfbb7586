import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import { coverageUpTo, covers, isAmong } from "./coverage";
import type { Rule } from "./rule";

const rule: Rule = { beforeMs: 100, largerThanBytes: 10, keepAvatars: true };
const last = (media_length: number | null, created_ts = 50) =>
  mediaFileOf({ media_id: "last", media_length, created_ts, safe_from_quarantine: false }, "@ann:fake");

describe("what is known answers", () => {
  test("every rule, where the whole list is", () => {
    expect(covers({ kind: "all" }, { ...rule, beforeMs: Infinity, largerThanBytes: 0 })).toBe(true);
  });

  test("rules about files as large or larger, whatever their date", () => {
    const larger = { kind: "larger", thanBytes: 10 } as const;
    expect(covers(larger, { ...rule, beforeMs: 9999 })).toBe(true);
    expect(covers(larger, { ...rule, largerThanBytes: 9 })).toBe(false);
  });

  test("rules about that date or an earlier one, whatever the size", () => {
    const before = { kind: "uploaded-before", ms: 100 } as const;
    expect(covers(before, { ...rule, largerThanBytes: 0 })).toBe(true);
    expect(covers(before, { ...rule, beforeMs: 101 })).toBe(false);
  });
});

test("what is known holds each file inside its bound, and none on it", () => {
  expect(isAmong({ kind: "all" }, NaN, 100)).toBe(true);
  const larger = { kind: "larger", thanBytes: 10 } as const;
  expect([11, 10, NaN].map((bytes) => isAmong(larger, bytes, 0))).toEqual([true, false, false]);
  const before = { kind: "uploaded-before", ms: 100 } as const;
  expect([99, 100].map((ms) => isAmong(before, NaN, ms))).toEqual([true, false]);
});

describe("a list that was left early", () => {
  test("by size is known down to the last file that was read", () => {
    expect(coverageUpTo(last(4), rule)).toEqual({ kind: "larger", thanBytes: 4 });
  });

  test("by size is known as far as the rule asked, where files without a size stand last", () => {
    expect(coverageUpTo(last(null), rule)).toEqual({ kind: "larger", thanBytes: 10 });
  });

  test("by date is known up to the last file that was read", () => {
    const anySize = { ...rule, largerThanBytes: 0 };
    expect(coverageUpTo(last(1, 120), anySize)).toEqual({ kind: "uploaded-before", ms: 120 });
    expect(coverageUpTo(last(1, 80), anySize)).toEqual({ kind: "uploaded-before", ms: 100 });
  });
});
