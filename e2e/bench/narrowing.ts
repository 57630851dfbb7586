import type { Page } from "@playwright/test";

import { reviewLink } from "../helpers/wizard";
import { type Finding, median } from "./measure";
import { type ReviewWish, summaryText } from "./review-page";
import type { StandinServer } from "./standin-server";

/** Sizes, in bytes, each a narrower rule than the one before: from nearly all files to a few thousand. */
const SIZES = Array.from({ length: 15 }, (_, index) => Math.round(2000 * 1.6 ** index));
const GOAL_MS = 50;
/** An app that reads everything again for each rule would take all day. */
const LIMIT_MS = 60_000;

/**
 * How long the numbers on the screen take to be right, painted, after the address holds a narrower rule; beside it one
 * pass over equal columns in the same page. Medians, in ms.
 */
export async function measureNarrowing(page: Page, wish: ReviewWish & { server: StandinServer }): Promise<Finding> {
  const steps: { link: string; summary: string }[] = [];
  for (const largerThanBytes of SIZES) {
    const rule = { ...wish.rule, largerThanBytes };
    steps.push({ link: reviewLink(rule), summary: summaryText(await wish.server.selected(rule)) });
  }
  const [passes, changes]: [number[], number[]] = [[], []];
  const startMs = performance.now();
  for (const step of steps) {
    passes.push(await page.evaluate(passOverColumns, wish.amount.files));
    changes.push(await page.evaluate(untilShown, step));
    if (performance.now() - startMs > LIMIT_MS) break;
  }
  const name = "narrowing the rule, until the numbers are right, ms";
  return { name, value: median(changes), floor: median(passes), goal: GOAL_MS, of: "value" };
}

/** Runs in the page. */
function untilShown({ link, summary }: { link: string; summary: string }): Promise<number> {
  return new Promise((resolve) => {
    const startMs = performance.now();
    const check = () => {
      if (document.querySelector('output[aria-busy="false"]')?.textContent !== summary) return;
      observer.disconnect();
      // The task after the next frame: by then it is painted.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startMs)));
    };
    const observer = new MutationObserver(check);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    location.hash = link;
  });
}

/** Runs in the page: counts and sums what a rule selects, in ms. */
function passOverColumns(rows: number): number {
  const sizes = Float64Array.from({ length: rows }, () => 100_000 * Math.random());
  const lastUses = Float64Array.from({ length: rows }, () => Math.random());
  const flags = new Uint8Array(rows);
  const startMs = performance.now();
  let [files, bytes] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const size = sizes[row] ?? 0;
    if ((lastUses[row] ?? 0) < 1 && size > 50_000 && flags[row] === 0) {
      files += 1;
      bytes += size;
    }
  }
  const ms = performance.now() - startMs;
  if (files > rows || bytes < 0) throw new Error("The pass was not made.");
  return ms;
}
