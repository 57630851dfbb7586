import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { NO_FILTER } from "../../sweep/filter";
import { draftOf, readDraft, sizeText } from "./rule-draft";
import type { RuleDraft } from "./rule-draft";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const NOW = new Date(2026, 7, 24, 12).getTime();
const context = { nowMs: NOW, serverName: "example.org" };
const emptyLink = { beforeMs: null, largerThanBytes: 0, keepAvatars: true, filter: NO_FILTER, unreadable: [] };
const draft: RuleDraft = { ...draftOf(emptyLink, formatter), day: "24 Aug 2026", size: "10 MB" };

test("a filled form is a rule", () => {
  const { source, errors } = readDraft(draft, context);
  expect(source).toEqual({
    kind: "rule",
    rule: { beforeMs: new Date(2026, 7, 24).getTime(), largerThanBytes: 10_000_000, keepAvatars: true },
    filter: NO_FILTER,
  });
  expect(new Set(Object.values(errors))).toEqual(new Set([null]));
  expect(readDraft({ ...draft, size: " " }, context).source?.rule.largerThanBytes).toBe(0);
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
    ["a condition", { usedSince: "24 Aug 2026" }, { usedSince: expect.stringMatching(/no file can match/) }],
    [
      "a condition beside a bad rule",
      { size: "x", owners: "@" },
      { size: expect.anything(), owners: expect.anything() },
    ],
  ])("%s", (_, change, errors) => {
    const found = readDraft({ ...draft, ...change }, context);
    expect(found.source).toBeNull();
    expect(Object.fromEntries(Object.entries(found.errors).filter(([, error]) => error !== null))).toEqual(errors);
  });
});

test("a form filled from a link says the same rule, to the minute and to the byte", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000_000, max: Math.floor(NOW / 60_000) }),
      fc.nat(Number.MAX_SAFE_INTEGER),
      fc.boolean(),
      (minute, largerThanBytes, keepAvatars) => {
        const rule = { beforeMs: minute * 60_000, largerThanBytes, keepAvatars };
        const filled = draftOf({ ...emptyLink, ...rule }, formatter);
        expect(readDraft(filled, context).source).toEqual({ kind: "rule", rule, filter: NO_FILTER });
      },
    ),
  );
});

test("any size is an empty field", () => {
  expect(sizeText(0, formatter)).toBe("");
  expect(sizeText(10_000_000, formatter)).toBe("10 MB");
});
