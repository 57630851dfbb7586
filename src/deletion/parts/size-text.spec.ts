import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseBytes } from "../../lib/bytes";
import { createFormatter } from "../../lib/formatter";
import { exactSizeText } from "./size-text";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });

test("sizes are written as short as they can be", () => {
  const texts = [10_000_000, 1_500_000_000, 1_572_864, 1_234_567].map((bytes) => exactSizeText(bytes, formatter));
  expect(texts).toEqual(["10 MB", "1.5 GB", "1.5 MiB", "1,234,567 bytes"]);
});

test("and read again they are the same number of bytes, whatever the language", () => {
  const german = createFormatter({ locale: "de-DE", timeZone: "UTC" });
  fc.assert(
    fc.property(fc.nat(Number.MAX_SAFE_INTEGER), fc.constantFrom(formatter, german), (bytes, by) => {
      expect(parseBytes(exactSizeText(bytes, by))).toBe(bytes);
    }),
  );
});
