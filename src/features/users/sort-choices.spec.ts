import { expect, test } from "vitest";
import { nextSort, sortChoices } from "./sort-choices";
import { ownerOrders } from "./users-search";

test("every order is offered in both directions, each in words of its own", () => {
  const offered = sortChoices.map(({ sort, dir }) => `${sort} ${dir}`);
  const all = ownerOrders.flatMap((order) => [`${order} ascending`, `${order} descending`]);
  expect(offered.toSorted()).toEqual(all.toSorted());
  expect(new Set(sortChoices.map(({ label }) => label)).size).toBe(all.length);
});

test("a header turns its own order round, and begins another with the most or the letter A", () => {
  expect(nextSort({ sort: "size", dir: "descending" }, "size")).toEqual({ sort: "size", dir: "ascending" });
  expect(nextSort({ sort: "size", dir: "descending" }, "files")).toEqual({ sort: "files", dir: "descending" });
  expect(nextSort({ sort: "size", dir: "descending" }, "user")).toEqual({ sort: "user", dir: "ascending" });
});
