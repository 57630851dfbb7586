import { expect, test } from "vitest";
import type { MediaFile } from "../../api/media-page";
import { plainFile } from "../../deletion/parts/plain-file";
import { mxcOf } from "../../lib/mxc";
import { createFormatter } from "../../lib/formatter";
import type { LookedUp } from "../../sweep/look-up-files";
import { doubtedAfter, roomFilesOf } from "./room-files";
import { deleteFoundText, foundText, leftOutText, lookUpRestText, whyNotDeleteFound } from "./room-words";

const formatter = createFormatter({ locale: "en-GB", timeZone: "Europe/Berlin" });
const problem = { title: "No", advice: "", words: null };
const nameOf = (mediaId: string) => ({ serverName: "h", mediaId });
const mxc = (mediaId: string) => `mxc://h/${mediaId}`;
const found = (mediaId: string, facts: Partial<MediaFile>): LookedUp<MediaFile> => ({
  what: "found",
  name: nameOf(mediaId),
  file: plainFile(mediaId, facts),
});
const knownOf = (all: readonly LookedUp<MediaFile>[]) => new Map(all.map((one) => [mxcOf(one.name), one]));

const names = ["a", "b", "c", "d", "e"].map(nameOf);
const gone: LookedUp<MediaFile> = { what: "gone", name: nameOf("b") };
const failed: LookedUp<MediaFile> = { what: "failed", name: nameOf("d"), problem };
const known = knownOf([gone, found("c", { sizeBytes: null }), found("a", { sizeBytes: 1500 }), failed]);

test("rows stand in the order of the names, each with what is known of it", () => {
  const files = roomFilesOf(names, known);
  expect(files.rows.map((row) => [row.mxc, row.known?.what ?? null])).toEqual([
    [mxc("a"), "found"],
    [mxc("b"), "gone"],
    [mxc("c"), "found"],
    [mxc("d"), "failed"],
    [mxc("e"), null],
  ]);
  expect(files).toMatchObject({ bytes: 1500, gone: 1, failed: 1, waiting: 1 });
  expect(files.found.map(({ mediaId }) => mediaId)).toEqual(["a", "c"]);
});

test("what was done to files is doubted of these and of those of the same content; of all where it names none", () => {
  const some = knownOf([
    found("a", { sha256: "1" }),
    found("b", { sha256: "1" }),
    found("c", { sha256: "2" }),
    found("d", { sha256: null }),
    found("e", { sha256: null }),
    { what: "gone", name: nameOf("f") },
  ]);
  expect(doubtedAfter([mxc("a")], some)).toEqual([mxc("a"), mxc("b")]);
  expect(doubtedAfter([mxc("d"), mxc("unknown")], some)).toEqual([mxc("d")]);
  expect(doubtedAfter([mxc("c"), "manifest.csv"], some)).toEqual([...some.keys()]);
  expect(doubtedAfter(["@ann:h"], some)).toEqual([...some.keys()]);
});

test("the sum says what is missing in it", () => {
  expect(foundText(formatter, roomFilesOf(names, known), "gone already")).toBe(
    "2 files · 1.5 kB, 1 gone already, 1 could not be looked up, 1 not looked up yet",
  );
  expect(foundText(formatter, roomFilesOf(names.slice(0, 1), known), "gone already")).toBe("1 file · 1.5 kB");
  expect(foundText(formatter, roomFilesOf(names.slice(0, 2), known), "without a copy here")).toBe(
    "1 file · 1.5 kB, 1 without a copy here",
  );
});

const whyNot = (all: readonly LookedUp<MediaFile>[], isReading = false) =>
  whyNotDeleteFound(formatter, roomFilesOf(names, knownOf(all)), isReading);

test("that nothing exists any more is said where everything was looked up, and of what was looked up otherwise", () => {
  const goneOf = (mediaId: string) => ({ what: "gone", name: nameOf(mediaId) }) as const;
  expect(whyNot(["a", "b", "c", "d", "e"].map(goneOf))).toBe(
    "There is nothing to delete: none of these files exists any more.",
  );
  expect(whyNot(["a", "b", "c"].map(goneOf))).toBe(
    "None of the 3 files looked up so far exists any more. 2 files are not looked up yet.",
  );
  expect(whyNot([gone, failed])).toBe(
    "The 1 file looked up so far does not exist any more. 3 files are not looked up yet, and 1 file could not be looked up.",
  );
  const failedOf = (mediaId: string) => ({ what: "failed", name: nameOf(mediaId), problem }) as const;
  expect(whyNot(["a", "b", "c", "d", "e"].map(failedOf))).toBe("5 files could not be looked up.");
  expect(whyNot([gone, failed], true)).toBe("The files are being looked up. Wait for the end.");
  expect(whyNot([found("a", {})])).toBeNull();
});

test("whoever deletes what was found reads how much that is, and what is left out", () => {
  const files = roomFilesOf(names, known);
  expect(deleteFoundText(formatter, files)).toBe("Delete the 2 files found");
  expect(leftOutText(formatter, files)).toBe(
    "Of the files that this room's events name, 1 file is not looked up yet, and 1 file could not be looked up. They stay, as far as they exist.",
  );
  const all = roomFilesOf(names.slice(0, 3), known);
  expect(deleteFoundText(formatter, all)).toBe("Delete the local files");
  expect(leftOutText(formatter, all)).toBeNull();
});

test("more can be looked up where files wait or failed", () => {
  const files = roomFilesOf(names, known);
  expect(lookUpRestText(formatter, files, 4)).toBe("Look up all 5 files");
  expect(lookUpRestText(formatter, files, 5)).toBe("Look up 1 file again");
  expect(lookUpRestText(formatter, roomFilesOf(names.slice(0, 3), known), 3)).toBeNull();
});
