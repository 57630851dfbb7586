import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat";

dayjs.extend(customParseFormat);

/** How a day is written in fields; the month as a word, so that nobody mixes up day and month. */
export const DAY_FORMAT = "D MMM YYYY";
const ISO_DAY = "YYYY-MM-DD";
const TYPED_FORMATS = [
  DAY_FORMAT,
  "D MMMM YYYY",
  ISO_DAY,
  "YYYY/M/D",
  "D.M.YYYY",
  "D/M/YYYY",
  "MMM D, YYYY",
  "MMMM D, YYYY",
];

/** The day in a typed text as `YYYY-MM-DD`, or null where it is none; never a guess such as 31 February. */
export function parseDay(text: string): string | null {
  const day = dayjs(asFormatted(text), TYPED_FORMATS, true);
  return day.isValid() ? day.format(ISO_DAY) : null;
}

/**
 * As the formats write it, because strict parsing compares letter by letter: one blank, "Mar" for "MAR", 1 for 01,
 * and "Sep" for the "Sept" that this app itself writes elsewhere.
 */
const asFormatted = (text: string): string => {
  const words = text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\bsept\b/i, "sep")
    .replace(/[a-z]+/gi, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  return /^\d{4}-/.test(words) ? words : words.replace(/\b0(?=\d\b)/g, "");
};

/** The moment of a day `YYYY-MM-DD` and a time `HH:mm` in this browser's zone, in ms; null where either is none. */
export function momentOf(day: string, time: string): number | null {
  const moment = dayjs(`${day} ${time}`, `${ISO_DAY} HH:mm`, true);
  return moment.isValid() ? moment.valueOf() : null;
}

/**
 * The first moment of a day `YYYY-MM-DD`, or of one so many days later, in this browser's zone, in ms. Not every day has
 * a 00:00: some zones change their clocks then.
 */
export function startOfDay(day: string, daysLater = 0): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const moment = new Date(0);
  moment.setFullYear(year, month - 1, date + daysLater);
  moment.setHours(0, 0, 0, 0);
  return moment.getTime();
}

/** The day of a moment in this browser's zone, as `YYYY-MM-DD`. */
export const dayOf = (ms: number): string => dayjs(ms).format(ISO_DAY);

/** The month of a moment in this browser's zone, as `YYYY-MM`; null where the moment is none. */
export function monthOf(ms: number): string | null {
  const moment = dayjs(ms);
  return moment.isValid() ? moment.format("YYYY-MM") : null;
}

/** The time of a moment in this browser's zone, as `HH:mm`. */
export const timeOf = (ms: number): string => dayjs(ms).format("HH:mm");

/** The day so many days before a moment, as `YYYY-MM-DD`. */
export const dayBefore = (ms: number, days: number): string => dayjs(ms).subtract(days, "day").format(ISO_DAY);
