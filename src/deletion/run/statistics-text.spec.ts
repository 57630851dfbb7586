import { expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { statisticsText } from "./statistics-text";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const before = { files: 12_345, bytes: 3.1e9 };
const after = { files: 1, bytes: 2e9 };

test("names both counts and whose they are", () => {
  expect(statisticsText(formatter, { before, after })).toBe(
    "12,345 files · 3.1 GB before, 1 file · 2 GB after, as Synapse's statistics count.",
  );
});

test("says which count is not known", () => {
  expect(statisticsText(formatter, { before, after: null })).toBe(
    "12,345 files · 3.1 GB before, not known after, as Synapse's statistics count.",
  );
  expect(statisticsText(formatter, { before: null, after })).toBe(
    "Not known before, 1 file · 2 GB after, as Synapse's statistics count.",
  );
  expect(statisticsText(formatter, { before: null, after: null })).toBeNull();
});
