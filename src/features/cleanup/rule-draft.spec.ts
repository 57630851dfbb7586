import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { draftOf, readDraft, sizeText } from "./rule-draft";
import type { RuleDraft } from "./rule-draft";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const NOW = new Date(2026, 7, 24, 12).getTime();
const draft: RuleDraft = { day: "24 Aug 2026", time: "00:00", size: "10 MB", keepAvatars: true };

test("a filled form is a rule", () => {
  expect(readDraft(draft, NOW)).toEqual({
    rule: { beforeMs: new Date(2026, 7, 24).getTime(), largerThanBytes: 10_000_000, keepAvatars: true },
    errors: {},
  });
  expect(readDraft({ ...draft, size: " " }, NOW).rule?.largerThanBytes).toBe(0);
});

describe("what is wrong stands beside its field:", () => {
  test.each<[string, Partial<RuleDraft>, object]>([
    ["no date", { day: " " }, { day: "Choose a date" }],
    ["an unreadable date", { day: "soonish" }, { day: expect.stringMatching(/such as/) }],
    ["a day that is none", { day: "31 Feb 2026" }, { day: expect.stringMatching(/such as/) }],
    ["a date Synapse refuses", { day: "1970-12-13" }, { day: expect.stringMatching(/14 December 1970/) }],
    ["a date to come", { day: "2026-08-25" }, { day: expect.stringMatching(/future/) }],
    ["a time to come", { time: "12:01" }, { day: expect.stringMatching(/future/) }],
    ["no time", { time: "" }, { time: "Enter a time" }],
    ["letters for a size", { size: "ten" }, { size: expect.stringMatching(/10 MB/) }],
    ["a negative size", { size: "-1" }, { size: expect.stringMatching(/10 MB/) }],
    ["two fields at once", { day: "", size: "x" }, { day: "Choose a date", size: expect.stringMatching(/10 MB/) }],
  ])("%s", (_, change, errors) => {
    expect(readDraft({ ...draft, ...change }, NOW)).toEqual({ rule: null, errors });
  });
});

test("a form filled from a link says the same rule, to the minute and to the byte", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000_000, max: Math.floor(NOW / 60_000) }),
      fc.nat(Number.MAX_SAFE_INTEGER),
      fc.boolean(),
      (minute, larger, keep) => {
        const before = minute * 60_000;
        expect(readDraft(draftOf({ before, larger, keep }, formatter), NOW).rule).toEqual({
          beforeMs: before,
          largerThanBytes: larger,
          keepAvatars: keep,
        });
      },
    ),
  );
});

test("any size is an empty field", () => {
  expect(sizeText(0, formatter)).toBe("");
  expect(sizeText(10_000_000, formatter)).toBe("10 MB");
});
