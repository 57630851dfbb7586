/** Days of the zone that the specs' browser lives in, whatever the zone of this machine. */
const ZONE = "Europe/Berlin";

/** That many days before today, as a moment of which only the day counts (in UTC). */
export function daysAgo(days: number): Date {
  const today = new Date(new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(Date.now()));
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - days));
}

/** "5 Sept 2026", as the app writes dates. */
export const shownDay = (day: Date): string => dayText(day, "short");

/** "5 September 2026", as the calendar names its days. */
export const longDay = (day: Date): string => dayText(day, "long");

const dayText = (day: Date, month: "short" | "long"): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month, year: "numeric", timeZone: "UTC" }).format(day);

/** "2026-09-05" */
export const isoDay = (day: Date): string => day.toISOString().slice(0, 10);
