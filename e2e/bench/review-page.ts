import type { Page } from "@playwright/test";

import { type RuleWish, formatter, reviewLink } from "../helpers/wizard";
import type { BenchBrowser } from "./bench-browser";
import type { ServerUnderTest } from "./server-under-test";

/** A rule on a server, and what its review has to say in the end. */
export interface ReviewWish {
  readonly browser: BenchBrowser;
  readonly server: ServerUnderTest;
  readonly rule: RuleWish;
  readonly amount: Amount;
}

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** A review that has been read to its end. */
export interface ReadReview {
  readonly page: Page;
  /** From the first request to the homeserver until the screen said that all was read, in ms. */
  readonly ms: number;
}

const LIMIT_MS = 10 * 60_000;

/**
 * Opens the review of a rule in a new page and waits until it has been read. The caller discards the page. Throws if
 * that takes ten minutes, or if the numbers on the screen are wrong: a fast wrong scan is no result.
 */
export async function openReview(wish: ReviewWish, prepare?: (page: Page) => Promise<unknown>): Promise<ReadReview> {
  const app = await wish.browser.appPage(wish.server);
  const { page } = app;
  await prepare?.(page);
  await app.open(reviewLink(wish.rule));
  const { ms, summary } = await withLimit(page.evaluate(untilRead, wish.server.baseUrl));
  const expected = summaryText(wish.amount);
  if (summary !== expected) throw new Error(`The review says "${summary}" instead of "${expected}".`);
  return { page, ms };
}

/** As the review's summary writes it: "1,204 files · 3.1 GB". */
export const summaryText = ({ files, bytes }: Amount): string =>
  formatter.plural(files, {
    one: `{count} file · ${formatter.bytes(bytes)}`,
    other: `{count} files · ${formatter.bytes(bytes)}`,
  });

async function withLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The review was not read within ten minutes.")), LIMIT_MS);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** Runs in the page: resolves once the bar of progress is gone and what stands there instead has been painted. */
function untilRead(homeserver: string): Promise<{ ms: number; summary: string }> {
  const summary = () => document.querySelector('output[aria-busy="false"]');
  const isRead = () => summary() !== null && document.querySelector('[role="progressbar"]') === null;
  return new Promise((resolve) => {
    const tell = () => {
      const asked = performance.getEntriesByType("resource").filter(({ name }) => name.startsWith(homeserver));
      const startMs = Math.min(...asked.map(({ startTime }) => startTime));
      resolve({ ms: performance.now() - startMs, summary: summary()?.textContent ?? "" });
    };
    const check = () => {
      if (!isRead()) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(tell));
    };
    const observer = new MutationObserver(check);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    check();
  });
}
