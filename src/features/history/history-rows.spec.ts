import { describe, expect, test } from "vitest";
import { createFormatter } from "../../lib/formatter";
import type { Entry } from "../../session/journal-entry";
import { entriesText, rowsOf, searchRows } from "./history-rows";
import { actionOf, endOf, runOf } from "./sample-entries";

const formatter = createFormatter({ locale: "en-GB", timeZone: "Europe/Berlin" });

const rowsWhile = (isRunning: boolean | null, ...entries: readonly Entry[]) =>
  rowsOf(entries, { formatter, isRunning });
const rowOf = (entry: Entry) => rowsWhile(false, entry)[0];
const problem = { title: "Stopped short", advice: "", words: null };

describe("the result of", () => {
  test("a run is what was deleted of what was planned", () => {
    expect(rowOf(runOf())).toMatchObject({ result: "1,200 of 1,204 deleted · 3.1 GB", remarks: "" });
  });

  test("a run that deleted nothing names no size", () => {
    const ended = endOf(
      { isStopped: true },
      { deleted: { files: 0, bytes: 0 }, "not-attempted": { files: 1204, bytes: 9 } },
    );
    expect(rowOf(runOf({ ended }))).toMatchObject({
      result: "0 of 1,204 deleted",
      remarks: "1,204 not attempted · stopped",
    });
  });

  test("an interrupted run that was closed says so", () => {
    expect(rowOf(runOf({ ended: endOf({ isClosed: true }) }))?.remarks).toBe("closed");
  });

  test("a run that did not go as planned says what else became of files, and how it ended", () => {
    const some = { files: 1, bytes: 2 };
    const ended = endOf(
      { halted: problem },
      { failed: some, unknown: some, "deleted-unplanned": some, "already-gone": some },
    );
    expect(rowOf(runOf({ ended }))?.remarks).toBe(
      "1 failed · 1 unknown · 1 deleted though not planned · 1 already gone · ended by itself: Stopped short",
    );
  });

  test("a run without an end claims no more than is known", () => {
    const open = runOf({ ended: null });
    expect(rowsWhile(false, open)[0]).toMatchObject({
      result: "Interrupted",
      remarks: "1,204 files · 3.2 GB planned",
    });
    expect(rowsWhile(null, open)[0]?.result).toBe("Not ended");
    expect(rowsWhile(true, open, runOf())[0]?.result).toBe("Running in this or another tab");
    const both = rowsWhile(true, open, runOf({ id: "run-2", ended: null }));
    expect(both.map(({ result }) => result)).toEqual([
      "Running in this or another tab, or interrupted",
      "Running in this or another tab, or interrupted",
    ]);
  });

  test("an action is what Synapse counted, or why it failed", () => {
    expect(rowOf(actionOf())).toMatchObject({
      what: "Quarantine: mxc://example.org/one and 2 more",
      result: "Done. Synapse counted 3 quarantined files; ones from before may be counted again.",
    });
    const failed = { what: "failed", on: "!room:example.org", problem } as const;
    expect(rowOf(actionOf({ on: [failed.on], ended: { endedMs: 1, counts: {}, missed: [failed] } }))).toMatchObject({
      what: "Quarantine: !room:example.org",
      result: "Failed: Stopped short",
    });
    const missed = [
      { ...failed, on: "a" },
      { ...failed, what: "unknown", on: "b" },
      { what: "not-attempted", on: "c" },
    ] as const;
    const some = { endedMs: 1, counts: { num_quarantined: 4 }, missed };
    expect(rowOf(actionOf({ on: ["a", "b", "c", "d"], ended: some }))).toMatchObject({
      result:
        "Done to 1 of 4: 1 failed, 1 unknown, 1 not attempted. Synapse counted 4 quarantined files; ones from before may be counted again.",
    });
    expect(rowOf(actionOf({ action: "purge-remote-media", on: [], ended: null }))).toMatchObject({
      what: "Purge remote media",
      result: "No end was noted",
    });
  });

  test("an entry that cannot be read is to say so", () => {
    expect(rowOf({ kind: "unreadable", id: "x", startedMs: 0 })?.what).toBe("An entry that cannot be read");
  });
});

describe("the search", () => {
  const rows = rowsWhile(
    false,
    runOf({ id: "rule" }),
    runOf({ id: "wipe", source: { kind: "user", userId: "@müller:example.org" }, startedMs: Date.UTC(2026, 6, 1) }),
    actionOf({ id: "quarantine", admin: "@bob:example.org" }),
    { kind: "unreadable", id: "odd", startedMs: Date.UTC(2024, 0, 1) },
  );
  const found = (text: string) => searchRows(rows, text, "en-GB").map(({ id }) => id);

  test.each([
    ["", ["rule", "wipe", "quarantine", "odd"]],
    ["   ", ["rule", "wipe", "quarantine", "odd"]],
    ["larger than 1 MB", ["rule"]],
    ["@MU\u0308LLER", ["wipe"]],
    ["example.org ann", ["rule", "wipe"]],
    ["bob", ["quarantine"]],
    ["mxc://example.org/three", ["quarantine"]],
    ["14 mar 2025", ["rule", "quarantine"]],
    ["2026-07", ["wipe"]],
    ["cannot 2024", ["odd"]],
    ["1,200 of", ["rule", "wipe"]],
    ["no such thing", []],
  ])("for %j", (text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

test("a run over many users is found by each of them", () => {
  const userIds = Array.from({ length: 30 }, (_, index) => `@u${String(index)}:example.org`);
  const rows = rowsWhile(false, runOf({ source: { kind: "users", userIds } }));
  expect(rows[0]?.what).not.toContain("@u29:");
  expect(searchRows(rows, "@u29:example.org", "en-GB")).toHaveLength(1);
});

test("how many entries there are", () => {
  expect(entriesText(formatter, 1200, 1200)).toBe("1,200 entries");
  expect(entriesText(formatter, 1, 1)).toBe("1 entry");
  expect(entriesText(formatter, 3, 1200)).toBe("3 of 1,200 entries");
});
