import { invalidParam } from "./answer";
import { type Server, has } from "./server-state";

/** Before this moment, in ms since 1970, a time was surely meant in seconds. */
const EARLIEST_MS = 30_000_000_000;

/** Throws Refusal 400 for a time that is in seconds rather than in ms since 1970 (checked since 1.46). */
export function checkMoment(server: Server, beforeMs: number): void {
  if (beforeMs >= EARLIEST_MS || !has(server, [1, 46])) return;
  throw invalidParam(
    "Query parameter before_ts you provided is from the year 1970. " +
      "Double check that you are providing a timestamp in milliseconds.",
  );
}
