import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseBytes } from "./bytes";
import { createFormatter } from "./formatter";

test.each([
  ["0", 0],
  ["10 MB", 10_000_000],
  ["10mb", 10_000_000],
  ["1.5 GiB", 1_610_612_736],
  ["1,5 GB", 1_500_000_000],
  ["10,485,760", 10_485_760],
  ["1 204 bytes", 1204],
  ["2 k", 2000],
])("%s is %d bytes", (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes);
});

test.each(["", "big", "10 MBit", "-1", "1e6", "1.2.3 MB", "MB", "99999999999999 TB", "12abc"])(
  "%j is no size",
  (text) => {
    expect(parseBytes(text)).toBeNull();
  },
);

test("what the app writes it also reads, within a rounding of the last digit shown", () => {
  const { bytes } = createFormatter({ locale: "en-GB", timeZone: "UTC" });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e14 }), (value) => {
      const read = parseBytes(bytes(value));
      expect(Math.abs((read ?? NaN) - value)).toBeLessThanOrEqual(value * 0.051);
    }),
  );
});
