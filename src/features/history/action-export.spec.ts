import Papa from "papaparse";
import { expect, test } from "vitest";
import { actionCsv, actionJson } from "./action-export";
import { actionOf } from "./sample-entries";

const rowsOf = (csv: string) => Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data;
const problem = { title: "Refused", advice: "", words: "=You shall not" };

test("CSV holds a line for each thing that an action was done to", () => {
  const csv = actionCsv(actionOf({ on: ["mxc://example.org/one", "@ann:example.org"] }));
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const common = { action: "quarantine", started: "2025-03-14T09:30:00.000Z", counted: "num_quarantined: 3" };
  expect(rowsOf(csv)).toMatchObject([
    { ...common, on: "mxc://example.org/one", admin: "'@ann:example.org", ended: "2025-03-14T09:30:00.100Z" },
    { ...common, on: "'@ann:example.org", serverName: "example.org", reason: "" },
  ]);
});

test("CSV of an action that names nothing, or had no answer, still says that it was done", () => {
  expect(rowsOf(actionCsv(actionOf({ on: [], ended: null })))).toMatchObject([
    { action: "quarantine", on: "", ended: "", counted: "" },
  ]);
  const missed = [{ what: "failed", on: "b", problem }] as const;
  const failed = actionOf({ on: ["a", "b"], ended: { endedMs: 0, counts: {}, missed } });
  expect(rowsOf(actionCsv(failed))).toMatchObject([
    { on: "a", result: "done", reason: "" },
    { on: "b", result: "failed", reason: "Refused", server_words: "'=You shall not" },
  ]);
});

test("JSON holds all of it as it is", () => {
  expect(JSON.parse(actionJson(actionOf()))).toEqual({
    action: "quarantine",
    homeserver: "https://hs.example",
    serverName: "example.org",
    admin: "@ann:example.org",
    started: "2025-03-14T09:30:00.000Z",
    ended: "2025-03-14T09:30:00.100Z",
    on: ["mxc://example.org/one", "mxc://example.org/two", "mxc://example.org/three"],
    counts: { num_quarantined: 3 },
    missed: [],
  });
  expect(JSON.parse(actionJson(actionOf({ ended: null })))).toMatchObject({ ended: null, counts: null });
});
