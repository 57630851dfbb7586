import { expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import { searchText } from "./search-words";
import type { FileSearch } from "./use-file-search";

const formatter = createFormatter({ locale: "en-GB", timeZone: "Europe/Berlin" });
const problem = { title: "No", advice: "", words: null };
const unread = ["@ann:h", "@ben:h"].map((userId) => ({ userId, problem }));
const textOf = (search: Partial<FileSearch>) =>
  searchText(formatter, {
    status: "searching",
    listsRead: 0,
    listsTotal: null,
    unread: [],
    file: null,
    problem: null,
    ...search,
  });

test("a search says how far it is, without the lists that could not be read", () => {
  expect(textOf({})).toBe("Reading who owns files");
  expect(textOf({ listsTotal: 100, listsRead: 40 })).toBe("40 of 100 lists read");
  expect(textOf({ listsTotal: 100, listsRead: 40, unread })).toBe("38 of 100 lists read");
  expect(textOf({ status: "not-found", listsTotal: 3, listsRead: 3, unread })).toBe("No such file in 1 list.");
});

test("stopped, it speaks of the lists alone that were read", () => {
  const stopped = { status: "stopped" } as const;
  expect(textOf(stopped)).toBe("Stopped before any list was read.");
  expect(textOf({ ...stopped, listsTotal: 100, listsRead: 2, unread })).toBe("Stopped before any list was read.");
  expect(textOf({ ...stopped, listsTotal: 100, listsRead: 40, unread })).toBe(
    "Stopped after 38 of 100 lists; the file was in none of these.",
  );
});
