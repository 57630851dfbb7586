import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mediaFileOf } from "../../api/media-page";
import { tallyOfFiles } from "../../sweep/tally";
import { createSelection } from "./selection";
import type { Selection } from "./selection";

const file = (id: string, bytes: number | null = 1) =>
  mediaFileOf({ media_id: id, created_ts: 1, media_length: bytes, safe_from_quarantine: false }, "@ann:x");
const [a, b, c] = [file("a"), file("b"), file("c")];

const idsOf = (selection: Selection) => selection.files().map(({ mediaId }) => mediaId);

test("ticks and unticks, leaving what other pages hold", () => {
  const selection = createSelection();
  selection.tick([a, b], true);
  selection.tick([c], true);
  expect(idsOf(selection)).toEqual(["a", "b", "c"]);
  selection.tick([a, b], false);
  expect(idsOf(selection)).toEqual(["c"]);
  expect([selection.has("c"), selection.has("a"), selection.size()]).toEqual([true, false, 1]);
  selection.clear();
  expect(idsOf(selection)).toEqual([]);
});

test("whoever watches is told of each change, and finds another sum", () => {
  const selection = createSelection();
  const sums = [selection.get()];
  const leave = selection.subscribe(() => sums.push(selection.get()));
  selection.tick([a], true);
  selection.tick([a], false);
  leave();
  selection.tick([b], true);
  expect(new Set(sums).size).toBe(3);
  expect(selection.get()).toEqual({ files: 1, bytes: 1 });
});

test("the sum is that of the files, in whatever order they came and went", () => {
  const anyFile = fc.record({ id: fc.constantFrom("a", "b", "c", "d"), bytes: fc.option(fc.nat(1000)) });
  const anyTicks = fc.array(fc.tuple(fc.array(anyFile), fc.boolean()));
  fc.assert(
    fc.property(anyTicks, (ticks) => {
      const selection = createSelection();
      for (const [files, isTicked] of ticks) {
        selection.tick(
          files.map(({ id, bytes }) => file(id, bytes)),
          isTicked,
        );
      }
      expect(selection.get()).toEqual(tallyOfFiles(selection.files()));
    }),
  );
});
