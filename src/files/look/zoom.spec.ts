import { expect, test } from "vitest";
import * as fc from "fast-check";
import { FIT, MAX_SCALE, panBy, zoomBy } from "./zoom";
import type { View } from "./zoom";

const stage = { width: 1000, height: 600 };

test("a picture that fits does not move", () => {
  expect(panBy(FIT, [40, -90], stage)).toEqual({ scale: 1, x: 0, y: 0 });
});

test("what is in the middle stays there while zooming", () => {
  const view = panBy(zoomBy(FIT, 4, stage), [300, 100], stage);
  expect(zoomBy(view, 2, stage)).toEqual({ scale: 8, x: 600, y: 200 });
});

test("whatever is done, the picture stays on the stage and comes back whole", () => {
  const zoom = fc.double({ min: 0.1, max: 10, noNaN: true });
  const move = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }));
  fc.assert(
    fc.property(fc.array(fc.oneof(zoom, move)), (steps) => {
      const view = steps.reduce<View>(
        (now, step) => (typeof step === "number" ? zoomBy(now, step, stage) : panBy(now, step, stage)),
        FIT,
      );
      expect(view.scale).toBeGreaterThanOrEqual(1);
      expect(view.scale).toBeLessThanOrEqual(MAX_SCALE);
      expect(Math.abs(view.x)).toBeLessThanOrEqual(((view.scale - 1) * stage.width) / 2);
      expect(Math.abs(view.y)).toBeLessThanOrEqual(((view.scale - 1) * stage.height) / 2);
      const whole = zoomBy(view, 0, stage);
      expect([whole.scale, Math.abs(whole.x), Math.abs(whole.y)]).toEqual([1, 0, 0]);
    }),
  );
});
