import type { CDPSession, Page } from "@playwright/test";

import type { BenchBrowser } from "./bench-browser";
import { discard } from "./bench-browser";
import { type Finding, quantile } from "./measure";

const GOAL_MS = 20;
/** One beat of a screen of 60 Hz. */
const BEAT_MS = 16.7;
const FRAMES = 300;

/** A table that scrolls, and what it is called in the report. */
export interface ScrolledTable {
  readonly table: string;
  readonly name: string;
}

/**
 * How long the slowest of twenty frames takes while a table scrolls, half of the time as by a wheel and half as by its
 * bar, and how much of each frame the page's own thread is at work: frames come in beats of the screen, work does not.
 * Beside both a page with nothing in it. In ms.
 */
export async function measureScrolling(
  page: Page,
  browser: BenchBrowser,
  { table, name }: ScrolledTable,
): Promise<readonly Finding[]> {
  const empty = await browser.emptyPage();
  const still = await framesOf(empty, null);
  await discard(empty);
  await page.bringToFront();
  const moving = await framesOf(page, table);
  const [value, floor] = [quantile(moving.times, 0.95), quantile(still.times, 0.95)];
  return [
    { name: `a frame while scrolling ${name}, 95 of 100, ms`, value, floor, goal: GOAL_MS, of: "value" },
    {
      name: "work of the page's own thread in each of them, ms",
      value: moving.workMs,
      floor: still.workMs,
      goal: BEAT_MS,
      of: "value",
    },
  ];
}

interface Frames {
  readonly times: readonly number[];
  /** Of the page's own thread for one frame: script, styles, layout, and what is handed on to be painted. */
  readonly workMs: number;
}

async function framesOf(page: Page, table: string | null): Promise<Frames> {
  const cdp = await page.context().newCDPSession(page);
  // What the thread itself ran, however busy the machine is.
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const beforeMs = await workMsSoFar(cdp);
  const times = await page.evaluate(frameTimes, { table, frames: FRAMES });
  const workMs = ((await workMsSoFar(cdp)) - beforeMs) / FRAMES;
  await cdp.detach();
  return { times, workMs };
}

async function workMsSoFar(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value;
  if (seconds === undefined) throw new Error("The browser does not tell how long it worked.");
  return 1000 * seconds;
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
