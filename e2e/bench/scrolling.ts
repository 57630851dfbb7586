import type { Page } from "@playwright/test";

import type { BenchBrowser } from "./bench-browser";
import { discard } from "./bench-browser";
import { type Finding, quantile } from "./measure";

const GOAL_MS = 20;
const FRAMES = 300;

/**
 * How long the slowest of twenty frames takes while the list of files to delete scrolls, half of the time as by a
 * wheel and half as by its bar; beside it the frames of a page with nothing in it. In ms.
 */
export async function measureScrolling(page: Page, browser: BenchBrowser): Promise<Finding> {
  const empty = await browser.emptyPage();
  const still = await empty.evaluate(frameTimes, { table: null, frames: FRAMES });
  await discard(empty);
  await page.bringToFront();
  const moving = await page.evaluate(frameTimes, { table: "Files to delete", frames: FRAMES });
  const [value, floor] = [quantile(moving, 0.95), quantile(still, 0.95)];
  return { name: "a frame while scrolling all files, 95 of 100, ms", value, floor, goal: GOAL_MS, of: "value" };
}

/** Runs in the page. */
async function frameTimes({ table, frames }: { table: string | null; frames: number }): Promise<number[]> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const canScroll = (element: Element) =>
    element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY);
  let scroller = table === null ? null : document.querySelector(`table[aria-label="${table}"]`);
  if (table !== null && scroller === null) throw new Error(`There is no table "${table}".`);
  while (scroller !== null && !canScroll(scroller)) scroller = scroller.parentElement;
  if (table !== null && scroller === null) throw new Error(`The table "${table}" does not scroll.`);
  const times: number[] = [];
  let before = await frame();
  for (let count = 0; count < frames; count += 1) {
    if (scroller !== null && count < frames / 2) scroller.scrollTop += 240;
    else if (scroller !== null) scroller.scrollTop = ((count / frames) * 2 - 1) * scroller.scrollHeight;
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  return times;
}
