import { startOfDay } from "../../lib/dates";

/** A range of days as the admin chose them, `YYYY-MM-DD`; null where that end is open. */
export interface UploadDays {
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * The range in ms that Synapse's statistics take, both ends inclusive: from the first moment of the first day to the
 * last of the last. Synapse takes no negative time, and an end has to be later than the start it fills in, 0.
 */
export const uploadRangeOf = ({ from, until }: UploadDays) => ({
  fromMs: from === null ? null : Math.max(startOfDay(from), 0),
  untilMs: until === null ? null : Math.max(startOfDay(until, 1) - 1, 1),
});

/** Why the days are no range; null where they are one. */
export const whyNotRange = ({ from, until }: UploadDays): string | null =>
  from !== null && until !== null && until < from
    ? "This day is before the first one. Choose the same day or a later one."
    : null;
