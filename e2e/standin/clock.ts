/** The current moment in ms since 1970. */
export type Clock = () => number;

/** The moment at which specs live that do not care when: noon UTC of a June day. */
export const FIXED_NOW_MS = Date.UTC(2026, 5, 15, 12);

/** A clock that stands still, at `ms` since 1970. */
export const fixedClock =
  (ms: number = FIXED_NOW_MS): Clock =>
  () =>
    ms;

/** Resolves after that many ms of real time, whatever the stand-in's own clock says. */
export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
