import { expect, test } from "vitest";
import { createFormatter } from "./formatter";

const format = createFormatter({ locale: "en-GB", timeZone: "Europe/Berlin" });

test.each([
  [0, "0 B"],
  [67, "67 B"],
  [999, "999 B"],
  [1000, "1 kB"],
  [1500, "1.5 kB"],
  [123_456, "123 kB"],
  [999_999, "1 MB"],
  [3_100_000_000, "3.1 GB"],
])("%d bytes read %s", (value, text) => {
  expect(format.bytes(value)).toBe(text);
});

test("numbers are grouped and phrases follow the number", () => {
  const files = { one: "{count} file", other: "{count} files" };
  expect(format.plural(1204, files)).toBe("1,204 files");
  expect(format.plural(1, files)).toBe("1 file");
});

test("a moment reads in the formatter's zone, and exactly in UTC", () => {
  const ms = Date.UTC(2025, 2, 14, 8, 30, 12, 345);
  expect(format.dateTime(ms)).toBe("14 Mar 2025, 09:30");
  expect(format.month(Date.UTC(2025, 1, 28, 23, 30))).toBe("March 2025");
  expect(format.utc(ms)).toBe("2025-03-14 08:30:12.345 UTC");
});

test("a time that is no date does not break the screen", () => {
  expect(format.dateTime(9e15)).toBe("9,000,000,000,000,000");
});
