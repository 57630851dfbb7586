import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import { anyRows } from "../sweep/arbitrary";
import type { Outcome } from "../sweep/outcome";
import { planFiles } from "../sweep/planned-files";
import { NO_FILES } from "../sweep/tally";
import { watchConnections } from "./fake-device";
import type { LogStep } from "./journal-chunks";
import { newEntryId } from "./journal-entry";
import type { ActionHeader } from "./journal-entry";
import {
  ann,
  bob,
  closeTabs,
  deleted,
  ended,
  openTab,
  planOf,
  readRun,
  storedCounts,
  withEmptyDevice,
} from "./journal-samples";
import type { RunLog } from "./journal-writer";

withEmptyDevice();

const write = (log: RunLog, step: LogStep): Promise<void> =>
  "calling" in step ? log.calling(step.calling) : log.outcomes(step.outcomes);

describe("a run", () => {
  test("is written with its plan before anything is called, and read whole by another tab", async () => {
    const journal = await openTab();
    const plan = planOf(9001);
    const log = await journal.begin(ann, plan);
    const { header, ...stored } = await readRun(await openTab(), log.id);
    expect(stored.plan).toEqual(plan);
    expect(stored.outcomes.size + stored.called.size).toBe(0);
    expect(header).toMatchObject({ ...ann, engine: plan.engine, planned: plan.planned, after: null, ended: null });
  });

  test("holds its end and what statistics counted then", async () => {
    const journal = await openTab();
    const log = await journal.begin(ann, planOf(3));
    await log.outcomes([deleted("f0")]);
    await log.end(ended, { files: 7, bytes: 70 });
    const { header } = await readRun(journal, log.id);
    expect(header).toMatchObject({ ended, before: { files: 9, bytes: 90 }, after: { files: 7, bytes: 70 } });
  });

  test("is listed for its admin and homeserver alone, the newest first", async () => {
    const journal = await openTab();
    const older = await journal.begin(ann, planOf(1));
    const newer = await journal.begin({ ...ann, startedMs: ann.startedMs + 1 }, planOf(1));
    const other = await journal.begin(bob, planOf(1));
    expect((await journal.entries(ann.scope)).map(({ id }) => id)).toEqual([newer.id, older.id]);
    expect((await journal.entries(bob.scope)).map(({ id }) => id)).toEqual([other.id]);
  });

  test("whose tab was closed is resumed where its log ends", async () => {
    const first = await openTab();
    const log = await first.begin(ann, planOf(3));
    await log.calling(["f0", "f2"]);
    await log.outcomes([deleted("f0")]);
    first.close();

    const second = await openTab();
    const resumed = await second.resume(log.id);
    await resumed.outcomes([{ what: "already-gone", mediaId: "f2" }]);
    const { outcomes, called } = await readRun(second, log.id);
    expect([...outcomes.keys()]).toEqual(["f0", "f2"]);
    expect(called.size).toBe(0);
  });

  test("that had ended counts as running once it is resumed", async () => {
    const journal = await openTab();
    const log = await journal.begin(ann, planOf(3));
    await log.end(ended, NO_FILES);
    await journal.resume(log.id);
    expect((await readRun(journal, log.id)).header).toMatchObject({ ended: null, after: null });
  });

  test("that is not there cannot be resumed", async () => {
    const journal = await openTab();
    await expect(journal.resume(newEntryId(1))).rejects.toMatchObject({ name: "JournalError", why: "lost" });
    expect(await journal.read(newEntryId(1))).toBeNull();
  });

  test("has its steps written together while a write is under way, in their order", async () => {
    const journal = await openTab();
    const log = await journal.begin(ann, planOf(200));
    const connections = watchConnections();
    const written = Array.from({ length: 200 }, (_, index) => `f${String(index)}`).flatMap((mediaId) => [
      log.calling([mediaId]),
      log.outcomes([deleted(mediaId)]),
    ]);
    await written[0];
    const late = log.calling(["late"]);
    await Promise.all([...written, late]);
    expect(connections.count()).toBe(2);
    const { outcomes, called } = await readRun(journal, log.id);
    expect(outcomes.size).toBe(200);
    expect([...called]).toEqual(["late"]);
  });

  test("says of a file called again that nothing is known of it, unless it is gone", async () => {
    const journal = await openTab();
    const log = await journal.begin(ann, planOf(3));
    await log.outcomes([{ what: "not-attempted", mediaId: "f0" }, deleted("f2")]);
    await log.calling(["f0", "f2"]);
    const { outcomes, called } = await readRun(journal, log.id);
    expect([...called]).toEqual(["f0"]);
    expect([...outcomes]).toEqual([["f2", deleted("f2")]]);
  });
});

const anyId = fc.constantFrom("a", "b", "c", "d", "e");
const anyProblem = fc.record({ title: fc.string(), advice: fc.string(), words: fc.option(fc.string()) });
const anyKnownBy = fc.constantFrom("answer", "listing", "repeat");
const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ what: fc.constant("deleted" as const), mediaId: anyId, knownBy: anyKnownBy }),
  // Records of earlier versions say nothing of how it is known.
  fc.record(
    {
      what: fc.constant("deleted-unplanned" as const),
      mediaId: anyId,
      sizeBytes: fc.option(fc.nat()),
      knownBy: anyKnownBy,
    },
    { requiredKeys: ["what", "mediaId", "sizeBytes"] },
  ),
  fc.record({ what: fc.constantFrom("already-gone", "kept-by-server", "not-attempted"), mediaId: anyId }),
  fc.record({ what: fc.constantFrom("failed", "unknown"), mediaId: anyId, problem: anyProblem }),
);
const anyStep: fc.Arbitrary<LogStep> = fc.oneof(
  fc.record({ calling: fc.array(anyId, { maxLength: 4 }) }),
  fc.record({ outcomes: fc.array(anyOutcome, { maxLength: 4 }) }),
);

/** What is known of a file: its last outcome, unless it was called since and that one did not say that it is gone. */
function knownOf(mediaId: string, steps: readonly LogStep[]): Outcome | "called" | null {
  const said = steps.flatMap((step): (Outcome | "called")[] =>
    "calling" in step
      ? step.calling.filter((id) => id === mediaId).map(() => "called")
      : step.outcomes.filter((outcome) => outcome.mediaId === mediaId),
  );
  const last = said.at(-1) ?? null;
  if (last !== "called") return last;
  const before = said.findLast((each): each is Outcome => each !== "called");
  return before !== undefined && /^deleted|^already/.test(before.what) ? before : "called";
}

test("after every write the run can be read, exactly as it was written so far; removed, it leaves nothing", async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, fc.array(anyStep, { maxLength: 6 }), async (rows, steps) => {
      const [writing, reading] = [await openTab(), await openTab()];
      const plan = planFiles(rows.map((row) => mediaFileOf(row, row.user_id)));
      const log = await writing.begin(ann, plan);
      for (let count = 0; count <= steps.length; count += 1) {
        const run = await readRun(reading, log.id);
        expect(run.plan).toEqual(plan);
        for (const mediaId of ["a", "b", "c", "d", "e"]) {
          const told = run.called.has(mediaId) ? "called" : (run.outcomes.get(mediaId) ?? null);
          expect(told).toEqual(knownOf(mediaId, steps.slice(0, count)));
        }
        const step = steps[count];
        if (step !== undefined) await write(log, step);
      }
      await reading.remove(log.id);
      expect(await reading.read(log.id)).toBeNull();
      expect(await storedCounts()).toEqual([0, 0, 0]);
      closeTabs();
    }),
    { numRuns: 40 },
  );
});

describe("another action", () => {
  const action: ActionHeader = {
    kind: "action",
    id: newEntryId(ann.startedMs),
    scope: ann.scope,
    homeserver: ann.homeserver,
    serverName: ann.serverName,
    admin: ann.admin,
    startedMs: ann.startedMs,
    action: "quarantine",
    on: ["mxc://example.org/a"],
    ended: null,
  };

  test("is noted before its call and again after it", async () => {
    const journal = await openTab();
    await journal.note(action);
    expect(await journal.entries(ann.scope)).toEqual([action]);
    const done = { ...action, ended: { endedMs: ann.startedMs + 5, counts: { num_quarantined: 3 }, missed: [] } };
    await journal.note(done);
    expect(await journal.read(action.id)).toEqual({ kind: "action", header: done });
    expect(await journal.entries(ann.scope)).toEqual([done]);
  });
});
