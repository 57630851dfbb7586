import { exactSizeText } from "../../deletion/parts/size-text";
import { whyNoDay, whyNoSize } from "../../deletion/parts/typed-limits";
import { parseBytes } from "../../lib/bytes";
import { parseDay } from "../../lib/dates";
import type { Formatter } from "../../lib/formatter";
import type { MediaFilter } from "./media-filter";

export const limitFields = ["minBytes", "maxBytes", "from", "until", "usedBefore"] as const;
export type LimitField = (typeof limitFields)[number];

/** The limits that are typed, as the list holds them. */
export type Limits = Pick<MediaFilter, LimitField>;
/** The same as typed, sense or not; what is left empty limits nothing. */
export type LimitTexts = Readonly<Record<LimitField, string>>;
/** What is wrong with each, in words. */
export type LimitErrors = Readonly<Record<LimitField, string | null>>;

/** Two ends of one range: where either is wrong, neither counts. */
export const otherEnd: Readonly<Record<LimitField, LimitField>> = {
  minBytes: "maxBytes",
  maxBytes: "minBytes",
  from: "until",
  until: "from",
  usedBefore: "usedBefore",
};

export const NO_LIMITS: LimitTexts = { minBytes: "", maxBytes: "", from: "", until: "", usedBefore: "" };

/** Whether a text that is being typed can count already: a day is one or none, a size another one with each letter. */
export const isFilledIn = (field: LimitField, text: string): boolean =>
  field !== "minBytes" && field !== "maxBytes" && whyNoDay(text) === null;

/** The limits of a list as the fields show them. */
export const limitTextsOf = (limits: Limits, formatter: Formatter): LimitTexts => ({
  minBytes: sizeText(limits.minBytes, formatter),
  maxBytes: sizeText(limits.maxBytes, formatter),
  from: limits.from ?? "",
  until: limits.until ?? "",
  usedBefore: limits.usedBefore ?? "",
});

const sizeText = (bytes: number | null, formatter: Formatter): string =>
  bytes === null ? "" : exactSizeText(bytes, formatter);

/** What is wrong: texts that make no sense, and ranges that nothing can be in. */
export function limitErrors(texts: LimitTexts): LimitErrors {
  const { minBytes, maxBytes, from, until } = readTexts(texts);
  const isNoSize = minBytes !== null && maxBytes !== null && maxBytes < minBytes;
  const isNoDay = from !== null && until !== null && until < from;
  return {
    minBytes: whyNoSize(texts.minBytes),
    maxBytes:
      whyNoSize(texts.maxBytes) ?? (isNoSize ? "Write a size no smaller than “Size from”: no file can match" : null),
    from: whyNoDay(texts.from),
    until:
      whyNoDay(texts.until) ?? (isNoDay ? "Choose a day no earlier than “Uploaded from”: no file can match" : null),
    usedBefore: whyNoDay(texts.usedBefore),
  };
}

/** The limits that the texts say; those in force stay where an end of their range is wrong. */
export function readLimits(texts: LimitTexts, inForce: Limits): Limits {
  const errors = limitErrors(texts);
  const read = readTexts(texts);
  const isRight = (field: LimitField) => errors[field] === null && errors[otherEnd[field]] === null;
  const sizes = isRight("minBytes") ? read : inForce;
  const days = isRight("from") ? read : inForce;
  return {
    minBytes: sizes.minBytes,
    maxBytes: sizes.maxBytes,
    from: days.from,
    until: days.until,
    usedBefore: isRight("usedBefore") ? read.usedBefore : inForce.usedBefore,
  };
}

const readTexts = (texts: LimitTexts): Limits => ({
  minBytes: parseBytes(texts.minBytes),
  maxBytes: parseBytes(texts.maxBytes),
  from: parseDay(texts.from),
  until: parseDay(texts.until),
  usedBefore: parseDay(texts.usedBefore),
});
