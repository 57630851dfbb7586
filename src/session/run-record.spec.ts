import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tallyOf } from "../sweep/receipt";
import { deleted, ended } from "./journal-samples";
import { JournalError } from "./journal-error";
import { openRecord } from "./run-record";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A record, and what its log was asked to write so far. */
async function open() {
  const writes: string[] = [];
  const note = (write: string) => {
    writes.push(write);
    return Promise.resolve();
  };
  const record = await openRecord({
    open: () =>
      Promise.resolve({
        id: "run",
        calling: (mediaIds) => note(`calling ${mediaIds.join(" ")}`),
        outcomes: (outcomes) => note(`outcomes ${outcomes.map(({ mediaId }) => mediaId).join(" ")}`),
        end: () => note("end"),
      }),
    discard: () => Promise.resolve(),
    onTrouble: () => undefined,
  });
  return { record, writes };
}

/** What a record did with its log, which fails to write for that reason; `isBegun` by this tab. */
async function discardsOf(cause: Error, isBegun: boolean) {
  const discard = vi.fn<(id: string) => Promise<void>>(() => Promise.resolve());
  const fail = () => Promise.reject(new JournalError("lost", cause));
  const record = await openRecord({
    open: () => Promise.resolve({ id: "run", calling: fail, outcomes: fail, end: fail }),
    discard: isBegun ? discard : null,
    onTrouble: () => undefined,
  });
  await record.calling(["a"]);
  await record.end({ ...ended, tallies: tallyOf([]) }, null);
  return discard.mock.calls.flat();
}

test("a log that could not be kept is taken out, unless another tab began it or goes on with it", async () => {
  const [broken, taken] = [new Error("broken"), new DOMException("The key is taken", "ConstraintError")];
  expect(await discardsOf(broken, true)).toEqual(["run"]);
  expect(await discardsOf(broken, false)).toEqual([]);
  expect(await discardsOf(taken, true)).toEqual([]);
});

const filesOf = (count: number) => Array.from({ length: count }, (_, index) => deleted(`f${String(index)}`));

test("outcomes that come one after the other are one write, a quarter of a second later at most", async () => {
  const { record, writes } = await open();
  record.outcomes([deleted("a")]);
  record.outcomes([deleted("b")]);
  expect(writes).toEqual([]);
  await vi.advanceTimersByTimeAsync(250);
  expect(writes).toEqual(["outcomes a b"]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(writes).toHaveLength(1);
});

test("many are written at once", async () => {
  const { record, writes } = await open();
  record.outcomes(filesOf(128));
  expect(writes).toHaveLength(1);
});

test("what is known is written before the next calls, and before the end", async () => {
  const { record, writes } = await open();
  record.outcomes([deleted("a")]);
  await record.calling(["b"]);
  record.outcomes([deleted("b")]);
  await record.end({ ...ended, tallies: tallyOf([]) }, null);
  expect(writes).toEqual(["outcomes a", "calling b", "outcomes b", "end"]);
});
