import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cleanupSearch, ruleInSearch, searchOfRule } from "./cleanup-search";

const NOW = 1_800_000_000_000;

test("what is written into a link is read out of it again", () => {
  fc.assert(
    fc.property(
      fc.record({
        before: fc.option(fc.integer({ min: 0, max: 999_999_999_999_999 })),
        larger: fc.nat(Number.MAX_SAFE_INTEGER),
        keep: fc.boolean(),
      }),
      (search) => {
        expect(cleanupSearch.parse(cleanupSearch.format(search))).toEqual(search);
      },
    ),
  );
});

test("no link makes it throw", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("before", "larger", "keep"), fc.string()), (values) => {
      expect(() => ruleInSearch(new URLSearchParams(values), NOW)).not.toThrow();
    }),
  );
});

test("a rule survives the link", () => {
  const rule = { beforeMs: NOW - 5, largerThanBytes: 10_000_000, keepAvatars: false };
  expect(searchOfRule(rule).toString()).toBe(`before=${String(NOW - 5)}&larger=10000000&keep=no`);
  expect(ruleInSearch(searchOfRule(rule), NOW)).toEqual(rule);
});

test.each(["", "before=soon", "before=1700000000", `before=${String(NOW + 1)}`])("%j holds no rule to run", (text) => {
  expect(ruleInSearch(new URLSearchParams(text), NOW)).toBeNull();
});
