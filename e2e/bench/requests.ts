import { DAY_MS } from "../standin/seed-media";
import { discard } from "./bench-browser";
import type { BenchBrowser } from "./bench-browser";
import type { Finding } from "./measure";
import { openReview } from "./review-page";
import type { Seen, StandinServer } from "./standin-server";

/** Rows a page of the app's scan. */
const PAGE_ROWS = 10_000;
/** Rows a page as Synapse has it unless told otherwise: what reading one too many costs at most. */
const SMALL_PAGE_ROWS = 100;

export interface RequestFindings {
  readonly browser: BenchBrowser;
  readonly server: StandinServer;
}

/** What a review asks of the server, as the server counts it. */
async function countReview({ browser, server }: RequestFindings, largerThanBytes: number, ageMs: number) {
  const rule = { beforeMs: Date.now() - ageMs, largerThanBytes, keepAvatars: false };
  const selected = await server.selected(rule);
  await server.seen();
  const { page } = await openReview({ browser, server, rule, amount: selected });
  await discard(page);
  return { selected, seen: await server.seen() };
}

/** Requests and rows, which no noise changes: of a scan of everything, and of one that may skip nearly all of it. */
export async function countRequests(parts: RequestFindings): Promise<readonly Finding[]> {
  const { seen: full } = await countReview(parts, 0, 0);
  const { selected, seen: few } = await countReview(parts, 10_000_000, 365 * DAY_MS);
  console.log(`Preflights, which no floor holds: ${preflightsOf(full)}; under the rule ${preflightsOf(few)}.`);
  const fewest = Math.ceil(parts.server.owners / PAGE_ROWS) + parts.server.owners;
  const neededRows = selected.files + SMALL_PAGE_ROWS * selected.owners;
  return [
    { name: "requests of that scan", value: full.requests, floor: fewest, goal: 1.05, of: "ratio" },
    { name: "rows read for the rule", value: few.rows, floor: neededRows, goal: 1.1, of: "ratio" },
    {
      name: "requests for the rule, beside the full scan's",
      value: few.requests,
      floor: full.requests,
      goal: 0.1,
      of: "ratio",
    },
  ];
}

const preflightsOf = ({ requests, preflights }: Seen): string =>
  `${String(preflights)} for ${String(requests)} requests`;
