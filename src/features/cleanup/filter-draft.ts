import { exactSizeText } from "../../deletion/parts/size-text";
import { whyNoDay, whyNoSize } from "../../deletion/parts/typed-limits";
import { parseBytes } from "../../lib/bytes";
import { dayOf, parseDay, startOfDay } from "../../lib/dates";
import type { Formatter } from "../../lib/formatter";
import { serverNameOf } from "../../lib/matrix-id";
import type { Filter } from "../../sweep/filter";

/** What the fields of text hold, sense or not; a field that is left empty narrows nothing. */
interface FilterTexts {
  readonly uploadedFrom: string;
  readonly uploadedBefore: string;
  readonly usedSince: string;
  readonly atMost: string;
  /** User IDs or localparts with white space between them. */
  readonly owners: string;
}

/** What can only be chosen rightly. */
type FilterChoices = Pick<
  Filter,
  "typeGroup" | "nameContains" | "isOfDeactivated" | "isNeverOpened" | "isUnauthenticated" | "isWithoutUrlPreviews"
>;

/** The further conditions as the form holds them. */
export interface FilterDraft extends FilterTexts, FilterChoices {
  /** What the link held: its moments may be others than the first of their day, as in another zone. */
  readonly linked: Filter;
}

export type FilterField = keyof FilterTexts;
/** What is wrong with each field, in words. */
export type FilterErrors = Readonly<Record<FilterField, string | null>>;

/** Whether anything is wrong with the conditions, whatever else is. */
export const hasErrors = ({ uploadedFrom, uploadedBefore, usedSince, atMost, owners }: FilterErrors): boolean =>
  [uploadedFrom, uploadedBefore, usedSince, atMost, owners].some((error) => error !== null);

/** The conditions of a link as the form shows them. */
export function filterDraftOf(filter: Filter, formatter: Formatter): FilterDraft {
  return {
    ...filter,
    uploadedFrom: dayText(filter.uploadedFromMs),
    uploadedBefore: dayText(filter.uploadedBeforeMs),
    usedSince: dayText(filter.usedFromMs),
    atMost: filter.atMostBytes === null ? "" : exactSizeText(filter.atMostBytes, formatter),
    owners: filter.userIds.join("\n"),
    linked: filter,
  };
}

const dayText = (ms: number | null): string => (ms === null ? "" : dayOf(ms));

/** How many of the conditions are set, readable or not. */
export const countConditions = (draft: FilterDraft): number =>
  [
    ...[draft.uploadedFrom, draft.uploadedBefore, draft.usedSince, draft.atMost, draft.owners].map(
      (text) => !!text.trim(),
    ),
    draft.nameContains !== "",
    draft.typeGroup !== null,
    draft.isOfDeactivated,
    draft.isNeverOpened,
    draft.isUnauthenticated,
    draft.isWithoutUrlPreviews,
  ].filter(Boolean).length;

/** The conditions that the form says; those that cannot be read are left out, so look at `filterErrors` first. */
export const readFilter = (draft: FilterDraft, serverName: string): Filter => ({
  uploadedFromMs: momentOf(draft.uploadedFrom, draft.linked.uploadedFromMs),
  uploadedBeforeMs: momentOf(draft.uploadedBefore, draft.linked.uploadedBeforeMs),
  usedFromMs: momentOf(draft.usedSince, draft.linked.usedFromMs),
  atMostBytes: parseBytes(draft.atMost),
  typeGroup: draft.typeGroup,
  nameContains: draft.nameContains,
  userIds: [...new Set(wordsOf(draft.owners).map((word) => completed(word, serverName)))],
  isOfDeactivated: draft.isOfDeactivated,
  isNeverOpened: draft.isNeverOpened,
  isUnauthenticated: draft.isUnauthenticated,
  isWithoutUrlPreviews: draft.isWithoutUrlPreviews,
});

/** The first moment of a day, unless the link held another one of that day. */
function momentOf(text: string, linkedMs: number | null): number | null {
  const day = parseDay(text);
  if (day === null) return null;
  return linkedMs !== null && dayOf(linkedMs) === day ? linkedMs : startOfDay(day);
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");

/** "ann" and "@ann" as "@ann:example.org". */
function completed(word: string, serverName: string): string {
  const localpart = word.replace(/^@/, "");
  return localpart === "" || localpart.includes(":") ? word : `@${localpart}:${serverName}`;
}

/** What the conditions have to agree with; null where that cannot be read. */
export interface FilterContext {
  readonly serverName: string;
  readonly beforeMs: number | null;
  readonly largerThanBytes: number | null;
}

/** What is wrong with the conditions: texts that make no sense, and ranges that nothing can be in. */
export function filterErrors(
  draft: FilterDraft,
  { serverName, beforeMs, largerThanBytes }: FilterContext,
): FilterErrors {
  const { uploadedFromMs, uploadedBeforeMs, usedFromMs, atMostBytes, userIds } = readFilter(draft, serverName);
  const tooLate = "Choose a day before “Last used before”: no file can match";
  return {
    uploadedFrom: whyNoDay(draft.uploadedFrom) ?? (isEmpty(uploadedFromMs, beforeMs) ? tooLate : null),
    uploadedBefore:
      whyNoDay(draft.uploadedBefore) ??
      (isEmpty(uploadedFromMs, uploadedBeforeMs) ? "Choose a day after “Uploaded from”: no file can match" : null),
    usedSince: whyNoDay(draft.usedSince) ?? (isEmpty(usedFromMs, beforeMs) ? tooLate : null),
    atMost:
      whyNoSize(draft.atMost) ??
      (isEmpty(largerThanBytes, atMostBytes) ? "Write a size above “Larger than”: no file can match" : null),
    owners: userIds.map((userId) => whyNoOwner(userId, serverName)).find((reason) => reason !== null) ?? null,
  };
}

/** Whether a range has two ends with nothing between them. */
const isEmpty = (start: number | null, end: number | null): boolean => start !== null && end !== null && start >= end;

function whyNoOwner(userId: string, serverName: string): string | null {
  const server = serverNameOf(userId);
  if (server === null) return `“${userId}” is no user ID: write one such as @ann:${serverName}`;
  return server === serverName ? null : `${userId} is not a user of this server, ${serverName}`;
}
