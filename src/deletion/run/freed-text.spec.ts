import { describe, expect, test } from "vitest";
import type { MediaOwner } from "../../api/statistics";
import { createFormatter } from "../../lib/formatter";
import type { Outcome } from "../../sweep/outcome";
import { freedText } from "./freed-text";
import { plainFile } from "../parts/plain-file";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const problem = { title: "Lost", advice: "Look.", words: null };
const textsBeside = (unlisted: readonly MediaOwner[], outcomes: readonly Outcome[]) =>
  freedText(formatter, {
    entries: outcomes.map((outcome) => ({ outcome, file: plainFile(outcome.mediaId) })),
    unlisted,
  });
const texts = (...outcomes: readonly Outcome[]) => textsBeside([], outcomes);
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

describe("where Synapse could take files that no list names", () => {
  const ghost = { userId: "@ghost:example.org", displayName: null, files: 3, bytes: 30 };
  const gone =
    "Files of the owners that could not be read may be gone too: not every answer came, and no list names those files.";

  test("a lost answer leaves no upper bound, and that is said", () => {
    const [sum, more] = textsBeside([ghost], [{ ...deleted, knownBy: "listing" }]);
    expect(sum).toMatch(/^About 10 B .* files that no answer names\.$/);
    expect(more).toBe(gone);
    for (const lost of [
      { what: "failed", mediaId: "a", problem },
      { what: "already-gone", mediaId: "a" },
    ] as const) {
      expect(textsBeside([ghost], [lost])).toEqual([
        "No answer names a deleted file, so it is not known what was freed.",
        gone,
      ]);
    }
  });

  test("answers that came name all that went, as lists do where all owners were read", () => {
    expect(textsBeside([ghost], [deleted]).slice(0, 2)).toEqual(texts(deleted));
    expect(texts({ ...deleted, knownBy: "listing" })).toEqual(texts(deleted));
  });
});
