import { expect, test } from "vitest";
import { mediaFileOf } from "../../api/media-page";
import { neighboursOf } from "./neighbours";

const file = (media_id: string) =>
  mediaFileOf({ media_id, created_ts: 1, safe_from_quarantine: false, media_length: 1 }, "@ann:example.org");

const [a, b, c] = [file("a"), file("b"), file("c")];

test("a file in the middle has one on each side", () => {
  expect(neighboursOf([a, b, c], b)).toEqual({ previous: a, next: c, whyNotPrevious: null, whyNotNext: null });
});

test("at the ends, and out of the list, it is said why there is none", () => {
  expect(neighboursOf([a], a)).toEqual({
    previous: null,
    next: null,
    whyNotPrevious: "This is the first file of the list shown.",
    whyNotNext: "This is the last file of the list shown.",
  });
  expect(neighboursOf([a, b], c).whyNotNext).toBe("This file is not in the list shown.");
});
