import { expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { activeFilters } from "./filter-words";
import { NO_MEDIA_FILTER, isFiltering } from "./media-filter";
import type { MediaFilter } from "./media-filter";

const formatter = createFormatter({ locale: "en-GB", timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
const all: MediaFilter = {
  name: "",
  type: "video",
  state: "preview",
  minBytes: 1_000_000,
  maxBytes: 1_572_864,
  from: "2025-03-14",
  until: "2025-03-15",
  usedBefore: "2025-04-01",
  opened: "never",
};

test("every part that narrows is said in words", () => {
  expect(activeFilters(formatter, NO_MEDIA_FILTER)).toEqual([]);
  expect(activeFilters(formatter, all).map(({ text }) => text)).toEqual([
    "Videos",
    "URL preview",
    "1 MB or larger",
    "1.5 MiB or smaller",
    "Uploaded on 14 Mar 2025 or later",
    "Uploaded on 15 Mar 2025 or earlier",
    "Last used before 1 Apr 2025",
    "Never opened",
  ]);
});

test("and without each of them nothing narrows any more", () => {
  const parts = activeFilters(formatter, all);
  expect(isFiltering(Object.assign({}, all, ...parts.map(({ without }) => without)))).toBe(false);
  for (const { without } of parts)
    expect(activeFilters(formatter, { ...all, ...without })).toHaveLength(parts.length - 1);
});
