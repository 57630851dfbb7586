import { expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import type { Outcome } from "../../sweep/outcome";
import { planFiles } from "../../sweep/planned-files";
import { buildReceipt } from "../../sweep/receipt";
import { partlyKnownText } from "../parts/amount-text";
import { freedText } from "./freed-text";
import { groupOutcomes, tallyRows } from "./group-outcomes";
import { advicesOf, outcomeText } from "./outcome-text";
import { plainFile } from "../parts/plain-file";
import { receiptFileName } from "./receipt-download";

const formatter = createFormatter({ locale: "en-GB", timeZone: "UTC" });
const problem = { title: "Refused", advice: "Ask again.", words: "No" };

function receiptOf(outcomes: readonly Outcome[]) {
  const files = [
    plainFile("a"),
    plainFile("b"),
    plainFile("link", { isUrlPreview: true }),
    plainFile("safe", { isProtected: true }),
    plainFile("bad", { quarantinedBy: "@admin:example.org" }),
  ];
  const plan = planFiles(files);
  return buildReceipt(plan, outcomes, {
    homeserver: "https://example.org",
    serverName: "example.org:8448",
    admin: "@admin:example.org",
    startedMs: 0,
    endedMs: Date.UTC(2026, 7, 24, 12, 0, 5, 123),
    before: null,
    after: null,
    isStopped: false,
    isClosed: false,
    halted: null,
  });
}

test("what the plan kept stands with what Synapse kept, except what Synapse deleted all the same", () => {
  const groups = groupOutcomes(
    receiptOf([
      { what: "deleted", mediaId: "a", knownBy: "answer" },
      { what: "kept-by-server", mediaId: "b" },
      { what: "deleted-unplanned", mediaId: "safe", sizeBytes: 10 },
      { what: "deleted-unplanned", mediaId: "new", sizeBytes: null },
    ]),
  );
  expect(groups.deleted.map(({ mediaId }) => mediaId)).toEqual(["a"]);
  expect(groups["kept-by-server"].map(({ mediaId }) => mediaId)).toEqual(["b", "bad"]);
  expect(groups["deleted-unplanned"].map(({ sizeBytes }) => sizeBytes)).toEqual([10, null]);
});

test("a sum says where it does not know every size", () => {
  const rowsOf = (outcomes: readonly Outcome[]) => groupOutcomes(receiptOf(outcomes))["deleted-unplanned"];
  const known: Outcome = { what: "deleted-unplanned", mediaId: "safe", sizeBytes: 10 };
  const unknown: Outcome = { what: "deleted-unplanned", mediaId: "new", sizeBytes: null };
  const textOf = (outcomes: readonly Outcome[]) => partlyKnownText(formatter, tallyRows(rowsOf(outcomes)));
  expect(textOf([known])).toBe("1 file · 10 B");
  expect(textOf([known, unknown])).toBe("2 files · at least 10 B");
  expect(textOf([unknown])).toBe("1 file");
});

test("what was freed is never more than is known", () => {
  const freed = (outcomes: readonly Outcome[]) => freedText(formatter, receiptOf(outcomes));
  expect(freed([{ what: "not-attempted", mediaId: "a" }])).toEqual(["Nothing was deleted, so nothing was freed."]);
  expect(freed([{ what: "deleted", mediaId: "a", knownBy: "answer" }])[0]).toMatch(/^At most 10 B /);
  expect(freed([{ what: "deleted-unplanned", mediaId: "new", sizeBytes: null }])[0]).toMatch(
    /^About 0 B .*unknown size/,
  );
  expect(freed([{ what: "deleted", mediaId: "link", knownBy: "answer" }]).slice(0, 2)).toEqual([
    expect.stringMatching(/^At most 0 B /),
    expect.stringMatching(/1 of the deleted files was a URL preview/),
  ]);
});

test("a failure is told with the server's words, and each advice once", () => {
  const failed: Outcome = { what: "failed", mediaId: "a", problem };
  expect(outcomeText(failed, { kind: "user", userId: "@ann:example.org" })).toBe("Refused: “No”");
  expect(advicesOf([failed, { ...failed, mediaId: "b" }, { what: "already-gone", mediaId: "c" }])).toEqual([
    "Ask again.",
  ]);
});

test("the file of a receipt is named by server and time, with nothing a file system refuses", () => {
  expect(receiptFileName("example.org:8448", Date.UTC(2026, 7, 24, 12, 0, 5, 123), "csv")).toBe(
    "mediasweep-example.org_8448-2026-08-24T120005Z.csv",
  );
});
