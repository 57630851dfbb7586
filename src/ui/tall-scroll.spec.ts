import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TALLEST_PX, TOP, afterScroll } from "./tall-scroll";
import type { ScrollArea, ScrollPlace } from "./tall-scroll";

const areaOf = (rowsPx: number, viewportPx: number): ScrollArea => ({
  viewportPx,
  maxScrollTop: Math.min(rowsPx, TALLEST_PX) - viewportPx,
  excessPx: Math.max(rowsPx - TALLEST_PX, 0),
});

const aMillionRows = areaOf(42_000_000, 600);
const offsetOf = ({ scrollTop, shiftPx }: ScrollPlace): number => scrollTop + shiftPx;
const endOf = ({ maxScrollTop, excessPx }: ScrollArea): number => maxScrollTop + excessPx;
const clamp = (value: number, max: number): number => Math.min(Math.max(value, 0), max);

/** As a browser does: it knows of its own range only. */
const scrollBy = (area: ScrollArea, place: ScrollPlace, px: number): ScrollPlace =>
  afterScroll(area, place, clamp(place.scrollTop + px, area.maxScrollTop));
const dragTo = (area: ScrollArea, place: ScrollPlace, share: number): ScrollPlace =>
  afterScroll(area, place, Math.round(share * area.maxScrollTop));

const areas = fc
  .record({ rowsPx: fc.integer({ min: 100_000, max: 400_000_000 }), viewportPx: fc.integer({ min: 100, max: 3_000 }) })
  .map(({ rowsPx, viewportPx }) => areaOf(rowsPx, viewportPx));
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe("a small step", () => {
  test("moves as many pixels as in a plain list, from wherever and however often, up to the ends", () => {
    const steps = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(areas, shares, steps, (area, share, directions) => {
        let place = dragTo(area, TOP, share);
        for (const direction of directions) {
          const step = direction * area.viewportPx;
          const expected = clamp(offsetOf(place) + step, endOf(area));
          place = scrollBy(area, place, step);
          expect(offsetOf(place)).toBe(expected);
        }
      }),
    );
  });

  test("leads page by page from the first row to the last and back, and then is at the end of the bar", () => {
    const [area, page] = [aMillionRows, 500];
    const strayed: ScrollPlace[] = [];
    let place = TOP;
    for (let offset = 0; offset < endOf(area); offset += page) {
      if (offsetOf(place) !== offset) strayed.push(place);
      place = scrollBy(area, place, page);
    }
    expect(place).toEqual({ scrollTop: area.maxScrollTop, shiftPx: area.excessPx });
    for (let offset = endOf(area); offset > 0; offset -= page) {
      if (offsetOf(place) !== offset) strayed.push(place);
      place = scrollBy(area, place, -page);
    }
    expect(place).toEqual(TOP);
    expect(strayed).toEqual([]);
  });
});

describe("a jump", () => {
  test("goes to the place in proportion", () => {
    for (const share of [0.1, 0.25, 0.5, 0.9]) {
      const off = Math.abs(offsetOf(dragTo(aMillionRows, TOP, share)) / endOf(aMillionRows) - share);
      expect(off).toBeLessThan(0.01);
    }
  });

  test("is not undone: the browser keeps the place it went to", () => {
    fc.assert(
      fc.property(areas, shares, shares, (area, from, to) => {
        const before = dragTo(area, TOP, from);
        const scrollTop = Math.round(to * area.maxScrollTop);
        fc.pre(Math.abs(scrollTop - before.scrollTop) > area.maxScrollTop / 100);
        expect(afterScroll(area, before, scrollTop).scrollTop).toBe(scrollTop);
      }),
    );
  });

  test("further down the bar never goes further up the list", () => {
    fc.assert(
      fc.property(areas, shares, shares, (area, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const start = dragTo(area, TOP, less > 0.5 ? 0 : 1);
        expect(offsetOf(dragTo(area, start, less))).toBeLessThanOrEqual(offsetOf(dragTo(area, start, more)));
      }),
    );
  });

  test("reaches both ends from everywhere", () => {
    fc.assert(
      fc.property(areas, shares, (area, share) => {
        const place = dragTo(area, TOP, share);
        expect(offsetOf(dragTo(area, place, 0))).toBe(0);
        expect(offsetOf(dragTo(area, place, 1))).toBe(endOf(area));
      }),
    );
  });

  test("and a step or two lead to every pixel of the list", () => {
    fc.assert(
      fc.property(areas, shares, (area, wantedShare) => {
        const wanted = Math.round(wantedShare * endOf(area));
        // Found by halving, as by a hand that drags the thumb to and fro.
        let [low, high] = [0, area.maxScrollTop];
        while (high - low > 1) {
          const middle = Math.floor((low + high) / 2);
          if (offsetOf(dragTo(area, TOP, middle / area.maxScrollTop)) <= wanted) low = middle;
          else high = middle;
        }
        const near = dragTo(area, TOP, low / area.maxScrollTop);
        expect(offsetOf(scrollBy(area, near, wanted - offsetOf(near)))).toBe(wanted);
      }),
    );
  });
});

describe("an area that changes", () => {
  test("leaves the place within the list, and one that stays in reach where it was", () => {
    fc.assert(
      fc.property(areas, areas, shares, (before, after, share) => {
        const place = dragTo(before, TOP, share);
        const scrollTop = clamp(place.scrollTop, after.maxScrollTop);
        const next = afterScroll(after, { ...place, scrollTop }, scrollTop);
        expect(offsetOf(next)).toBe(scrollTop + Math.min(place.shiftPx, after.excessPx));
        expect(next.scrollTop).toBeGreaterThanOrEqual(0);
        expect(next.scrollTop).toBeLessThanOrEqual(after.maxScrollTop);
      }),
    );
  });
});

test("a list that fits is scrolled by the browser alone", () => {
  const area = areaOf(TALLEST_PX, 600);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: area.maxScrollTop }), fc.integer({ min: 0, max: 100_000 }), (from, to) => {
      expect(afterScroll(area, { scrollTop: from, shiftPx: 0 }, to)).toEqual({ scrollTop: to, shiftPx: 0 });
    }),
  );
});
