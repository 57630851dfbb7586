import type { Page } from "@playwright/test";

import { runBareLoop } from "./bare-loop";
import { discard } from "./bench-browser";
import { type Finding, median } from "./measure";
import type { RecordedScan } from "./record-scan";
import { type ReviewWish, openReview } from "./review-page";

/** The wire, and 15 % for all that is made of what comes over it. */
const GOAL = 1.15;

/** A scan that was recorded, and how often it is to be measured. */
export interface ScanWish extends ReviewWish {
  readonly name: string;
  readonly recorded: RecordedScan;
  readonly rounds: number;
}

/**
 * The app's scan against a bare loop over the same pages, in s: in turn, so that what else the machine does hits both.
 * The app's time holds what the loop's does not: profiles, rooms, the server's version, and the screen. Returns the page
 * of the last scan as well, which the caller discards.
 */
export async function measureScan(wish: ScanWish): Promise<{ readonly finding: Finding; readonly page: Page }> {
  const { name, recorded, rounds } = wish;
  console.log(`${name}: ${String(recorded.urls.length)} pages, at most ${String(recorded.inFlight)} at once.`);
  const floors = [await loopSeconds(wish)];
  let review = await openReview(wish);
  const values = [review.ms / 1000];
  while (values.length < rounds) {
    await discard(review.page);
    floors.push(await loopSeconds(wish));
    review = await openReview(wish);
    values.push(review.ms / 1000);
  }
  console.log(`The loop took ${secondsText(floors)}, the app ${secondsText(values)}.`);
  const medians = { value: median(values), floor: median(floors) };
  return { finding: { name: `${name}, s`, ...medians, goal: GOAL, of: "ratio" }, page: review.page };
}

async function loopSeconds({ browser, server, recorded }: ScanWish): Promise<number> {
  const page = await browser.emptyPage();
  const ms = await runBareLoop(page, server, recorded);
  await discard(page);
  return ms / 1000;
}

const secondsText = (seconds: readonly number[]): string => `${seconds.map((value) => value.toFixed(2)).join(", ")} s`;
