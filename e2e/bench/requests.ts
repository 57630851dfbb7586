import { DAY_MS } from "../standin/seed-media";
import { type BenchBrowser, discard } from "./bench-browser";
import type { Finding } from "./measure";
import { openReview } from "./review-page";
import type { Seen, StandinServer } from "./standin-server";

/** Rows a page of the app's scan. */
const PAGE_ROWS = 10_000;
/** Rows a page as Synapse has it unless told otherwise: what reading beyond the last match costs at most. */
const SMALL_PAGE_ROWS = 100;
const LARGER_THAN_BYTES = 10_000_000;
const UNUSED_MS = 365 * DAY_MS;

/** The requests of a full scan, which no noise changes, beside the fewest: one for each owner, and the statistics. */
export function fullScanRequests({ owners }: StandinServer, full: Seen): Finding {
  console.log(`The full scan made ${seenText(full)}.`);
  const floor = Math.ceil(owners / PAGE_ROWS) + owners;
  return { name: "requests of that scan", value: full.requests, floor, goal: 1.05, of: "ratio" };
}

/** Rows and requests of a rule for which nearly all owners can be skipped. */
export async function countSkippingScan(
  browser: BenchBrowser,
  server: StandinServer,
  full: Seen,
): Promise<readonly Finding[]> {
  const rule = { beforeMs: Date.now() - UNUSED_MS, largerThanBytes: LARGER_THAN_BYTES, keepAvatars: false };
  const amount = await server.selected(rule);
  await server.seen();
  const { page } = await openReview({ browser, server, rule, amount });
  await discard(page);
  const seen = await server.seen();
  console.log(
    `Under the rule: ${seenText(seen)}; it selects ${String(amount.files)} of ${String(amount.owners)} owners.`,
  );
  const neededRows = amount.files + SMALL_PAGE_ROWS * amount.owners;
  return [
    { name: "rows read for the rule", value: seen.rows, floor: neededRows, goal: 1.1, of: "ratio" },
    {
      name: "its requests, beside the full scan's",
      value: seen.requests,
      floor: full.requests,
      goal: 0.1,
      of: "ratio",
    },
  ];
}

const seenText = ({ requests, preflights, rows }: Seen): string =>
  `${String(requests)} requests and ${String(preflights)} preflights for ${String(rows)} rows`;
