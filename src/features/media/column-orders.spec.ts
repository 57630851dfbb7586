import { expect, test } from "vitest";
import { mediaOrders } from "../../api/media";
import { columnOfOrder, nextSort } from "./column-orders";

test("a header sorts its column from the largest, the newest or the letter A, then the other way round", () => {
  const newest = { sort: "created_ts", dir: "descending" } as const;
  expect(nextSort(newest, "size")).toEqual({ sort: "media_length", dir: "descending" });
  expect(nextSort(newest, "name")).toEqual({ sort: "upload_name", dir: "ascending" });
  expect(nextSort(newest, "uploaded")).toEqual({ sort: "created_ts", dir: "ascending" });
  expect(nextSort({ sort: "media_length", dir: "ascending" }, "size").dir).toBe("descending");
});

test("five of the orders have a column", () => {
  expect(mediaOrders.filter((order) => columnOfOrder(order) === null)).toEqual([
    "media_id",
    "quarantined_by",
    "safe_from_quarantine",
  ]);
});
