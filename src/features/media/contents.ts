import type { MediaFile } from "../../api/media-page";
import { monthOf } from "../../lib/dates";
import { typeGroupOf } from "../../sweep/filter";
import { tallyOfFiles } from "../../sweep/tally";
import type { Tally } from "../../sweep/tally";

/** A part of what a user stores. */
export interface Portion extends Tally {
  /** A type group, or a month as `YYYY-MM`; null where the files have none. */
  readonly key: string | null;
}

/** What a user stores, counted in two ways. */
export interface Contents {
  readonly all: Tally;
  /** Files without a size, which count no bytes. */
  readonly unsized: number;
  /** By the type group of `typeGroupOf`, the largest first. */
  readonly types: readonly Portion[];
  /** By the month of upload in this browser's zone, the latest first. */
  readonly months: readonly Portion[];
}

/** Counts the files of one user by type and by month of upload. */
export const contentsOf = (files: readonly MediaFile[]): Contents => ({
  all: tallyOfFiles(files),
  unsized: files.filter(({ sizeBytes }) => sizeBytes === null).length,
  types: portionsBy(files, ({ type }) => typeGroupOf(type)).toSorted((a, b) => b.bytes - a.bytes || b.files - a.files),
  months: portionsBy(files, ({ createdMs }) => monthOf(createdMs)).toSorted(byMonth),
});

function portionsBy(files: readonly MediaFile[], keyOf: (file: MediaFile) => string | null): readonly Portion[] {
  const tallies = new Map<string | null, { files: number; bytes: number }>();
  for (const file of files) {
    const key = keyOf(file);
    const tally = tallies.get(key) ?? { files: 0, bytes: 0 };
    tally.files += 1;
    tally.bytes += file.sizeBytes ?? 0;
    tallies.set(key, tally);
  }
  return Array.from(tallies, ([key, tally]) => ({ key, ...tally }));
}

/** Files without a month last. */
const byMonth = ({ key: a }: Portion, { key: b }: Portion): number => ((a ?? "") < (b ?? "") ? 1 : -1);
