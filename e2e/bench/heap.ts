import type { Page } from "@playwright/test";

import { type BenchBrowser, discard } from "./bench-browser";
import type { Finding } from "./measure";
import type { StandinServer } from "./standin-server";

const MB = 1_000_000;
const GOAL_MB = 120;

/** What a page with all files in it holds, above one with nothing in it, beside the bytes of the files' columns; in MB. */
export async function measureHeap(page: Page, browser: BenchBrowser, server: StandinServer): Promise<Finding> {
  const empty = await browser.emptyPage();
  const value = (await heapBytes(page)) - (await heapBytes(empty));
  await discard(empty);
  const { bytes } = await server.columns();
  return { name: "memory above the empty page, MB", value: value / MB, floor: bytes / MB, goal: GOAL_MB, of: "value" };
}

/**
 * After a collection: JavaScript's objects; what stands behind array buffers and long strings, which lies outside of
 * JavaScript's own heap; and the DOM.
 */
export async function heapBytes(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await cdp.send("Runtime.getHeapUsage");
  await cdp.detach();
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}
