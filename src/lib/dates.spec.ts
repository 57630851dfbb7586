import { expect, test } from "vitest";
import { dayBefore, dayOf, momentOf, parseDay, startOfDay, timeOf, monthOf } from "./dates";

test.each([
  ["2025-03-14", "2025-03-14"],
  ["14 Mar 2025", "2025-03-14"],
  ["14 March 2025", "2025-03-14"],
  ["14.3.2025", "2025-03-14"],
  ["04.03.2025", "2025-03-04"],
  ["04 mar 2025", "2025-03-04"],
  ["MARCH 4, 2025", "2025-03-04"],
  ["4 Sept 2025", "2025-09-04"],
  ["2025/03/04", "2025-03-04"],
  [" 14/3/2025 ", "2025-03-14"],
])("%s is a day", (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test.each(["", "31 Feb 2025", "yesterday", "2025", "14-3"])("%j is no day, and none is guessed", (text) => {
  expect(parseDay(text)).toBeNull();
});

test("a day and a time are a moment in this zone, there and back", () => {
  const ms = momentOf("2025-03-14", "09:30");
  expect(ms).toBe(new Date(2025, 2, 14, 9, 30).getTime());
  expect([dayOf(ms ?? 0), timeOf(ms ?? 0)]).toEqual(["2025-03-14", "09:30"]);
  expect(momentOf("2025-03-14", "")).toBeNull();
});

test("a month begins and ends with its days in this zone", () => {
  expect(monthOf(new Date(2025, 2, 1).getTime())).toBe("2025-03");
  expect(monthOf(new Date(2025, 2, 1).getTime() - 1)).toBe("2025-02");
  expect(monthOf(9e15)).toBeNull();
});

test("days before count by the calendar", () => {
  expect(dayBefore(new Date(2025, 2, 14, 9).getTime(), 30)).toBe("2025-02-12");
});

test("a day starts at its midnight, also days later", () => {
  expect(startOfDay("2025-03-14")).toBe(new Date(2025, 2, 14).getTime());
  expect(startOfDay("2025-12-31", 1)).toBe(new Date(2026, 0, 1).getTime());
});
