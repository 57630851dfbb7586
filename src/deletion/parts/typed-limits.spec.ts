import { expect, test } from "vitest";
import { whyNoDay, whyNoSize } from "./typed-limits";

test("a field that is left empty limits nothing, and what makes no sense is told how to be written", () => {
  expect([whyNoDay(" "), whyNoDay("24 Aug 2026"), whyNoSize(""), whyNoSize("1.5 GiB")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(whyNoDay("31 Feb 2026")).toMatch(/such as 24 Aug 2026/);
  expect(whyNoSize("big")).toMatch(/such as 10 MB/);
});
