import type { Homeserver } from "../target/homeserver";
import { entryFacts, logSteps, planList, plannedFile, runEnd, runHeader } from "./journal";
import type { StoredRecords } from "./journal";

/** Why the third file of the run that ended is still there. */
export const problem = {
  title: "The server could not remove the file",
  advice: "Look at the log.",
  words: "Internal error",
};

/** A run of three files, of which one failed, and one that was kept by the plan. */
const endedRun = (homeserver: Homeserver): StoredRecords => ({
  entries: [
    runHeader(homeserver, "ended", {
      planned: { files: 3, bytes: 3_000_000 },
      ended: runEnd(2, {}, { failed: { files: 1, bytes: 1_000_000 } }),
    }),
  ],
  files: [
    planList("ended", "doomed", [
      plannedFile("one", { name: "=1+1\n=2", type: "+1", userId: "@ann:example.org" }),
      plannedFile("two"),
      plannedFile("three"),
    ]),
    planList("ended", "kept", [{ file: plannedFile("four"), reason: { kind: "protected" } }]),
  ],
  outcomes: [
    logSteps("ended", [
      { calling: ["one", "two", "three"] },
      {
        outcomes: [
          { what: "deleted", mediaId: "one", knownBy: "answer" },
          { what: "deleted", mediaId: "two", knownBy: "answer" },
          { what: "failed", mediaId: "three", problem },
        ],
      },
    ]),
  ],
});

/** A run that broke off: of four files one is gone, and two were under way. */
const openRun = (homeserver: Homeserver): StoredRecords => ({
  entries: [
    runHeader(homeserver, "open", {
      startedMs: Date.UTC(2025, 5, 1, 10),
      planned: { files: 4, bytes: 4_000_000 },
      after: null,
      ended: null,
    }),
  ],
  files: [
    planList(
      "open",
      "doomed",
      ["a", "b", "c", "d"].map((id) => plannedFile(id)),
    ),
  ],
  outcomes: [
    logSteps("open", [
      { calling: ["a", "b", "c"] },
      { outcomes: [{ what: "deleted", mediaId: "a", knownBy: "answer" }] },
    ]),
  ],
});

/** A run over everything that user has, which broke off before its first call: one file was reviewed. */
export const openRunOfUser = (homeserver: Homeserver, userId: string, mediaId: string): StoredRecords => ({
  entries: [
    runHeader(homeserver, "wipe", {
      source: { kind: "user", userId },
      engine: "whole-user",
      planned: { files: 1, bytes: 1_000_000 },
      after: null,
      ended: null,
    }),
  ],
  files: [planList("wipe", "doomed", [plannedFile(mediaId, { userId })])],
});

const quarantine = (homeserver: Homeserver) => ({
  ...entryFacts(homeserver),
  kind: "action",
  id: "quarantine",
  startedMs: Date.UTC(2025, 0, 2, 12),
  action: "quarantine",
  on: ["mxc://example.org/one", "mxc://example.org/two"],
  ended: { endedMs: Date.UTC(2025, 0, 2, 12, 0, 1), counts: { num_quarantined: 2 }, missed: [] },
});

/** As another version might write it. */
const unreadable = (homeserver: Homeserver) => ({
  ...entryFacts(homeserver),
  kind: "sweep",
  id: "odd",
  startedMs: Date.UTC(2024, 0, 1),
});

/** All of the above, and the run of somebody else. */
export const everything = (homeserver: Homeserver): StoredRecords => {
  const [ended, open] = [endedRun(homeserver), openRun(homeserver)];
  const header = runHeader(homeserver, "foreign", { planned: { files: 0, bytes: 0 } });
  const foreign = { ...header, scope: `${homeserver.baseUrl} @bob:example.org` };
  return {
    entries: [...ended.entries, ...open.entries, quarantine(homeserver), unreadable(homeserver), foreign],
    files: [...(ended.files ?? []), ...(open.files ?? [])],
    outcomes: [...(ended.outcomes ?? []), ...(open.outcomes ?? [])],
  };
};
