import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../../api/media-page";
import type { MediaInfo } from "../../api/media-page";
import { NO_MEDIA_FILTER, filesWithin, isFiltering } from "./media-filter";
import type { MediaFilter } from "./media-filter";

const at = (day: number, hour = 12) => new Date(2025, 0, day, hour).getTime();
const file = (media_id: string, change: Partial<MediaInfo>) =>
  mediaFileOf(
    {
      media_id,
      media_type: "image/png",
      media_length: 1000,
      upload_name: media_id,
      created_ts: at(10),
      last_access_ts: at(20),
      safe_from_quarantine: false,
      url_cache: null,
      ...change,
    },
    "@ann:x",
  );

const files = [
  file("Cat.PNG", {}),
  file("film", { media_type: "video/mp4", media_length: 5000, created_ts: at(11, 0), quarantined_by: "system" }),
  file("kept", { media_type: "IMAGE/webp", media_length: 0, created_ts: at(12, 0), safe_from_quarantine: true }),
  file("secret", {
    upload_name: null,
    media_type: "application/octet-stream",
    created_ts: at(1),
    last_access_ts: null,
  }),
  file("odd", { media_type: "application/octet-stream", last_access_ts: at(21, 0) }),
  file("begun", { media_type: null, media_length: null, upload_name: null, last_access_ts: null }),
  file("shot", { url_cache: "https://x", upload_name: null, media_type: "image/jpeg", last_access_ts: null }),
];

const within = (filter: Partial<MediaFilter>) =>
  filesWithin(files, { ...NO_MEDIA_FILTER, ...filter }).map(({ mediaId }) => mediaId);

describe("a list is narrowed by", () => {
  test.each<[string, Partial<MediaFilter>, string[]]>([
    ["part of the name, in any case", { name: "aT.p" }, ["Cat.PNG"]],
    ["a name, which some files lack", { name: "s" }, []],
    ["type", { type: "image" }, ["Cat.PNG", "kept", "shot"]],
    ["no type", { type: "unknown" }, ["begun"]],
    [
      "the least size, itself included; a file without a size is none",
      { minBytes: 1000 },
      ["Cat.PNG", "film", "secret", "odd", "shot"],
    ],
    ["any size at all", { minBytes: 0, maxBytes: 999 }, ["kept"]],
    ["the first day of upload, whole", { from: "2025-01-11" }, ["film", "kept"]],
    ["the last day of upload, whole", { from: "2025-01-11", until: "2025-01-11" }, ["film"]],
    ["last use, a file never opened counting from its upload", { usedBefore: "2025-01-05" }, ["secret"]],
    [
      "last use, before the first moment of the day",
      { usedBefore: "2025-01-21", opened: "opened" },
      ["Cat.PNG", "film", "kept"],
    ],
    ["never having been opened", { opened: "never" }, ["secret", "begun", "shot"]],
    ["quarantine", { state: "quarantined" }, ["film"]],
    ["protection", { state: "protected" }, ["kept"]],
    ["being a preview", { state: "preview" }, ["shot"]],
    ["being unfinished", { state: "unfinished" }, ["begun"]],
    ["content nobody can tell", { state: "unreadable" }, ["secret"]],
    ["nothing special", { state: "nothing" }, ["Cat.PNG", "secret", "odd"]],
    ["all of it at once", { state: "nothing", type: "application", opened: "opened" }, ["odd"]],
  ])("%s", (_why, filter, expected) => {
    expect(within(filter)).toEqual(expected);
    expect(isFiltering({ ...NO_MEDIA_FILTER, ...filter })).toBe(true);
  });

  test("nothing at all", () => {
    expect(filesWithin(files, NO_MEDIA_FILTER)).toBe(files);
    expect(isFiltering(NO_MEDIA_FILTER)).toBe(false);
  });
});
