import { expect, test } from "vitest";
import { JournalError } from "../../session/journal-error";
import { describeJournalProblem } from "./describe-journal-problem";

test("a database of a newer version asks to reload the page", () => {
  const cause = new DOMException("The requested version (1) is less than the existing version (2).", "VersionError");
  expect(describeJournalProblem(new JournalError("refused", cause))).toMatchObject({
    title: "This page is older than the history on this device",
    advice: expect.stringContaining("Reload the page"),
    words: null,
  });
});

test("a browser that keeps nothing is quoted, and not as Synapse", () => {
  const { title, advice, words } = describeJournalProblem(new JournalError("refused", new Error("Denied")));
  expect(title).toMatch(/keeps nothing for this page/);
  expect(advice).toMatch(/The browser says: Denied$/);
  expect(words).toBeNull();
});

test.each([
  ["full", /no more room/],
  ["lost", /could not be read/],
] as const)("%s has words of its own", (why, title) => {
  expect(describeJournalProblem(new JournalError(why, null))).toMatchObject({
    title: expect.stringMatching(title),
    advice: expect.not.stringContaining("The browser says"),
  });
});
