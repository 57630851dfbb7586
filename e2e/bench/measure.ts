/** A figure beside its floor, which was measured in the same run. */
export interface Result {
  /** What was measured, with its unit. */
  readonly name: string;
  readonly value: number;
  readonly floor: number;
  readonly ratio: number;
  readonly goal: number;
  readonly met: boolean;
}

/** What a measurement found. The goal is the most that the ratio, or where `of` says so the value, may be. */
export interface Finding {
  readonly name: string;
  readonly value: number;
  readonly floor: number;
  readonly goal: number;
  readonly of: "ratio" | "value";
}

export function resultOf({ name, value, floor, goal, of }: Finding): Result {
  const ratio = value / floor;
  return { name, value, floor, ratio, goal, met: (of === "ratio" ? ratio : value) <= goal };
}

/** The value below which that share of the values lies. Throws RangeError where there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (found === undefined) throw new RangeError("Nothing was measured.");
  return found;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
