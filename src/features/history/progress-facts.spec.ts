import { expect, test } from "vitest";
import { plainFile } from "../../deletion/parts/plain-file";
import { createFormatter } from "../../lib/formatter";
import type { Outcome } from "../../sweep/outcome";
import { planFiles } from "../../sweep/planned-files";
import { progressFacts, underWayText } from "./progress-facts";
import type { StoredRun } from "./receipt-of-run";
import { receiptOfRun } from "./receipt-of-run";
import { endOf, runOf } from "./sample-entries";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const plan = planFiles(["a", "b", "c", "d", "e"].map((id) => plainFile(id)));
const problem = { title: "No", advice: "", words: null };
const outcomes: readonly Outcome[] = [
  { what: "deleted", mediaId: "a", knownBy: "answer" },
  { what: "failed", mediaId: "b", problem },
];
const run: StoredRun = {
  kind: "run",
  header: runOf({ planned: plan.planned, ended: null, before: { files: 9, bytes: 90 } }),
  plan,
  outcomes: new Map(outcomes.map((outcome) => [outcome.mediaId, outcome])),
  called: new Set(["c", "d"]),
};

test("a run that broke off tells what is known of each planned file, once", () => {
  expect(progressFacts(formatter, run)).toEqual([
    { term: "Planned", value: "5 files · 50 B" },
    { term: "Deleted", value: "1 file · 10 B" },
    { term: "Failed", value: "1 file · 10 B" },
    { term: "Not begun", value: "1 file" },
  ]);
  expect(underWayText(formatter, run)).toBe(
    "At most 2 files may have been under way. It is not known what became of them.",
  );
});

test("one file alone may have been under way", () => {
  expect(underWayText(formatter, { called: new Set(["c"]) })).toBe(
    "At most 1 file may have been under way. It is not known what became of it.",
  );
});

test("a run that broke off between calls had nothing under way", () => {
  expect(underWayText(formatter, { called: new Set() })).toBeNull();
});

test("the receipt of a stored run is that of its results", () => {
  const receipt = receiptOfRun(run, endOf({ isStopped: true }));
  expect(receipt).toMatchObject({
    homeserver: "https://hs.example",
    admin: "@ann:example.org",
    serverVersion: plan.serverVersion,
    before: { files: 9, bytes: 90 },
    isStopped: true,
    isClosed: false,
    planned: { files: 5, bytes: 50 },
  });
  expect(receiptOfRun(run, endOf({ isClosed: true })).isClosed).toBe(true);
  expect(receipt.entries.map(({ file, outcome }) => [file?.mediaId, outcome.what])).toEqual([
    ["a", "deleted"],
    ["b", "failed"],
  ]);
});
