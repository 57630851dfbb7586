import { describe, expect, test } from "vitest";
import { rowsBetween, tickRows } from "./ticks";
import type { Ticks } from "./ticks";

interface Row {
  readonly id: string;
}
const idOf = ({ id }: Row) => id;
const rowsOf = (ids: string): readonly Row[] => ids.split("").map((id) => ({ id }));
const NOTHING: Ticks<Row> = new Map();

test("ticks and unticks, leaving what other lists hold", () => {
  const first = tickRows(NOTHING, rowsOf("ab"), { isTicked: true, idOf });
  const second = tickRows(first, rowsOf("c"), { isTicked: true, idOf });
  expect([...second.keys()]).toEqual(["a", "b", "c"]);
  expect([...tickRows(second, rowsOf("ab"), { isTicked: false, idOf }).keys()]).toEqual(["c"]);
  expect([...first.keys()]).toEqual(["a", "b"]);
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
