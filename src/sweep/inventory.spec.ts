import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import type { MediaFile } from "../api/media-page";
import { anyRows } from "./arbitrary";
import { Inventory, rowFlags } from "./inventory";
import { inventoryOf } from "./planned-files";

const file = (mediaId: string, change: Partial<MediaFile> = {}): MediaFile => ({
  ...mediaFileOf({ media_id: mediaId, created_ts: 1, safe_from_quarantine: false }, "@ann:fake"),
  ...change,
});

const liveIds = (inventory: Inventory): readonly string[] =>
  Array.from({ length: inventory.rows }, (_, row) => row)
    .filter((row) => ((inventory.flags.values[row] ?? 0) & rowFlags.isSuperseded) === 0)
    .map((row) => inventory.mediaIds.at(row));

test("files come out as they went in", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const files = rows.map((row) => mediaFileOf(row, row.user_id));
      const inventory = inventoryOf(files);
      inventory.trim();
      for (const [row, { sha256: _hash, urlPreviewOf: _url, ...listed }] of files.entries()) {
        expect(inventory.fileAt(row)).toEqual(listed);
      }
      expect(inventory.rows).toBe(files.length);
      // The room kept for further rows is given back.
      expect([inventory.sizeBytes, inventory.flags].map(({ values }) => values.length)).toEqual([
        rows.length,
        rows.length,
      ]);
      expect([inventory.mediaIds, inventory.names].map(({ ends }) => ends.values.length)).toEqual([
        rows.length,
        rows.length,
      ]);
    }),
  );
});

test.each([true, false, null])("whether a file needs a token is kept: %j", (isAuthenticated) => {
  expect(inventoryOf([file("a", { isAuthenticated })]).fileAt(0).isAuthenticated).toBe(isAuthenticated);
});

describe("reading an owner again", () => {
  test("takes the rows of before out, and of nobody else", () => {
    const inventory = new Inventory();
    inventory.append("@ann:fake", [file("old"), file("older")]);
    inventory.append("@bob:fake", [file("other")]);
    inventory.append("@ann:fake", [file("oldest")]);
    inventory.cover("@ann:fake", { kind: "all" });
    inventory.drop("@ann:fake");
    expect(inventory.coveragesOf("@ann:fake")).toEqual([]);
    inventory.append("@ann:fake", [file("old")]);
    expect(liveIds(inventory)).toEqual(["other", "old"]);
    expect(inventory.rowsOf(new Set(["old", "older"]))).toEqual([4]);
  });

  test("of whom nothing was read changes nothing", () => {
    const inventory = inventoryOf([file("a")]);
    const { revision } = inventory;
    inventory.drop("@nobody:fake");
    expect(inventory.revision).toBe(revision);
    expect(liveIds(inventory)).toEqual(["a"]);
  });
});

describe("what was known before an owner is read again", () => {
  const earlier = ["large", "small", "gone", "again"];
  /** Reads them all, and then again those larger than ten bytes. */
  function readTwice(): Inventory {
    const inventory = new Inventory();
    const sizes = [20, 5, 20, 20];
    inventory.append(
      "@ann:fake",
      earlier.map((id, index) => file(id, { sizeBytes: sizes[index] ?? null })),
    );
    inventory.append("@ann:fake", [file("reserved")]);
    inventory.cover("@ann:fake", { kind: "uploaded-before", ms: 9 });
    const before = inventory.drop("@ann:fake");
    inventory.append("@ann:fake", [file("large", { sizeBytes: 20 }), file("again", { sizeBytes: 20 })]);
    inventory.append("@ann:fake", [file("small", { sizeBytes: 5 })]);
    inventory.cover("@ann:fake", { kind: "larger", thanBytes: 10 }, before);
    return inventory;
  }

  test("stays known beside the new, each file in one row, but for those that should have come and did not", () => {
    const inventory = readTwice();
    expect(liveIds(inventory)).toEqual(["reserved", "large", "again", "small"]);
    expect(inventory.coveragesOf("@ann:fake")).toEqual([
      { kind: "uploaded-before", ms: 9 },
      { kind: "larger", thanBytes: 10 },
    ]);
  });

  test("goes with the rest when the owner is dropped", () => {
    const inventory = readTwice();
    inventory.drop("@ann:fake");
    expect(liveIds(inventory)).toEqual([]);
    expect(inventory.coveragesOf("@ann:fake")).toEqual([]);
  });
});

describe("pictures in use", () => {
  const use = { kind: "profile-picture", userId: "@ann:fake" } as const;

  test("are marked whether they were read before or after", () => {
    const inventory = inventoryOf([file("face")]);
    inventory.markUses(
      new Map([
        ["face", use],
        ["late", use],
      ]),
    );
    inventory.append("@bob:fake", [file("late"), file("plain")]);
    expect([0, 1, 2].map((row) => inventory.useAt(row))).toEqual([use, use, null]);
  });

  test("are only those of the latest reading", () => {
    const inventory = inventoryOf([file("face", { isProtected: true })]);
    inventory.markUses(new Map([["face", use]]));
    inventory.markUses(new Map());
    expect(inventory.useAt(0)).toBeNull();
    expect(inventory.fileAt(0).isProtected).toBe(true);
  });
});

test("whatever changes it gives it another revision", () => {
  const inventory = new Inventory();
  const revisions = new Set([inventory.revision]);
  const changes = [
    () => {
      inventory.append("@ann:fake", [file("a")]);
    },
    () => {
      inventory.markUses(new Map());
    },
    () => {
      const earlier = inventory.drop("@ann:fake");
      revisions.add(inventory.revision);
      inventory.append("@ann:fake", [file("b")]);
      revisions.add(inventory.revision);
      inventory.cover("@ann:fake", { kind: "larger", thanBytes: 1 }, earlier);
    },
  ];
  for (const change of changes) {
    change();
    revisions.add(inventory.revision);
  }
  expect(revisions.size).toBe(6);
});
