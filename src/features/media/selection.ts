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

/** How many of these files are ticked. */
export const tickedOf = (selection: Selection, files: readonly MediaFile[]): number =>
  files.filter(({ mediaId }) => selection.has(mediaId)).length;
