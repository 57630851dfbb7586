import * as fc from "fast-check";
import { expect, test } from "vitest";
import { historySearch } from "./history-search";

test("the link brings back what was put into it, also as text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const link = historySearch.format({ text });
      expect(historySearch.parse(link)).toEqual({ text });
      expect(historySearch.parse(new URLSearchParams(link.toString()))).toEqual({ text });
    }),
  );
});

test("the link of all entries has nothing behind its question mark", () => {
  expect(historySearch.format({ text: "" }).toString()).toBe("");
});
