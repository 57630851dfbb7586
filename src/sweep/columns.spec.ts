import * as fc from "fast-check";
import { expect, test } from "vitest";
import { NumberColumn, RepeatedTextColumn, TextColumn } from "./columns";

const anyText = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }));

test("texts come back as they went in, page by page, whatever their script", () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyText)), (pages) => {
      const column = new TextColumn();
      for (const page of pages) column.append(page);
      column.trim();
      const texts = pages.flat();
      const visited: string[] = [];
      column.forEach((text, row) => {
        visited[row] = text;
      });
      expect(texts.map((_, row) => column.at(row))).toEqual(texts);
      expect(visited).toEqual(texts);
    }),
  );
});

test("a text that begins with a byte order mark keeps it", () => {
  const column = new TextColumn();
  column.append(["\ufeffa.png", "b"]);
  expect([column.at(0), column.at(1)]).toEqual(["\ufeffa.png", "b"]);
});

test("half a surrogate pair harms no other text", () => {
  const column = new TextColumn();
  column.append(["a\ud83d", "b", "\ude00c", "\ud83d\ude00"]);
  expect([0, 1, 2, 3].map((row) => column.at(row))).toEqual(["a\ufffd", "b", "\ufffdc", "😀"]);
});

test("more texts than are visited at once come back as well", () => {
  const texts = Array.from({ length: 10_000 }, (_, row) => `file ${String(row)}${row === 5000 ? " Ünï" : ""}`);
  const column = new TextColumn();
  column.append(texts);
  const visited: string[] = [];
  column.forEach((text) => visited.push(text));
  expect(visited).toEqual(texts);
});

test("rows are found by part of their text, in any case", () => {
  const column = new TextColumn();
  column.append(["Holiday.PNG", "holidays.zip", "Straße.pdf", ""]);
  expect([...column.rowsWith("HOLI")]).toEqual([0, 1]);
  expect([...column.rowsWith("straß")]).toEqual([2]);
});

test("a column grows as it needs and gives the rest back", () => {
  const column = new NumberColumn((length) => new Float64Array(length));
  column.reserve(1);
  column.values[0] = 7;
  column.reserve(5000);
  column.values[4999] = 9;
  column.trim(5000);
  expect([column.values.length, column.values[0], column.values[4999]]).toEqual([5000, 7, 9]);
});

test("texts that repeat are held once", () => {
  const column = new RepeatedTextColumn();
  expect([column.codeOf("a"), column.codeOf("b"), column.codeOf("a")]).toEqual([0, 1, 0]);
  expect([column.knownCodeOf("b"), column.knownCodeOf("c")]).toEqual([1, null]);
  expect(column.texts).toEqual(["a", "b"]);
});
