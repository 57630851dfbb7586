import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../../api/media-page";
import { NOTHING, filesBetween, tick, tickedOf } from "./selection";

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

describe("a tick with Shift is meant for", () => {
  const page = ["a", "b", "c", "d", "e"].map(file);
  test.each([
    { before: "b", now: "d", meant: "bcd", why: "those down to this one" },
    { before: "d", now: "b", meant: "bcd", why: "those up to this one" },
    { before: "a", now: "e", meant: "abcde", why: "the whole page" },
    { before: "c", now: "c", meant: "c", why: "the same one again" },
    { before: null, now: "c", meant: "c", why: "this one alone where none was ticked before" },
    { before: "z", now: "c", meant: "c", why: "this one alone where the other stands on another page" },
  ])("$why", ({ before, now, meant }) => {
    const ids = filesBetween(page, before, file(now)).map(({ mediaId }) => mediaId);
    expect(ids.join("")).toBe(meant);
  });
});
