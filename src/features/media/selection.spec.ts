import { expect, test } from "vitest";
import { mediaFileOf } from "../../api/media-page";
import { NOTHING, tick, tickedOf } from "./selection";

const file = (id: string) => mediaFileOf({ media_id: id, created_ts: 1, safe_from_quarantine: false }, "@ann:x");
const [a, b, c] = [file("a"), file("b"), file("c")];

test("ticks and unticks, leaving what other pages hold", () => {
  const onPageOne = tick(NOTHING, [a, b], true);
  const onPageTwo = tick(onPageOne, [c], true);
  expect([...onPageTwo.keys()]).toEqual(["a", "b", "c"]);
  expect([...tick(onPageTwo, [a, b], false).keys()]).toEqual(["c"]);
  expect([...onPageOne.keys()]).toEqual(["a", "b"]);
});

test("counts the ticked ones of a page", () => {
  expect(tickedOf(tick(NOTHING, [a, c], true), [a, b])).toBe(1);
  expect(tickedOf(NOTHING, [a, b])).toBe(0);
});
