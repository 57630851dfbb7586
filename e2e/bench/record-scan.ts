import type { Page } from "@playwright/test";

import { discard } from "./bench-browser";
import { type ReviewWish, openReview } from "./review-page";

/** What a scan asked for: the statistics and the lists, not what only the pictures in use are found by. */
export interface RecordedScan {
  readonly urls: readonly string[];
  /** How many it asked for at once, at most. */
  readonly inFlight: number;
  /** How many files its pages held. */
  readonly files: number;
}

declare global {
  interface Window {
    /** In a page that is being recorded. */
    recorded?: { readonly urls: string[]; inFlight: number };
  }
}

/** Lets the app scan once, which takes no part in any measurement, and notes the pages it asked for. */
export async function recordScan(wish: ReviewWish): Promise<RecordedScan> {
  const { page } = await openReview(wish, (before: Page) => before.addInitScript(recordFetches));
  const recorded = await page.evaluate(() => window.recorded);
  await discard(page);
  if (recorded === undefined || recorded.urls.length === 0) throw new Error("The app asked for no page.");
  return { ...recorded, files: wish.amount.files };
}

/** Runs in the page, before the app does. */
function recordFetches(): void {
  const recorded = { urls: new Array<string>(), inFlight: 0 };
  window.recorded = recorded;
  const pages = /\/_synapse\/admin\/v1\/(statistics\/users\/media|users\/[^/]+\/media)\?/;
  const send = window.fetch;
  let waiting = 0;
  window.fetch = async (...call) => {
    const [url] = call;
    if (typeof url !== "string" || !pages.test(url)) return send(...call);
    recorded.urls.push(url);
    recorded.inFlight = Math.max(recorded.inFlight, (waiting += 1));
    return send(...call).finally(() => (waiting -= 1));
  };
}
