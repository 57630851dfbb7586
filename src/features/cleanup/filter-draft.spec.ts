import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { NO_FILTER } from "../../sweep/filter";
import type { Filter } from "../../sweep/filter";
import { countConditions, filterDraftOf, filterErrors, hasErrors, readFilter } from "./filter-draft";
import type { FilterContext, FilterDraft } from "./filter-draft";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const SERVER = "example.org";
const empty = filterDraftOf(NO_FILTER, formatter);
const context: FilterContext = {
  serverName: SERVER,
  beforeMs: new Date(2026, 7, 24).getTime(),
  largerThanBytes: 1_000_000,
};
const noErrors = { uploadedFrom: null, uploadedBefore: null, usedSince: null, atMost: null, owners: null };

test("an empty form narrows nothing and has nothing wrong with it", () => {
  expect(readFilter(empty, SERVER)).toEqual(NO_FILTER);
  expect(filterErrors(empty, context)).toEqual(noErrors);
  expect(hasErrors(noErrors)).toBe(false);
  expect(countConditions(empty)).toBe(0);
});

test("a filled form says its conditions, and counts each", () => {
  const draft: FilterDraft = {
    ...empty,
    uploadedFrom: "1 Jan 2025",
    uploadedBefore: "2025-06-01",
    usedSince: "1.3.2025",
    atMost: "1.5 GiB",
    owners: " ann\n@ben  @cleo:example.org ann ",
    typeGroup: "video",
    nameContains: " ",
    isOfDeactivated: true,
    isNeverOpened: true,
    isUnauthenticated: true,
    isWithoutUrlPreviews: true,
  };
  expect(readFilter(draft, SERVER)).toEqual({
    uploadedFromMs: new Date(2025, 0, 1).getTime(),
    uploadedBeforeMs: new Date(2025, 5, 1).getTime(),
    usedFromMs: new Date(2025, 2, 1).getTime(),
    atMostBytes: 1_610_612_736,
    typeGroup: "video",
    nameContains: " ",
    userIds: ["@ann:example.org", "@ben:example.org", "@cleo:example.org"],
    isOfDeactivated: true,
    isNeverOpened: true,
    isUnauthenticated: true,
    isWithoutUrlPreviews: true,
  });
  expect(filterErrors(draft, context)).toEqual(noErrors);
  expect(countConditions(draft)).toBe(11);
});

describe("what is wrong stands beside its field:", () => {
  test.each<[string, Partial<FilterDraft>, object]>([
    ["an unreadable day", { uploadedFrom: "soonish" }, { uploadedFrom: expect.stringMatching(/such as/) }],
    ["a day that is none", { uploadedBefore: "31 Feb 2026" }, { uploadedBefore: expect.stringMatching(/such as/) }],
    ["letters for a size", { atMost: "ten" }, { atMost: expect.stringMatching(/such as/) }],
    [
      "no user ID",
      { owners: "ann ben:example.org" },
      { owners: expect.stringMatching(/“ben:example.org” is no user/) },
    ],
    ["another server", { owners: "@ann:other.org" }, { owners: expect.stringMatching(/this server, example.org/) }],
    [
      "uploads from the rule's date on",
      { uploadedFrom: "2026-08-24" },
      { uploadedFrom: expect.stringMatching(/before/) },
    ],
    ["use from the rule's date on", { usedSince: "2026-08-24" }, { usedSince: expect.stringMatching(/before/) }],
    [
      "a range of uploads without a day in it",
      { uploadedFrom: "2026-01-02", uploadedBefore: "2026-01-02" },
      { uploadedBefore: expect.stringMatching(/after/) },
    ],
    ["no size between the limits", { atMost: "1 MB" }, { atMost: expect.stringMatching(/above/) }],
  ])("%s", (_, change, errors) => {
    const found = filterErrors({ ...empty, ...change }, context);
    expect(found).toEqual({ ...noErrors, ...errors });
    expect(hasErrors(found)).toBe(true);
  });
});

test("the smallest ranges that something can be in are fine", () => {
  const draft = { ...empty, uploadedFrom: "2026-08-23", uploadedBefore: "2026-08-24", usedSince: "2026-08-23" };
  expect(filterErrors({ ...draft, atMost: "1,000,001 bytes" }, context)).toEqual(noErrors);
  // Nothing to compare with while the rule itself cannot be read.
  const unread = { serverName: SERVER, beforeMs: null, largerThanBytes: null };
  expect(filterErrors({ ...draft, usedSince: "2099-01-01", atMost: "1 B" }, unread)).toEqual(noErrors);
});

test("a form filled from a link says the same conditions, to the millisecond and to the byte", () => {
  const moment = fc.option(fc.integer({ min: 0, max: Date.UTC(9999, 11, 30) }));
  fc.assert(
    fc.property(moment, moment, moment, fc.option(fc.nat(Number.MAX_SAFE_INTEGER)), (from, before, since, atMost) => {
      const filter: Filter = {
        ...NO_FILTER,
        uploadedFromMs: from,
        uploadedBeforeMs: before,
        usedFromMs: since,
        atMostBytes: atMost,
        userIds: ["@a,b:example.org", "@c:example.org"],
      };
      expect(readFilter(filterDraftOf(filter, formatter), SERVER)).toEqual(filter);
    }),
  );
});

test("another day than the link's begins with its first moment", () => {
  const linked = filterDraftOf({ ...NO_FILTER, uploadedFromMs: new Date(2025, 2, 14, 18).getTime() }, formatter);
  expect(readFilter({ ...linked, uploadedFrom: "15 Mar 2025" }, SERVER).uploadedFromMs).toBe(
    new Date(2025, 2, 15).getTime(),
  );
});
