import { shallowEqual } from "@mantine/hooks";
import { useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { TALLEST_PX, TOP, afterScroll } from "./tall-scroll";
import type { ScrollArea, ScrollPlace } from "./tall-scroll";

export interface RowWindowOptions {
  /** What scrolls; null before it is on the page. */
  readonly scroller: HTMLElement | null;
  readonly count: number;
  /** The height of each row, whole. */
  readonly rowPx: number;
}

/** Which rows are on the page, and the room above and below them that stands for the others. */
export interface RowWindow {
  readonly first: number;
  /** The row after the last. */
  readonly end: number;
  readonly abovePx: number;
  readonly belowPx: number;
  /** None of the rows was on the page before: the thumb is dragged. */
  readonly isLeap: boolean;
}

/** What is in sight. Nothing is drawn again while this stays as it is. */
interface Sight {
  readonly firstRow: number;
  readonly rows: number;
  readonly shiftPx: number;
  /** Rows on the page beyond those in sight, on either side. */
  readonly overscan: number;
}

/** What a wheel turns in two frames. None while the thumb is dragged: then all rows are new in every frame. */
const OVERSCAN = 8;

/**
 * A leap is over when nothing scrolled for so long, in ms. The end of a scroll says little: what scrolls by script, and
 * a key held down, ends one with each step, and drawing all rows anew after each would take twice the time of the leap.
 */
const REST_MS = 100;

/** Before anything was measured: a screen full. */
const AT_FIRST: Sight = { firstRow: 0, rows: 24, shiftPx: 0, overscan: OVERSCAN };

/** The rows that are in sight or close to it, out of any number. All are equally high, so none is ever measured. */
export function useRowWindow({ scroller, count, rowPx }: RowWindowOptions): RowWindow {
  const [sight, setSight] = useState(AT_FIRST);
  const place = useRef(TOP);
  useLayoutEffect(() => {
    if (scroller === null) return undefined;
    const look = () => {
      place.current = afterScroll(areaOf(scroller, { count, rowPx }), place.current, scroller.scrollTop);
      const now = sightOf(place.current, scroller.clientHeight, rowPx);
      keepFocus(scroller, windowOf(now, { count, rowPx }));
      setSight((before) => sightAfter(before, now));
    };
    look();
    return watchScrolling(scroller, look);
  }, [scroller, count, rowPx]);
  const { shiftPx } = sight;
  useLayoutEffect(() => {
    const { current } = place;
    // Once the rows stand at their new shift the bar follows, before anything is painted.
    if (current.shiftPx === shiftPx && current.scrollTop !== scroller?.scrollTop) {
      scroller?.scrollTo({ top: current.scrollTop, behavior: "instant" });
    }
  }, [scroller, shiftPx]);
  return windowOf(sight, { count, rowPx });
}

/** Looks whenever what scrolls has moved, has come to rest or is another size; returns how to end that. */
function watchScrolling(scroller: HTMLElement, look: () => void): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  // At once: one frame later the rows would come after the scroll that uncovers them.
  const lookNow = () => {
    clearTimeout(resting);
    flushSync(look);
  };
  const lookAtRest = () => {
    clearTimeout(resting);
    resting = setTimeout(lookNow, REST_MS);
  };
  scroller.addEventListener("scroll", lookNow, { passive: true });
  scroller.addEventListener("scrollend", lookAtRest);
  const resizing = new ResizeObserver(lookNow);
  resizing.observe(scroller);
  return () => {
    clearTimeout(resting);
    scroller.removeEventListener("scroll", lookNow);
    scroller.removeEventListener("scrollend", lookAtRest);
    resizing.disconnect();
  };
}

interface RowSizes {
  readonly count: number;
  readonly rowPx: number;
}

const roomFor = ({ count, rowPx }: RowSizes): number => Math.min(count * rowPx, TALLEST_PX);

function areaOf(scroller: HTMLElement, sizes: RowSizes): ScrollArea {
  const { clientHeight, scrollHeight } = scroller;
  return {
    viewportPx: clientHeight,
    maxScrollTop: scrollHeight - clientHeight,
    excessPx: sizes.count * sizes.rowPx - roomFor(sizes),
  };
}

const sightOf = ({ scrollTop, shiftPx }: ScrollPlace, viewportPx: number, rowPx: number): Sight => ({
  firstRow: Math.floor((scrollTop + shiftPx) / rowPx),
  rows: Math.ceil(viewportPx / rowPx) + 1,
  shiftPx,
  overscan: OVERSCAN,
});

/** The same object where nothing is to be drawn again. */
function sightAfter(before: Sight, now: Sight): Sight {
  if (Math.abs(now.firstRow - before.firstRow) > now.rows) return { ...now, overscan: 0 };
  return shallowEqual(before, now) ? before : now;
}

/** Also of a sight that is older than the number of rows. */
function windowOf({ firstRow, rows, shiftPx, overscan }: Sight, sizes: RowSizes): RowWindow {
  const { count, rowPx } = sizes;
  const first = Math.max(Math.min(firstRow, count - rows) - overscan, 0);
  const end = Math.min(Math.max(firstRow, 0) + rows + overscan, count);
  const abovePx = Math.max(first * rowPx - shiftPx, 0);
  const belowPx = Math.max(roomFor(sizes) - abovePx - (end - first) * rowPx, 0);
  return { first, end, abovePx, belowPx, isLeap: overscan === 0 };
}

/** The focus of a row that is scrolled away goes to what scrolls, so that the keys go on scrolling. */
function keepFocus(scroller: HTMLElement, { first, end }: RowWindow): void {
  const row = document.activeElement?.closest<HTMLElement>("tr[aria-rowindex]");
  if (row == null || !scroller.contains(row)) return;
  const index = indexOfRow(row);
  if (index >= 0 && (index < first || index >= end)) scroller.focus({ preventScroll: true });
}

/** The header is row 1. */
export const rowNumberOf = (index: number): number => index + 2;
const indexOfRow = (row: HTMLElement): number => Number(row.ariaRowIndex) - 2;
