import { runBareLoop } from "./bare-loop";
import { discard } from "./bench-browser";
import { type Finding, alternate } from "./measure";
import { recordScan } from "./record-scan";
import { type ReviewWish, openReview } from "./review-page";

/** The wire, and 15 % for all that is made of what comes over it. */
const GOAL = 1.15;
const ROUNDS = 3;

/**
 * The app's scan against a bare loop over the same pages, in turn, in s. The app's time holds what the loop's does not:
 * profiles, rooms, the server's version, and the screen.
 */
export async function measureScan(name: string, wish: ReviewWish): Promise<Finding> {
  const recorded = await recordScan(wish);
  console.log(`${name}: ${String(recorded.urls.length)} pages, at most ${String(recorded.inFlight)} at once.`);
  const times = await alternate(ROUNDS, {
    floor: async () => {
      const page = await wish.browser.emptyPage();
      const ms = await runBareLoop(page, wish.server, recorded);
      await discard(page);
      return ms / 1000;
    },
    value: async () => {
      const { page, ms } = await openReview(wish);
      await discard(page);
      return ms / 1000;
    },
  });
  return { name: `${name}, s`, ...times, goal: GOAL, of: "ratio" };
}
