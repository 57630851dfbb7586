import type { ActionHeader, RunEnd, RunHeader } from "../../session/journal-entry";
import { NO_FILTER } from "../../sweep/filter";
import { tallyOf } from "../../sweep/receipt";

/** Sample entries, for specs. */

const facts = {
  scope: "https://hs.example @ann:example.org",
  homeserver: "https://hs.example",
  serverName: "example.org",
  admin: "@ann:example.org",
  startedMs: Date.UTC(2025, 2, 14, 9, 30),
};

/** How a run ended; as wished for, with those counts. */
export const endOf = (change: Partial<RunEnd> = {}, tallies: Partial<RunEnd["tallies"]> = {}): RunEnd => ({
  endedMs: facts.startedMs + 60_000,
  isStopped: false,
  halted: null,
  tallies: { ...tallyOf([]), deleted: { files: 1200, bytes: 3.1e9 }, ...tallies },
  freedBytes: 3.1e9,
  ...change,
});

/** A run of 1,204 files by date and size that did what was planned, all but four. */
export const runOf = (change: Partial<RunHeader> = {}): RunHeader => ({
  ...facts,
  kind: "run",
  id: "run-1",
  source: {
    kind: "rule",
    rule: { beforeMs: Date.UTC(2025, 0, 1), largerThanBytes: 1_000_000, keepAvatars: true },
    filter: NO_FILTER,
  },
  engine: "synapse-rule",
  serverVersion: "1.163.2",
  planned: { files: 1204, bytes: 3.2e9 },
  before: null,
  after: null,
  ended: endOf(),
  ...change,
});

/** A quarantine of three files that was done. */
export const actionOf = (change: Partial<ActionHeader> = {}): ActionHeader => ({
  ...facts,
  kind: "action",
  id: "action-1",
  action: "quarantine",
  on: ["mxc://example.org/one", "mxc://example.org/two", "mxc://example.org/three"],
  ended: { endedMs: facts.startedMs + 100, counts: { num_quarantined: 3 }, missed: [] },
  ...change,
});
