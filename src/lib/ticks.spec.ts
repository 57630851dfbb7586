import { describe, expect, test } from "vitest";
import { rowsBetween, tickedOf } from "./ticks";

interface Row {
  readonly id: string;
}
const idOf = ({ id }: Row) => id;
const rowsOf = (ids: string): readonly Row[] => ids.split("").map((id) => ({ id }));

test.each([
  { ticked: "", rows: "ab", how: "none" },
  { ticked: "ac", rows: "ab", how: "some" },
  { ticked: "ac", rows: "ca", how: "all" },
  { ticked: "ac", rows: "a", how: "all" },
  { ticked: "ac", rows: "b", how: "none" },
  { ticked: "ac", rows: "", how: "none" },
])("with %j", ({ ticked, rows, how }) => {
  const ids = new Set(ticked.split("").filter((id) => id !== ""));
  const ticks = { size: () => ids.size, has: (id: string) => ids.has(id) };
  expect(tickedOf(ticks, rowsOf(rows), idOf)).toBe(how);
});

describe("a tick with Shift is meant for", () => {
  test.each([
    { before: "b", now: "d", meant: "bcd", why: "those down to this one" },
    { before: "d", now: "b", meant: "bcd", why: "those up to this one" },
    { before: "a", now: "e", meant: "abcde", why: "the whole list" },
    { before: "c", now: "c", meant: "c", why: "the same one again" },
    { before: null, now: "c", meant: "c", why: "this one alone where none was ticked before" },
    { before: "z", now: "c", meant: "c", why: "this one alone where the other stands elsewhere" },
  ])("$why", ({ before, now, meant }) => {
    expect(rowsBetween(rowsOf("abcde"), { before, now }, idOf).map(idOf).join("")).toBe(meant);
  });
});
