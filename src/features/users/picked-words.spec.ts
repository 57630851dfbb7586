import { describe, expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { deactivatedText, pickedText, whyNotDeleteAll, whyNotRule } from "./picked-words";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const owner = (userId: string, files = 1) => ({ userId, displayName: null, files, bytes: 1000 * files });
const pick = (...userIds: readonly string[]) => new Map(userIds.map((userId) => [userId, owner(userId)]));
const account = (userId: string) => ({
  userId,
  displayName: null,
  avatarUrl: null,
  isAdmin: false,
  isDeactivated: false,
});

describe("who is ticked", () => {
  test("is counted with all that they have", () => {
    const owners = [owner("@a:x", 1200), owner("@b:x", 4), owner("@c:x", 9)];
    expect(pickedText(formatter, pick("@a:x", "@b:x"), owners)).toBe("2 users selected · 1,204 files · 1.2 MB");
    expect(pickedText(formatter, pick("@gone:x"), owners)).toBe("1 user selected · 0 files · 0 B");
  });

  test("is counted without it while that is not known", () => {
    expect(pickedText(formatter, pick("@a:x"), null)).toBe("1 user selected");
    expect(pickedText(formatter, pick(), null)).toBe("No users selected");
  });
});

describe("all files of those who are ticked", () => {
  test("can be deleted where each has an account, or that is not known", () => {
    expect(whyNotDeleteAll(formatter, pick("@a:x"), [account("@a:x")])).toBeNull();
    expect(whyNotDeleteAll(formatter, pick("@a:x"), null)).toBeNull();
  });

  test("cannot where nobody is, or one has none", () => {
    expect(whyNotDeleteAll(formatter, pick(), null)).toBe("Tick the users first.");
    expect(whyNotDeleteAll(formatter, pick("@a:x", "@ghost:x"), [account("@a:x")])).toMatch(
      /^Synapse has no account for @ghost:x, /,
    );
    expect(whyNotDeleteAll(formatter, pick("@ghost:x", "@a:x", "@wraith:x"), [account("@a:x")])).toMatch(
      /^Synapse has no account for 2 of them, @ghost:x first, /,
    );
  });
});

test("a rule names some hundred users, not more", () => {
  const many = (count: number) => pick(...Array.from({ length: count }, (_, index) => `@u${String(index)}:x`));
  expect(whyNotRule(formatter, pick())).toBe("Tick the users first.");
  expect(whyNotRule(formatter, many(500))).toBeNull();
  expect(whyNotRule(formatter, many(501))).toBe("A rule names at most 500 users. Tick fewer.");
});

test("how many closed accounts were ticked", () => {
  expect([0, 1, 12].map((count) => deactivatedText(formatter, { count, isRange: false }))).toEqual([
    "No deactivated user stores a file here.",
    "1 deactivated user selected",
    "12 deactivated users selected",
  ]);
  expect(deactivatedText(formatter, { count: 0, isRange: true })).toBe(
    "No deactivated user uploaded a file in these days that is still stored here.",
  );
});
