/** The sizes the slider stops at, in bytes: none, then 1, 2 and 5 of each power of ten from 1 kB to 10 GB. */
export const SIZE_STOPS: readonly number[] = [
  0,
  ...[1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9].flatMap((power) => [power, 2 * power, 5 * power]),
  1e10,
];

export const LAST_STOP = SIZE_STOPS.length - 1;

/** The size at a position of the slider. */
export const sizeAt = (position: number): number => SIZE_STOPS[position] ?? 0;

/** The position nearest to a size, on the slider's logarithmic scale; only "any size" is at the start. */
export function positionOf(bytes: number): number {
  if (bytes <= 0) return 0;
  const distance = (stop: number) => Math.abs(Math.log(stop) - Math.log(bytes));
  let nearest = 1;
  for (let position = 2; position <= LAST_STOP; position += 1) {
    if (distance(sizeAt(position)) < distance(sizeAt(nearest))) nearest = position;
  }
  return nearest;
}
