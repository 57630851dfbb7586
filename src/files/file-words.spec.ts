import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import type { MediaInfo } from "../api/media-page";
import { labelOf, statesOf, whatItIs } from "./file-words";

const file = (info: Partial<MediaInfo>) =>
  mediaFileOf(
    {
      media_id: "abc",
      media_type: "image/png",
      media_length: 5,
      created_ts: 1,
      safe_from_quarantine: false,
      url_cache: null,
      ...info,
    },
    "@ann:example.org",
  );

describe("rows without a name", () => {
  test.each([
    [{}, "Unnamed file"],
    [{ upload_name: "" }, "Unnamed file"],
    [{ media_type: null }, "Unnamed file"],
    [{ media_type: "application/octet-stream" }, "Encrypted or unknown content"],
    [{ media_length: null, media_type: null }, "Unfinished upload"],
    [{ url_cache: "https://news.example/a.jpg" }, "URL preview"],
    [{ url_cache: undefined, media_id: "2025-03-14_abcdefghijklmnop" }, "URL preview"],
    [{ upload_name: "cat.png", media_type: "application/octet-stream" }, null],
  ])("%j is called %s", (info, words) => {
    expect(whatItIs(file(info))).toBe(words);
  });

  test("are named by their media ID in controls", () => {
    expect(labelOf(file({}))).toBe("abc");
    expect(labelOf(file({ upload_name: "cat.png" }))).toBe("cat.png");
  });
});

test("states name everything special about a file", () => {
  expect(statesOf(file({}))).toEqual([]);
  const odd = file({ quarantined_by: "system", safe_from_quarantine: 1, url_cache: "https://x", media_length: null });
  expect(statesOf(odd).map(({ text }) => text)).toEqual(["Quarantined", "Protected", "URL preview", "Unfinished"]);
});
