import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import { EARLIEST_BEFORE_MS, lastUsedMs } from "./rule";
import { byLastUse, fewerStepFiles, nextStep, nextStepFiles } from "./steps";
import type { Step } from "./steps";
import type { Rule } from "./rule";
import type { ListedFile } from "./inventory";

/** The steps of a run whose sizes are these in turn, the last one again and again. */
function cutSteps(doomed: readonly ListedFile[], by: Rule, sizes: readonly number[]): readonly Step[] {
  const byAge = byLastUse(doomed);
  const steps: Step[] = [];
  for (let start = 0; steps.at(-1)?.isLast !== true;) {
    const maxFiles = sizes[steps.length] ?? sizes.at(-1) ?? 1;
    const step = nextStep(byAge, start, { rule: by, maxFiles });
    steps.push(step);
    start += step.planned.length;
  }
  return steps;
}

const anySizes = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 10 });

const START_MS = 1_700_000_000_000;

const fileUsedAt = (usedMs: number, index: number) =>
  mediaFileOf(
    { media_id: `f${String(index)}`, created_ts: usedMs, media_length: 1, safe_from_quarantine: false },
    "@ann:fake",
  );

/** Files of a few moments, so that many share one and steps cut between them. */
const anyMoments = fc.array(fc.nat(9), { maxLength: 40 });

const anySteps = fc.tuple(anyMoments, fc.integer({ min: 10, max: 12 }), anySizes).map(([moments, before, sizes]) => {
  const doomed = moments.map((moment, index) => fileUsedAt(START_MS + moment, index));
  const rule = { beforeMs: START_MS + before, largerThanBytes: 0, keepAvatars: true };
  return { doomed, rule, sizes, steps: cutSteps(doomed, rule, sizes) };
});

test("the steps together are the reviewed list, each file once", () => {
  fc.assert(
    fc.property(anySteps, ({ doomed, steps }) => {
      const planned = steps.flatMap((step) => step.planned.map((file) => file.mediaId));
      expect(planned.toSorted()).toEqual(doomed.map((file) => file.mediaId).toSorted());
    }),
  );
});

test("the last step sends the rule's own date, and dates only grow", () => {
  fc.assert(
    fc.property(anySteps, ({ rule, steps }) => {
      const dates = steps.map((step) => step.beforeMs);
      expect(dates.at(-1)).toBe(rule.beforeMs);
      expect(dates).toEqual([...new Set(dates)].sort((a, b) => a - b));
    }),
  );
});

test("each step's date takes its own files and none of a later step's", () => {
  fc.assert(
    fc.property(anySteps, ({ steps }) => {
      for (const [index, step] of steps.entries()) {
        expect(step.planned.every((file) => lastUsedMs(file) < step.beforeMs)).toBe(true);
        const later = steps.slice(index + 1).flatMap(({ planned }) => planned);
        expect(later.every((file) => lastUsedMs(file) >= step.beforeMs)).toBe(true);
      }
    }),
  );
});

test("a step takes as many files as asked where each has a moment of its own", () => {
  const doomed = Array.from({ length: 7 }, (_, index) => fileUsedAt(START_MS + index, index));
  const rule = { beforeMs: START_MS + 7, largerThanBytes: 0, keepAvatars: true };
  const sizesOf = (sizes: readonly number[]) => cutSteps(doomed, rule, sizes).map(({ planned }) => planned.length);
  expect(sizesOf([3])).toEqual([3, 3, 1]);
  expect(sizesOf([2, 5])).toEqual([2, 5]);
  expect(sizesOf([7])).toEqual([7]);
  expect(sizesOf([8])).toEqual([7]);
});

test("a step is larger than asked only where its files share one moment", () => {
  fc.assert(
    fc.property(anySteps, ({ steps, sizes }) => {
      const large = steps.filter(({ planned }, index) => planned.length > (sizes[index] ?? sizes.at(-1) ?? 1));
      for (const step of large) expect(new Set(step.planned.map(lastUsedMs)).size).toBe(1);
    }),
  );
});

test("no step takes fewer files than it could", () => {
  fc.assert(
    fc.property(anySteps, ({ doomed, steps, sizes }) => {
      const countAt = (usedMs: number) => doomed.filter((file) => lastUsedMs(file) === usedMs).length;
      const tooSmall = steps.filter(({ planned, isLast, beforeMs }, index) => {
        const most = sizes[index] ?? sizes.at(-1) ?? 1;
        // A step's date is that of the next files: with those it would have been too large.
        return !isLast && planned.length + countAt(beforeMs) <= most;
      });
      expect(tooSmall).toEqual([]);
    }),
  );
});

test("no step sends a date that Synapse refuses", () => {
  const rule = { beforeMs: EARLIEST_BEFORE_MS + 5, largerThanBytes: 0, keepAvatars: true };
  const row = (media_id: string, created_ts: number) =>
    mediaFileOf({ media_id, created_ts, media_length: 1, safe_from_quarantine: false }, "@ann:fake");
  const doomed = [row("a", 0), row("b", 1), row("c", 2), row("d", EARLIEST_BEFORE_MS + 1)];
  expect(cutSteps(doomed, rule, [1]).map((step) => step.beforeMs)).toEqual([EARLIEST_BEFORE_MS + 1, rule.beforeMs]);
  const onIt = [row("a", 0), row("b", EARLIEST_BEFORE_MS)];
  expect(cutSteps(onIt, rule, [1]).map((step) => step.beforeMs)).toEqual([EARLIEST_BEFORE_MS, rule.beforeMs]);
});

describe("the size of the next steps", () => {
  test("is what the homeserver deletes in two seconds", () => {
    expect(nextStepFiles(250, { deleted: 250, tookMs: 1600 })).toBe(313);
    expect(nextStepFiles(1000, { deleted: 1000, tookMs: 3200 })).toBe(625);
  });

  test("grows by half at most, and falls to half at most", () => {
    expect(nextStepFiles(250, { deleted: 250, tookMs: 0 })).toBe(375);
    expect(nextStepFiles(251, { deleted: 251, tookMs: 60_000 })).toBe(126);
    expect(nextStepFiles(250, { deleted: 1, tookMs: 900 })).toBe(125);
  });

  test("stays between 50 and 5,000 files", () => {
    expect(nextStepFiles(4000, { deleted: 4000, tookMs: 10 })).toBe(5000);
    expect(nextStepFiles(60, { deleted: 60, tookMs: 60_000 })).toBe(50);
  });

  test("is half as large after a lost answer, and never below 50", () => {
    expect([5000, 251, 60].map(fewerStepFiles)).toEqual([2500, 126, 50]);
  });

  test("learns nothing from a call that deleted nothing", () => {
    expect(nextStepFiles(250, { deleted: 0, tookMs: 60_000 })).toBe(250);
  });
});
