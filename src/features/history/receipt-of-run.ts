import type { RunEnd } from "../../session/journal-entry";
import type { StoredEntry } from "../../session/journal-reader";
import { buildReceipt } from "../../sweep/receipt";
import type { Receipt } from "../../sweep/receipt";

export type StoredRun = Extract<StoredEntry, { kind: "run" }>;

/** The receipt of a stored run that ended, as its results showed it. */
export function receiptOfRun({ header, plan, outcomes }: StoredRun, ended: RunEnd): Receipt {
  const { homeserver, serverName, admin, startedMs, before, after } = header;
  const { endedMs, isStopped, isClosed = false, halted } = ended;
  const facts = { homeserver, serverName, admin, startedMs, endedMs, before, after, isStopped, isClosed, halted };
  return buildReceipt(plan, outcomes.values(), facts);
}
