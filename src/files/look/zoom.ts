/** How a picture lies on its stage: enlarged about the middle, then moved. */
export interface View {
  /** 1 where the whole picture fits. */
  readonly scale: number;
  /** In pixels of the screen. */
  readonly x: number;
  readonly y: number;
}

/** In pixels of the screen. */
export interface Stage {
  readonly width: number;
  readonly height: number;
}

/** The whole picture, in the middle. */
export const FIT: View = { scale: 1, x: 0, y: 0 };

export const MAX_SCALE = 16;

const clamp = (value: number, limit: number): number => Math.max(Math.min(value, limit), 0 - limit);

/** Moved no further than to its edges; a picture that fits stays in the middle. */
const within = ({ scale, x, y }: View, { width, height }: Stage): View => ({
  scale,
  x: clamp(x, ((scale - 1) * width) / 2),
  y: clamp(y, ((scale - 1) * height) / 2),
});

/** Enlarged or made smaller about the middle of what is seen, between the whole picture and 16 times that. */
export function zoomBy(view: View, factor: number, stage: Stage): View {
  const scale = Math.min(Math.max(view.scale * factor, 1), MAX_SCALE);
  const ratio = scale / view.scale;
  return within({ scale, x: view.x * ratio, y: view.y * ratio }, stage);
}

/** Moved by so many pixels. */
export const panBy = (view: View, [x, y]: readonly [number, number], stage: Stage): View =>
  within({ ...view, x: view.x + x, y: view.y + y }, stage);
