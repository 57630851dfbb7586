import * as fc from "fast-check";
import { expect, test } from "vitest";
import { NO_FILTER } from "../../sweep/filter";
import type { Filter } from "../../sweep/filter";
import { readLink, ruleInSearch, searchOf } from "./cleanup-search";
import { typeGroups } from "../../deletion/parts/type-groups";

const NOW = 1_800_000_000_000;
const rule = { beforeMs: NOW - 5, largerThanBytes: 10_000_000, keepAvatars: false };

const moment = fc.option(fc.integer({ min: 0, max: NOW }));
const userId = fc.stringMatching(/^@[^\s:]{1,9}:[a-z.]{1,9}$/);
const filters: fc.Arbitrary<Filter> = fc.record({
  uploadedFromMs: moment,
  uploadedBeforeMs: moment,
  usedFromMs: moment,
  atMostBytes: fc.option(fc.nat(Number.MAX_SAFE_INTEGER)),
  typeGroup: fc.option(fc.constantFrom(...typeGroups.map(({ value }) => value))),
  nameContains: fc.string(),
  userIds: fc.array(userId, { maxLength: 3 }),
  isOfDeactivated: fc.boolean(),
  isNeverOpened: fc.boolean(),
  isUnauthenticated: fc.boolean(),
  isWithoutUrlPreviews: fc.boolean(),
});
const sources = fc.record({
  kind: fc.constant("rule" as const),
  rule: fc.record({
    beforeMs: fc.integer({ min: 30_000_000_000, max: NOW }),
    largerThanBytes: fc.nat(Number.MAX_SAFE_INTEGER),
    keepAvatars: fc.boolean(),
  }),
  filter: filters,
});

/** As it arrives: written into an address and read out of it. */
const sent = (search: URLSearchParams) => new URLSearchParams(search.toString());

test("a rule and all its conditions survive the link", () => {
  fc.assert(
    fc.property(sources, (source) => {
      expect(ruleInSearch(sent(searchOf(source)), NOW)).toEqual(source);
    }),
  );
});

test("the link reads well and names only what narrows", () => {
  expect(searchOf({ rule, filter: NO_FILTER }).toString()).toBe(`before=${String(NOW - 5)}&larger=10000000&keep=no`);
  const filter = { ...NO_FILTER, atMostBytes: 5, typeGroup: "image", userIds: ["@a:x", "@b:x"], isNeverOpened: true };
  const search = searchOf({ rule: { ...rule, largerThanBytes: 0, keepAvatars: true }, filter });
  expect(Object.fromEntries(search)).toEqual({
    before: String(NOW - 5),
    "at-most": "5",
    type: "image",
    owners: "@a:x @b:x",
    "never-opened": "yes",
  });
});

const names = ["before", "larger", "keep", "uploaded-from", "at-most", "type", "name", "owners", "no-token", "what"];

test("no link makes it throw", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string())), (entries) => {
      const search = new URLSearchParams(entries);
      expect(() => ruleInSearch(search, NOW)).not.toThrow();
      expect(() => readLink(search)).not.toThrow();
    }),
  );
});

test.each(["", "before=soon", "before=1700000000", `before=${String(NOW + 1)}`])("%j holds no rule to run", (text) => {
  expect(ruleInSearch(new URLSearchParams(text), NOW)).toBeNull();
});

const garbled: readonly (readonly [name: string, text: string])[] = [
  ["larger", "ten"],
  ["keep", "maybe"],
  ["uploaded-from", "2024-01-01"],
  ["uploaded-before", ""],
  ["used-since", "-1"],
  ["used-since", "999999999999999"],
  ["at-most", "5 MB"],
  ["at-most", "99999999999999999999"],
  ["type", "image/png"],
  ["name", ""],
  ["owners", "ann"],
  ["owners", "@ann:example.org  @ben:example.org"],
  ["owners", "@ann:example.org @ben"],
  ["deactivated", "true"],
  ["never-opened", "1"],
  ["no-token", "YES"],
  ["no-previews", ""],
  ["nmae", "cat"],
];

test.each(garbled)(
  "a link that is garbled at %s=%s runs nothing, whatever else it holds, and says where",
  (name, text) => {
    fc.assert(
      fc.property(sources, (source) => {
        const search = sent(searchOf(source));
        search.set(name, text);
        expect(ruleInSearch(search, NOW)).toBeNull();
        expect(readLink(search).unreadable).toEqual([text === "" ? name : `${name}=${text}`]);
      }),
      { numRuns: 20 },
    );
  },
);

test("a condition that stands there twice is not guessed", () => {
  const search = searchOf({ rule, filter: { ...NO_FILTER, atMostBytes: 5 } });
  search.append("at-most", "50");
  expect(ruleInSearch(search, NOW)).toBeNull();
  expect(readLink(search).unreadable).toEqual(["at-most=5", "at-most=50"]);
});

test("what can be read of a garbled link still fills the form", () => {
  const search = searchOf({ rule, filter: { ...NO_FILTER, nameContains: "cat" } });
  search.set("type", "pictures");
  expect(readLink(search)).toEqual({
    ...rule,
    filter: { ...NO_FILTER, nameContains: "cat" },
    unreadable: ["type=pictures"],
  });
});
