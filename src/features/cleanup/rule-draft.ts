import { exactSizeText } from "../../deletion/parts/size-text";
import { whyNoSize } from "../../deletion/parts/typed-limits";
import { parseBytes } from "../../lib/bytes";
import { dayOf, momentOf, parseDay, timeOf } from "../../lib/dates";
import type { Formatter } from "../../lib/formatter";
import type { RuleSource } from "../../sweep/plan";
import { EARLIEST_BEFORE_MS } from "../../sweep/rule";
import type { CleanupLink } from "./cleanup-search";
import { filterDraftOf, filterErrors, readFilter } from "./filter-draft";
import type { FilterDraft, FilterErrors, FilterField } from "./filter-draft";

/** The form as it was typed, sense or not. */
export interface RuleDraft extends FilterDraft {
  readonly day: string;
  /** `HH:mm`; empty while the field is half filled. */
  readonly time: string;
  /** Empty for any size. */
  readonly size: string;
  readonly keepAvatars: boolean;
}

export type DraftField = "day" | "time" | "size" | FilterField;
/** What is wrong with each field, in words. */
export type DraftErrors = Readonly<Record<"day" | "time" | "size", string | null>> & FilterErrors;

/** What the form says; null where something is wrong. */
export interface ReadDraft {
  readonly source: RuleSource | null;
  readonly errors: DraftErrors;
}

/** The form filled with what a link holds. */
export const draftOf = (link: CleanupLink, formatter: Formatter): RuleDraft => ({
  ...filterDraftOf(link.filter, formatter),
  day: link.beforeMs === null ? "" : dayOf(link.beforeMs),
  time: link.beforeMs === null ? "00:00" : timeOf(link.beforeMs),
  size: sizeText(link.largerThanBytes, formatter),
  keepAvatars: link.keepAvatars,
});

/** A size as it stands in its field; empty for any size. */
export const sizeText = (bytes: number, formatter: Formatter): string =>
  bytes === 0 ? "" : exactSizeText(bytes, formatter);

/** The number of bytes in the field; null where it is none. */
export const readSize = (text: string): number | null => (text.trim() === "" ? 0 : parseBytes(text));

/** What the form says, or what is wrong with it. */
export function readDraft(draft: RuleDraft, { nowMs, serverName }: { nowMs: number; serverName: string }): ReadDraft {
  const largerThanBytes = readSize(draft.size);
  const before = readMoment(draft, nowMs);
  const beforeMs = "ms" in before ? before.ms : null;
  const errors: DraftErrors = {
    day: null,
    time: null,
    ...("error" in before ? { [before.field]: before.error } : {}),
    size: whyNoSize(draft.size),
    ...filterErrors(draft, { serverName, beforeMs, largerThanBytes }),
  };
  const isWrong = Object.values(errors).some((error) => error !== null);
  if (isWrong || beforeMs === null || largerThanBytes === null) return { source: null, errors };
  const rule = { beforeMs, largerThanBytes, keepAvatars: draft.keepAvatars };
  return { source: { kind: "rule", rule, filter: readFilter(draft, serverName) }, errors };
}

type ReadMoment = { readonly ms: number } | { readonly field: "day" | "time"; readonly error: string };

function readMoment({ day, time }: RuleDraft, nowMs: number): ReadMoment {
  if (day.trim() === "") return { field: "day", error: "Choose a date" };
  const isoDay = parseDay(day);
  if (isoDay === null) return { field: "day", error: "Write a date such as 24 Aug 2026 or 2026-08-24" };
  if (time === "") return { field: "time", error: "Enter a time" };
  const ms = momentOf(isoDay, time);
  if (ms === null) return { field: "time", error: "There is no such time on that day: the clocks go forward" };
  if (ms < EARLIEST_BEFORE_MS)
    return { field: "day", error: "Choose a date after 14 December 1970: Synapse takes none before" };
  if (ms > nowMs) return { field: "day", error: "Choose a date that is not in the future" };
  return { ms };
}
