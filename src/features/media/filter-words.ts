import { exactSizeText } from "../../deletion/parts/size-text";
import { typeGroupText } from "../../deletion/parts/type-groups";
import { startOfDay } from "../../lib/dates";
import type { Formatter } from "../../lib/formatter";
import { NO_MEDIA_FILTER } from "./media-filter";
import type { FileState, MediaFilter, OpenedChoice } from "./media-filter";

/** What the states of a file are called where one is chosen. */
export const stateWords: Readonly<Record<FileState, string>> = {
  quarantined: "Quarantined",
  protected: "Protected",
  preview: "URL preview",
  unfinished: "Unfinished",
  unreadable: "Encrypted or unknown content",
  nothing: "Nothing special",
};

/** What can be done about files that were never opened. */
export const openedWords: Readonly<Record<OpenedChoice, string>> = { opened: "Left out", never: "No others" };

const openedTexts: Readonly<Record<OpenedChoice, string>> = {
  opened: "Opened at least once",
  never: "Never opened",
};

/** A part of the filter that narrows the list, in words, and what it is without. */
export interface ActiveFilter {
  readonly text: string;
  readonly without: Partial<MediaFilter>;
}

/** Every part of a filter that narrows, in the order of the fields; but for the name, whose field is always in sight. */
export function activeFilters(formatter: Formatter, filter: Omit<MediaFilter, "name">): readonly ActiveFilter[] {
  const { type, state, minBytes, maxBytes, from, until, usedBefore, opened } = filter;
  const size = (bytes: number) => exactSizeText(bytes, formatter);
  const day = (text: string) => formatter.date(startOfDay(text));
  const texts: Readonly<Record<FilterPart, string | null>> = {
    type: type === null ? null : typeGroupText(type),
    state: state === null ? null : stateWords[state],
    minBytes: minBytes === null ? null : `${size(minBytes)} or larger`,
    maxBytes: maxBytes === null ? null : `${size(maxBytes)} or smaller`,
    from: from === null ? null : `Uploaded on ${day(from)} or later`,
    until: until === null ? null : `Uploaded on ${day(until)} or earlier`,
    usedBefore: usedBefore === null ? null : `Last used before ${day(usedBefore)}`,
    opened: opened === null ? null : openedTexts[opened],
  };
  return filterParts.flatMap((part) => {
    const text = texts[part];
    return text === null ? [] : [{ text, without: { [part]: NO_MEDIA_FILTER[part] } }];
  });
}

type FilterPart = Exclude<keyof MediaFilter, "name">;

const filterParts = [
  "type",
  "state",
  "minBytes",
  "maxBytes",
  "from",
  "until",
  "usedBefore",
  "opened",
] as const satisfies readonly FilterPart[];
