import { momentOf, parseDay } from "../../lib/dates";
import { EARLIEST_BEFORE_MS } from "../../sweep/rule";
import type { WhenDraft } from "./when-fields";

export type ReadMoment = { readonly ms: number } | { readonly field: "day" | "time"; readonly error: string };

/** The moment that the fields name, or which of them is wrong and why. `nowMs` is the last one that can be. */
export function readMoment({ day, time }: WhenDraft, nowMs: number): ReadMoment {
  if (day.trim() === "") return { field: "day", error: "Choose a date" };
  const isoDay = parseDay(day);
  if (isoDay === null) return { field: "day", error: "Write a date such as 24 Aug 2026 or 2026-08-24" };
  if (time === "") return { field: "time", error: "Enter a time" };
  const ms = momentOf(isoDay, time);
  if (ms === null) return { field: "time", error: "There is no such time on that day: the clocks go forward" };
  if (ms < EARLIEST_BEFORE_MS)
    return { field: "day", error: "Choose a date after 14 December 1970: Synapse takes none before" };
  if (ms > nowMs) return { field: "day", error: "Choose a date that is not in the future" };
  return { ms };
}
