/** A range of days as the admin chose them, `YYYY-MM-DD`; null where that end is open. */
export interface UploadDays {
  readonly from: string | null;
  readonly until: string | null;
}

/** The first moment of a day in the browser's zone, in ms. Not every day has a 00:00: some zones change their clocks then. */
function startOf(day: string, daysLater = 0): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const moment = new Date(0);
  moment.setFullYear(year, month - 1, date + daysLater);
  moment.setHours(0, 0, 0, 0);
  return moment.getTime();
}

/**
 * The range in ms that Synapse's statistics take, both ends inclusive: from the first moment of the first day to the
 * last of the last. Synapse takes no negative time, and an end has to be later than the start it fills in, 0.
 */
export const uploadRangeOf = ({ from, until }: UploadDays) => ({
  fromMs: from === null ? null : Math.max(startOf(from), 0),
  untilMs: until === null ? null : Math.max(startOf(until, 1) - 1, 1),
});

/** Why the days are no range; null where they are one. */
export const whyNotRange = ({ from, until }: UploadDays): string | null =>
  from !== null && until !== null && until < from
    ? "This day is before the first one. Choose the same day or a later one."
    : null;
