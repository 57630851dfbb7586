import type { MediaFile } from "../../api/media-page";
import { startOfDay } from "../../lib/dates";
import { isUnreadable, statesOf } from "../../files/file-words";
import { typeGroupOf } from "../../sweep/filter";
import { lastUsedMs } from "../../sweep/rule";

/** What is special about a file, to choose from. */
export const fileStates = ["quarantined", "protected", "preview", "unfinished", "unreadable", "nothing"] as const;
export type FileState = (typeof fileStates)[number];

/** What to do about files that were never opened: show them too, leave them out, or show no others. */
export const openedChoices = ["opened", "never"] as const;
export type OpenedChoice = (typeof openedChoices)[number];

/** What narrows a user's list, as its link holds it; null and empty narrow nothing. Days as `YYYY-MM-DD`. */
export interface MediaFilter {
  /** Part of the name, in any case. */
  readonly name: string;
  /** The part of the media type before the slash, or `unknown` where there is no type. */
  readonly type: string | null;
  readonly state: FileState | null;
  readonly minBytes: number | null;
  readonly maxBytes: number | null;
  /** First and last day of upload, both whole. */
  readonly from: string | null;
  readonly until: string | null;
  /** Last used before this day begins; a file that was never opened counts from its upload, as in a clean-up. */
  readonly usedBefore: string | null;
  readonly opened: OpenedChoice | null;
}

export const NO_MEDIA_FILTER: MediaFilter = {
  name: "",
  type: null,
  state: null,
  minBytes: null,
  maxBytes: null,
  from: null,
  until: null,
  usedBefore: null,
  opened: null,
};

/** Whether it narrows anything. Synapse cannot: then the whole list has to be read. */
export const isFiltering = (filter: MediaFilter): boolean => testsOf(filter).length > 0;

/** The files that pass, in the order given. */
export function filesWithin(files: readonly MediaFile[], filter: MediaFilter): readonly MediaFile[] {
  const tests = testsOf(filter);
  return tests.length === 0 ? files : files.filter((file) => tests.every((test) => test(file)));
}

type FileTest = (file: MediaFile) => boolean;

/** One test for each part that narrows. Days begin in this browser's zone. */
const testsOf = (filter: MediaFilter): readonly FileTest[] => [...valueTests(filter), ...dayTests(filter)];

function valueTests({ name, type, state, minBytes, maxBytes }: MediaFilter): readonly FileTest[] {
  const wanted = name.toLowerCase();
  return [
    ...(state === null ? [] : [stateTests[state]]),
    ...(minBytes === null ? [] : [(file: MediaFile) => (file.sizeBytes ?? NaN) >= minBytes]),
    ...(maxBytes === null ? [] : [(file: MediaFile) => (file.sizeBytes ?? NaN) <= maxBytes]),
    ...(type === null ? [] : [(file: MediaFile) => typeGroupOf(file.type) === type]),
    ...(name === "" ? [] : [(file: MediaFile) => file.name?.toLowerCase().includes(wanted) === true]),
  ];
}

function dayTests({ from, until, usedBefore, opened }: MediaFilter): readonly FileTest[] {
  const [fromMs, endMs] = [startOrNull(from, 0), startOrNull(until, 1)];
  const usedBeforeMs = startOrNull(usedBefore, 0);
  return [
    ...(fromMs === null ? [] : [(file: MediaFile) => file.createdMs >= fromMs]),
    ...(endMs === null ? [] : [(file: MediaFile) => file.createdMs < endMs]),
    ...(usedBeforeMs === null ? [] : [(file: MediaFile) => lastUsedMs(file) < usedBeforeMs]),
    ...(opened === null ? [] : [(file: MediaFile) => (file.lastAccessMs === null) === (opened === "never")]),
  ];
}

const startOrNull = (day: string | null, daysLater: number): number | null =>
  day === null ? null : startOfDay(day, daysLater);

const stateTests: Readonly<Record<FileState, FileTest>> = {
  quarantined: ({ quarantinedBy }) => quarantinedBy !== null,
  protected: ({ isProtected }) => isProtected,
  preview: ({ isUrlPreview }) => isUrlPreview,
  unfinished: ({ sizeBytes }) => sizeBytes === null,
  unreadable: isUnreadable,
  nothing: (file) => statesOf(file).length === 0,
};
