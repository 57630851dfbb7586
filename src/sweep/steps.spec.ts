import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mediaFileOf } from "../api/media-page";
import { anyRows, anyRule } from "./arbitrary";
import { EARLIEST_BEFORE_MS, lastUsedMs, matchesRule } from "./rule";
import { cutSteps } from "./steps";

const anySteps = fc.tuple(anyRows, anyRule, fc.integer({ min: 1, max: 8 })).map(([rows, rule, maxFiles]) => {
  const doomed = rows.map((row) => mediaFileOf(row, row.user_id)).filter((file) => matchesRule(rule, file));
  return { doomed, rule, maxFiles, steps: cutSteps(doomed, rule, maxFiles) };
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

test("a step is larger than asked only where its files share one moment", () => {
  fc.assert(
    fc.property(anySteps, ({ steps, maxFiles }) => {
      const large = steps.filter((step) => step.planned.length > maxFiles);
      for (const step of large) expect(new Set(step.planned.map(lastUsedMs)).size).toBe(1);
    }),
  );
});

test("no step sends a date that Synapse refuses", () => {
  const rule = { beforeMs: EARLIEST_BEFORE_MS + 5, largerThanBytes: 0, keepAvatars: true };
  const row = (media_id: string, created_ts: number) =>
    mediaFileOf({ media_id, created_ts, media_length: 1, safe_from_quarantine: false }, "@ann:fake");
  const doomed = [row("a", 0), row("b", 1), row("c", 2), row("d", EARLIEST_BEFORE_MS + 1)];
  expect(cutSteps(doomed, rule, 1).map((step) => step.beforeMs)).toEqual([EARLIEST_BEFORE_MS + 1, rule.beforeMs]);
});
