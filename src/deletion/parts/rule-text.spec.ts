import { describe, expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { NO_FILTER } from "../../sweep/filter";
import type { Filter } from "../../sweep/filter";
import { ruleText, sourceTerm, sourceText } from "./rule-text";

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

test("files of a room are those of that name, or else of its ID", () => {
  const source = { kind: "room", roomId: "!abc:example.org", name: "Lobby" } as const;
  expect(sourceText(formatter, source)).toBe("Files of the room Lobby, picked by hand.");
  expect(sourceText(formatter, { ...source, name: null })).toBe("Files of the room !abc:example.org, picked by hand.");
  expect(sourceTerm(source)).toBe("Room");
});

describe("several users are", () => {
  const named = (count: number) => Array.from({ length: count }, (_, index) => `@u${String(index + 1)}:x`);

  test("counted and named", () => {
    expect(sourceText(formatter, { kind: "users", userIds: ["@a:x", "@b:x", "@c:x"] })).toBe(
      "All files of 3 users: @a:x, @b:x, @c:x.",
    );
    expect(sourceText(formatter, { kind: "users", userIds: ["@a:x"] })).toBe("All files of 1 user: @a:x.");
  });

  test("all of them up to twenty, and counted beyond", () => {
    expect(sourceText(formatter, { kind: "users", userIds: named(20) })).toMatch(/@u19:x, @u20:x\.$/);
    expect(sourceText(formatter, { kind: "users", userIds: named(1500) })).toMatch(
      /^All files of 1,500 users: @u1:x, .*, @u20:x and 1,480 more\.$/,
    );
  });
});

describe("each further condition is a sentence of its own:", () => {
  const moment = Date.UTC(2025, 0, 31, 23);
  test.each<[Partial<Filter>, string]>([
    [{ uploadedFromMs: moment }, "Only files uploaded at 31 Jan 2025, 23:00 (UTC) or later."],
    [{ uploadedBeforeMs: moment }, "Only files uploaded before 31 Jan 2025, 23:00 (UTC)."],
    [{ usedFromMs: moment }, "Only files last used at 31 Jan 2025, 23:00 (UTC) or later."],
    [{ atMostBytes: 1_572_864 }, "Only files of at most 1.5 MiB."],
    [{ typeGroup: "image" }, "Only images."],
    [{ typeGroup: "font" }, "Only files of the type “font”."],
    [{ nameContains: "IMG_" }, "Only files whose name contains “IMG_”."],
    [{ userIds: ["@ann:example.org"] }, "Only files of @ann:example.org."],
    [{ userIds: ["@a:x", "@b:x"] }, "Only files of these users: @a:x, @b:x."],
    [{ isOfDeactivated: true }, "Only files of deactivated users."],
    [{ isNeverOpened: true }, "Only files that were never opened."],
    [{ isUnauthenticated: true }, "Only files that can be fetched without a token."],
    [{ isWithoutUrlPreviews: true }, "URL previews are left out."],
    [{ typeGroup: "video", isNeverOpened: true }, "Only videos. Only files that were never opened."],
  ])("%j", (change, text) => {
    const source = { kind: "rule", rule, filter: { ...NO_FILTER, ...change } } as const;
    expect(sourceText(formatter, source)).toBe(`${ruleText(formatter, rule)} ${text}`);
  });

  test("and without one there is the rule alone", () => {
    expect(sourceText(formatter, { kind: "rule", rule, filter: NO_FILTER })).toBe(ruleText(formatter, rule));
  });
});
