import { expect, test } from "vitest";
import { nextSort } from "./file-sort";

test("a header turns its order round, and starts with the largest size", () => {
  const byName = nextSort({ key: "size", dir: "descending" }, "name");
  expect(byName).toEqual({ key: "name", dir: "ascending" });
  expect(nextSort(byName, "name").dir).toBe("descending");
  expect(nextSort(byName, "size").dir).toBe("descending");
  expect(nextSort(byName, "reason")).toBe(byName);
});
