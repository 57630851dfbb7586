import type { MediaFile } from "../../api/media-page";

/** Ticked files by media ID, as they were when they were ticked; kept while the admin pages and sorts. */
export type Selection = ReadonlyMap<string, MediaFile>;

export const NOTHING: Selection = new Map();

/** With the files ticked, or without. */
export function tick(selection: Selection, files: readonly MediaFile[], isTicked: boolean): Selection {
  const next = new Map(selection);
  for (const file of files) {
    if (isTicked) next.set(file.mediaId, file);
    else next.delete(file.mediaId);
  }
  return next;
}

/**
 * The files that a tick with Shift is meant for: from the one ticked before to this one, as they stand on the page. This
 * one alone where none was ticked before, or it stands on another page.
 */
export function filesBetween(
  files: readonly MediaFile[],
  before: string | null,
  { mediaId }: MediaFile,
): readonly MediaFile[] {
  const here = files.findIndex((file) => file.mediaId === mediaId);
  const there = files.findIndex((file) => file.mediaId === before);
  return there === -1 ? files.slice(here, here + 1) : files.slice(Math.min(here, there), Math.max(here, there) + 1);
}

/** How many of these files are ticked. */
export const tickedOf = (selection: Selection, files: readonly MediaFile[]): number =>
  files.filter(({ mediaId }) => selection.has(mediaId)).length;
