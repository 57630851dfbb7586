import { expect, test } from "vitest";
import { supports } from "./synapse-version";

test.each([
  ["1.77.0", false],
  ["1.78.0rc1", true],
  ["1.163.2 (b=main,abc123)", true],
  ["2.0.0", true],
  ["0.99.0", false],
  ["unheard of", true],
])("%s has the deletion path without server name: %s", (version, expected) => {
  expect(supports(version, "deleteByRuleWithoutServerName")).toBe(expected);
});
