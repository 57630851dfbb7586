import { expect, test } from "vitest";
import { NO_FILES, tallyOfFiles } from "./tally";

test("files are counted and their bytes summed; one without a size counts as a file of none", () => {
  expect(tallyOfFiles([{ sizeBytes: 5 }, { sizeBytes: null }, { sizeBytes: 7 }])).toEqual({ files: 3, bytes: 12 });
  expect(tallyOfFiles([])).toEqual(NO_FILES);
});
