import { expect, test } from "vitest";
import { isTypedCount } from "./typed-count";

test.each(["1204", " 1204 ", "1,204", "1.204", "1 204", "1\u202F204", "1’204"])("%j is the count", (text) => {
  expect(isTypedCount(text, 1204)).toBe(true);
});

test.each(["", "1203", "12040", "01204", "-1204", "1204 files", "x1204"])("%j is not the count", (text) => {
  expect(isTypedCount(text, 1204)).toBe(false);
});
