import { useRef } from "react";
import type { PointerEvent } from "react";

/** What an element needs to be dragged over; reports each move in pixels. */
export interface Dragging {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/** Reports how far the pointer went, in pixels, while it is held down on an element. */
export function useDragging(onMove: (move: readonly [number, number]) => void): Dragging {
  const last = useRef<readonly [number, number] | null>(null);
  const end = () => {
    last.current = null;
  };
  return {
    onPointerDown: ({ currentTarget, pointerId, clientX, clientY }) => {
      currentTarget.setPointerCapture(pointerId);
      last.current = [clientX, clientY];
    },
    onPointerMove: ({ clientX, clientY }) => {
      if (last.current === null) return;
      const [x, y] = last.current;
      last.current = [clientX, clientY];
      onMove([clientX - x, clientY - y]);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
