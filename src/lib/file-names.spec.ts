import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeFileName, uniqueFileNames } from "./file-names";

describe("a file's name", () => {
  test.each([
    ["cat.png", "cat.png"],
    ["Katze im Körbchen.jpeg", "Katze im Körbchen.jpeg"],
    ["猫.png", "猫.png"],
    ["../../etc/passwd", "_._etc_passwd"],
    [String.raw`C:\Windows\system.ini`, "C__Windows_system.ini"],
    ["a\u0000b\nc.txt", "a_b_c.txt"],
    ["invoice\u202Efdp.exe", "invoice_fdp.exe"],
    [".htaccess", "htaccess"],
    ["nul", "_nul"],
    ["CON.txt", "_CON.txt"],
    ["trailing. . ", "trailing"],
    ["...", ""],
    ["what?*<>|.png", "what_____.png"],
  ])("%j becomes %j", (text, name) => {
    expect(safeFileName(text)).toBe(name);
  });

  test("is cut before its ending", () => {
    const name = safeFileName(`${"x".repeat(300)}.png`);
    expect(name).toHaveLength(80);
    expect(name.endsWith("x.png")).toBe(true);
  });
});

test("names are numbered where they meet, whatever their case", () => {
  const names = ["cat.png", "CAT.png", "cat.png", "cat (2).png", null, "", "manifest.csv"];
  const ids = names.map((_, index) => `id${String(index)}`);
  expect(uniqueFileNames(names, ids, ["manifest.csv"])).toEqual([
    "cat.png",
    "CAT (2).png",
    "cat (3).png",
    "cat (2) (2).png",
    "id4",
    "id5",
    "manifest (2).csv",
  ]);
});

test("whatever anybody typed, no two are the same and none leads elsewhere", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("a", "A", "a.b", "a (2).b", "..", "/", "nul"));
  fc.assert(
    fc.property(fc.array(fc.option(text)), (texts) => {
      const names = uniqueFileNames(texts, texts.map(String));
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(texts.length);
      for (const name of names) {
        expect(name).not.toMatch(/[/\\:\p{Cc}\p{Cf}]|^\.|^\s|[.\s]$|^$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }
    }),
  );
});

test("ten thousand files of one name take no time", () => {
  const names = uniqueFileNames(
    Array.from({ length: 10_000 }, () => "image.png"),
    [],
  );
  expect(names.at(-1)).toBe("image (10000).png");
});
