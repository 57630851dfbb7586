import { expect, test } from "vitest";
import { remainingMs } from "./remaining-time";

const progress = { startedMs: 0, ownersRead: 10, ownersTotal: 100, filesRead: 500, filesTotal: 1000 };

test("goes by the files or the owners read so far, whichever is further", () => {
  expect(remainingMs(progress, 60_000)).toBe(60_000);
  expect(remainingMs({ ...progress, ownersRead: 75 }, 60_000)).toBe(20_000);
});

test("says nothing at the very start, at the end, or before the number of files is known", () => {
  expect(remainingMs(progress, 2000)).toBeNull();
  expect(remainingMs({ ...progress, ownersRead: 1, filesRead: 5 }, 60_000)).toBeNull();
  expect(remainingMs({ ...progress, ownersRead: 100 }, 60_000)).toBeNull();
  expect(remainingMs({ ...progress, filesTotal: null }, 60_000)).toBeNull();
});
