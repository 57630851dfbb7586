import { flagParam, numberParam, searchCodec } from "../../lib/search-codec";
import type { Param } from "../../lib/search-codec";
import { EARLIEST_BEFORE_MS } from "../../sweep/rule";
import type { Rule } from "../../sweep/rule";

/** The rule as a link holds it: without a date there is none yet. */
export interface CleanupSearch {
  /** In ms since 1970. */
  readonly before: number | null;
  /** In bytes. */
  readonly larger: number;
  readonly keep: boolean;
}

/** A moment in ms; null where there is none or it is not a whole number. */
const momentParam: Param<number | null> = {
  parse: (text) => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null),
  format: (value) => (value === null ? null : String(value)),
};

export const cleanupSearch = searchCodec<CleanupSearch>({
  before: momentParam,
  larger: numberParam(0, { min: 0, max: Number.MAX_SAFE_INTEGER }),
  keep: flagParam(true),
});

export const searchOfRule = ({ beforeMs, largerThanBytes, keepAvatars }: Rule): URLSearchParams =>
  cleanupSearch.format({ before: beforeMs, larger: largerThanBytes, keep: keepAvatars });

/** The rule in a link; null where it holds none that can be run at that moment, in ms. */
export function ruleInSearch(search: URLSearchParams, nowMs: number = Date.now()): Rule | null {
  const { before, larger, keep } = cleanupSearch.parse(search);
  if (before === null || before < EARLIEST_BEFORE_MS || before > nowMs) return null;
  return { beforeMs: before, largerThanBytes: larger, keepAvatars: keep };
}
