import { expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import type { Outcome } from "../../sweep/outcome";
import { freedText } from "./freed-text";
import { plainFile } from "../parts/plain-file";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const problem = { title: "Lost", advice: "Look.", words: null };
const texts = (...outcomes: readonly Outcome[]) =>
  freedText(
    formatter,
    outcomes.map((outcome) => ({ outcome, file: plainFile(outcome.mediaId) })),
  );
const deleted: Outcome = { what: "deleted", mediaId: "a", knownBy: "answer" };

test("where every file's end is known, what was freed has an upper bound", () => {
  expect(texts(deleted)[0]).toBe("At most 10 B were freed on the server's own disk, not counting thumbnails.");
});

test("nothing was freed only where it is known that nothing was deleted", () => {
  expect(texts({ what: "not-attempted", mediaId: "a" })).toEqual(["Nothing was deleted, so nothing was freed."]);
  expect(texts({ what: "failed", mediaId: "a", problem })).toEqual(["Nothing was deleted, so nothing was freed."]);
  for (const outcome of [
    { what: "unknown", mediaId: "a", problem },
    { what: "already-gone", mediaId: "a" },
  ] as const) {
    expect(texts(outcome)).toEqual(["No answer names a deleted file, so it is not known what was freed."]);
  }
});

test("files that no answer names may have been freed as well", () => {
  for (const outcome of [
    { what: "unknown", mediaId: "b", problem },
    { what: "already-gone", mediaId: "b" },
  ] as const) {
    expect(texts(deleted, outcome)[0]).toBe(
      "About 10 B were freed on the server's own disk, not counting thumbnails and files that no answer names.",
    );
  }
});
