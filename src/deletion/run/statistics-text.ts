import type { Formatter } from "../../lib/formatter";
import type { Tally } from "../../sweep/tally";
import { amountText } from "../parts/amount-text";

/** What Synapse's statistics counted, each null where that is not known. */
export interface Counted {
  readonly before: Tally | null;
  readonly after: Tally | null;
}

/** Both counts in a sentence that says whose they are; null where neither is known. */
export function statisticsText(formatter: Formatter, { before, after }: Counted): string | null {
  if (before === null && after === null) return null;
  const was = before === null ? "Not known before" : `${amountText(formatter, before)} before`;
  const is = after === null ? "not known after" : `${amountText(formatter, after)} after`;
  return `${was}, ${is}, as Synapse's statistics count.`;
}
