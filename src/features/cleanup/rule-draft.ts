import { readMoment } from "../../deletion/parts/read-moment";
import { exactSizeText } from "../../deletion/parts/size-text";
import { whyNoSize } from "../../deletion/parts/typed-limits";
import type { WhenDraft } from "../../deletion/parts/when-fields";
import { parseBytes } from "../../lib/bytes";
import { dayOf, timeOf } from "../../lib/dates";
import type { Formatter } from "../../lib/formatter";
import type { RuleSource } from "../../sweep/plan";
import type { CleanupLink } from "./cleanup-search";
import { filterDraftOf, filterErrors, readFilter } from "./filter-draft";
import type { FilterDraft, FilterErrors, FilterField } from "./filter-draft";

/** The form as it was typed, sense or not. */
export interface RuleDraft extends FilterDraft, WhenDraft {
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
