/**
 * Scrolling over more pixels than a browser gives to an element: Firefox stops at 17.8 million, Chromium at 33.5.
 *
 * The rows get at most `TALLEST_PX`. Where they are longer, each stands `shift` pixels above its place in the whole list,
 * so that what is in sight is in reach of the scroll bar. A small step keeps the shift, and so moves as it does in a
 * plain list. A jump, which is the thumb dragged or End pressed, takes the shift that belongs to that place of the bar.
 * Small steps drift away from the bar's place, so now and then rows and bar are moved together, which nobody sees.
 */

/** Rows longer than this are squeezed onto it; in pixels. */
export const TALLEST_PX = 8_000_000;

/** Up to so far from either end, in pixels, the shift is exactly that of the end, which therefore can be reached. */
const EXACT_PX = 100_000;

/** By how much the bar may be off, in pixels of the scroll area: 0.6 % of its length. */
const SLACK_PX = 50_000;

/** What the scrolling depends on; all in pixels. */
export interface ScrollArea {
  /** How high the part in sight is. */
  readonly viewportPx: number;
  /** The largest `scrollTop` there is. */
  readonly maxScrollTop: number;
  /** By how much the rows are longer than the room they get; whole. */
  readonly excessPx: number;
}

/** Where a list stands. The sum of both is how far it is scrolled in all, in pixels. */
export interface ScrollPlace {
  /** As the browser counts. */
  readonly scrollTop: number;
  /** By how much the rows stand above their place in the whole list; whole. */
  readonly shiftPx: number;
}

export const TOP: ScrollPlace = { scrollTop: 0, shiftPx: 0 };

const clamp = (value: number, max: number): number => Math.min(Math.max(value, 0), max);

/**
 * Where the list stands after the browser scrolled to `scrollTop`, or after the area changed. A place with another
 * `scrollTop` than that has to be handed back to the browser, once the rows stand at its shift.
 */
export function afterScroll(area: ScrollArea, before: ScrollPlace, scrollTop: number): ScrollPlace {
  if (area.excessPx === 0) return { scrollTop, shiftPx: 0 };
  const isJump = Math.abs(scrollTop - before.scrollTop) > longestStepPx(area);
  const shiftPx = isJump ? Math.round(shiftAt(area, scrollTop)) : clamp(before.shiftPx, area.excessPx);
  const offset = scrollTop + shiftPx;
  const wanted = offset - scrollTopOf(area, offset);
  const isExact = wanted === 0 || wanted === area.excessPx;
  if (Math.abs(shiftPx - wanted) <= (isExact ? 0 : SLACK_PX)) return { scrollTop, shiftPx };
  const settled = Math.round(wanted);
  return { scrollTop: offset - settled, shiftPx: settled };
}

/** Half of what the thumb jumps over when it is dragged by one pixel, and never less than a page. */
const longestStepPx = ({ viewportPx, maxScrollTop }: ScrollArea): number =>
  Math.max(viewportPx, maxScrollTop / (2 * viewportPx));

/** The shift that belongs to a place of the bar: that of the ends near them, in between in proportion. */
const shiftAt = ({ maxScrollTop, excessPx }: ScrollArea, scrollTop: number): number =>
  excessPx * clamp((scrollTop - EXACT_PX) / (maxScrollTop - 2 * EXACT_PX), 1);

/** The place of the bar that belongs to how far the list is scrolled in all: the inverse of adding `shiftAt`. */
function scrollTopOf({ maxScrollTop, excessPx }: ScrollArea, offset: number): number {
  const end = maxScrollTop + excessPx;
  if (offset <= EXACT_PX) return offset;
  if (offset >= end - EXACT_PX) return offset - excessPx;
  return EXACT_PX + ((offset - EXACT_PX) * (maxScrollTop - 2 * EXACT_PX)) / (end - 2 * EXACT_PX);
}
