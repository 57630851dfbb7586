import { exactSizeText } from "../../deletion/parts/size-text";
import { parseBytes } from "../../lib/bytes";
import { dayOf, momentOf, parseDay, timeOf } from "../../lib/dates";
import type { Formatter } from "../../lib/formatter";
import { EARLIEST_BEFORE_MS } from "../../sweep/rule";
import type { Rule } from "../../sweep/rule";
import type { CleanupSearch } from "./cleanup-search";

/** The form as it was typed, sense or not. */
export interface RuleDraft {
  readonly day: string;
  /** `HH:mm`; empty while the field is half filled. */
  readonly time: string;
  /** Empty for any size. */
  readonly size: string;
  readonly keepAvatars: boolean;
}

export type DraftField = "day" | "time" | "size";
/** What is wrong with each field, in words. */
export type DraftErrors = Readonly<Partial<Record<DraftField, string>>>;

export type ReadDraft =
  { readonly rule: Rule; readonly errors: DraftErrors } | { readonly rule: null; readonly errors: DraftErrors };

/** The form filled with what a link holds. */
export const draftOf = ({ before, larger, keep }: CleanupSearch, formatter: Formatter): RuleDraft => ({
  day: before === null ? "" : dayOf(before),
  time: before === null ? "00:00" : timeOf(before),
  size: sizeText(larger, formatter),
  keepAvatars: keep,
});

/** A size as it stands in its field; empty for any size. */
export const sizeText = (bytes: number, formatter: Formatter): string =>
  bytes === 0 ? "" : exactSizeText(bytes, formatter);

/** The number of bytes in the field; null where it is none. */
export const readSize = (text: string): number | null => (text.trim() === "" ? 0 : parseBytes(text));

/** What the form says, or what is wrong with it. */
export function readDraft(draft: RuleDraft, nowMs: number): ReadDraft {
  const largerThanBytes = readSize(draft.size);
  const before = readMoment(draft, nowMs);
  const errors: DraftErrors = {
    ...("error" in before ? { [before.field]: before.error } : {}),
    ...(largerThanBytes === null ? { size: "Write a size such as 10 MB or 1.5 GiB, or nothing for any size" } : {}),
  };
  if ("error" in before || largerThanBytes === null) return { rule: null, errors };
  return { rule: { beforeMs: before.ms, largerThanBytes, keepAvatars: draft.keepAvatars }, errors };
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
