import { expect, test } from "vitest";
import { mediaOrders } from "../../api/media";
import { orderHint, orderWords } from "./order-words";

test("every order has words of its own, and a hint where rows can lack the value", () => {
  expect(new Set(mediaOrders.map((order) => orderWords[order])).size).toBe(mediaOrders.length);
  for (const isWhole of [false, true]) {
    expect(mediaOrders.filter((order) => orderHint(order, isWhole) === null)).toEqual([
      "created_ts",
      "media_id",
      "safe_from_quarantine",
    ]);
  }
});
