import { describe, expect, test } from "vitest";
import { mediaSearch } from "./media-search";
import { afterPage, lastPageOf, rowsOnPage } from "./paging";

const search = mediaSearch.parse(new URLSearchParams());

describe("paging", () => {
  test("knows the last page", () => {
    expect(lastPageOf(0, search)).toBe(1);
    expect(lastPageOf(100, search)).toBe(1);
    expect(lastPageOf(101, search)).toBe(2);
    expect(lastPageOf(5000, { rows: "1000" })).toBe(5);
    expect(lastPageOf(5000, { rows: "all" })).toBe(1);
  });

  test("knows the rows on a page", () => {
    expect(rowsOnPage(5000, { page: 2, rows: "100" })).toEqual({ first: 101, last: 200 });
    expect(rowsOnPage(150, { page: 2, rows: "100" })).toEqual({ first: 101, last: 150 });
    expect(rowsOnPage(5000, { page: 1, rows: "all" })).toEqual({ first: 1, last: 5000 });
    expect(rowsOnPage(0, { page: 1, rows: "100" })).toEqual({ first: 0, last: 0 });
  });
});

describe("a list that changes while it is paged", () => {
  const first = afterPage(null, search, { total: 5000, readMs: 1 });
  const changed = afterPage(first, search, { total: 4998, readMs: 2 });

  test("is noticed by its total, and stays so", () => {
    expect(first.totalBefore).toBeNull();
    expect(afterPage(first, search, { total: 5000, readMs: 2 }).totalBefore).toBeNull();
    expect(changed).toMatchObject({ total: 4998, totalBefore: 5000 });
    expect(afterPage(changed, search, { total: 4998, readMs: 3 }).totalBefore).toBe(5000);
  });

  test("is not judged by a page read before", () => {
    expect(afterPage(changed, search, { total: 5000, readMs: 1 })).toBe(changed);
    expect(afterPage(changed, search, { total: 4998, readMs: 2 })).toBe(changed);
  });

  test("begins anew in another order", () => {
    const other = { total: 4990, readMs: 3 };
    expect(afterPage(changed, { ...search, sort: "media_length" }, other).totalBefore).toBeNull();
    expect(afterPage(changed, { ...search, rows: "25" }, other).totalBefore).toBeNull();
  });
});
