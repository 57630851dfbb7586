import { expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { ruleText, sourceText } from "./rule-text";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const rule = { beforeMs: Date.UTC(2026, 7, 24), largerThanBytes: 10_000_000, keepAvatars: true };

test("a rule is one sentence, whatever is set", () => {
  expect(ruleText(formatter, rule)).toBe(
    "Files last used before 24 Aug 2026, 00:00 (UTC) and larger than 10 MB, except pictures in use as profile pictures or room avatars.",
  );
  expect(ruleText(formatter, { ...rule, largerThanBytes: 0, keepAvatars: false })).toBe(
    "Files last used before 24 Aug 2026, 00:00 (UTC), of any size, profile pictures and room avatars included.",
  );
});

test("so is a user", () => {
  expect(sourceText(formatter, { kind: "user", userId: "@ann:example.org" })).toBe("All files of @ann:example.org.");
});
